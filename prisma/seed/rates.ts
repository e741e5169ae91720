import type { BusinessDate } from "@/lib/shared/business-date";
import { splitPeriod } from "@/lib/shared/period";
import { drawsOf } from "./draws";
import type { Row } from "./insert";

export type DemoRate = { currency: string; validFrom: BusinessDate; rate: number };

/** CNY for one unit, about where these stood in 2025; the movement around them is invented. */
const LEVELS = { USD: 7.15, EUR: 8.2, JPY: 0.0482 };

/** A rate for each currency at the start of each quarter. */
export function buildRates(from: BusinessDate, asOf: BusinessDate): DemoRate[] {
  const draws = drawsOf("rates");
  return Object.entries(LEVELS).flatMap(([currency, level]) => {
    let rate = level;
    return splitPeriod({ from, to: asOf }, "quarter").map((quarter) => {
      rate = Number((rate * (1 + draws.normal(0, 0.008))).toFixed(currency === "JPY" ? 6 : 4));
      return { currency, validFrom: quarter.from, rate };
    });
  });
}

/** The rate that holds on a day; the first one before all of them; 1 for the base currency. */
export function rateOn(rates: readonly DemoRate[], currency: string, day: BusinessDate): number {
  const known = rates.filter((rate) => rate.currency === currency);
  const found = known.findLast((rate) => rate.validFrom <= day) ?? known[0];
  return found?.rate ?? 1;
}

export function rateRows(rates: readonly DemoRate[]): Row[] {
  return rates.map(({ currency, validFrom, rate }) => ({ currency, valid_from: validFrom, rate }));
}
