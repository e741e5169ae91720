import "server-only";
import { measure } from "@/lib/metrics/data/measure";
import { dataDays } from "@/lib/metrics/sql/data-days";
import type { Tx } from "@/lib/platform/db/access";
import type { BusinessContext } from "@/lib/settings/data/business-context";
import type { BusinessDate, Weekday } from "@/lib/shared/business-date";
import type { Period } from "@/lib/shared/period";
import type { CompanyFigures } from "../domain/company-figures";
import { type Windows, windowsOn } from "../domain/windows";
import { sellerYears } from "../sql/seller-years";
import { stageRates } from "../sql/stage-rates";
import { unitHeads } from "../sql/unit-years";
import { lossCounts, themeCounts } from "../sql/voice-counts";

/** A unit with all below it, on a day. */
export type Field = {
  root: string;
  units: readonly string[];
  asOf: BusinessDate;
  context: BusinessContext;
};

/** Revenue of a period by product and month, or by unit. */
export function revenueOf(
  tx: Tx,
  { root, asOf, context: { organisation, digits } }: Field,
  range: Period,
  how: { by: "product" | "unit"; grain?: "month" | "week" },
) {
  const { fiscalYearStartMonth, firstDayOfWeek } = organisation;
  const calendar = { fiscalYearStartMonth, firstDayOfWeek };
  return measure(tx, {
    ...{ metrics: ["revenue"], range, ...how, where: { unit: root }, asOf, digits, calendar },
  });
}

/** An ISO weekday; Monday for anything else. */
const weekdayOf = (day: number) => (day >= 1 && day <= 7 ? (day as Weekday) : 1);

/** Everything the tests look at, in the order it is told. */
export async function companyFigures(
  tx: Tx,
  field: Field,
  tell: (step: "products" | "units" | "people" | "voice") => void,
): Promise<CompanyFigures> {
  const { root, units, asOf } = field;
  const { first } = await dataDays(tx, asOf);
  const windows = windowsOn(
    asOf,
    first ?? asOf,
    weekdayOf(field.context.organisation.firstDayOfWeek),
  );
  const { year, entered, counted } = windows;
  tell("products");
  const months = windows.months.map(({ from }) => from);
  const weeks = windows.weeks.map(({ from }) => from);
  const products = await productSeries(tx, field, windows);
  tell("units");
  const heads = await unitHeads(tx, units, year);
  const sold = new Map(
    (await revenueOf(tx, field, year, { by: "unit" })).map(({ key, value }) => [key, value ?? 0]),
  );
  tell("people");
  const sellers = await sellerYears(tx, units, year);
  const stages = await stageRates(tx, units, entered, asOf);
  tell("voice");
  return {
    ...{ root, months, weeks, products, year, sellers, stages, entered, counted },
    units: heads.map((unit) => ({ ...unit, revenue: sold.get(unit.unitId) ?? 0 })),
    themes: await themeCounts(tx, units, counted),
    competitors: await lossCounts(tx, units, counted),
  };
}

async function productSeries(tx: Tx, field: Field, { months, weeks }: Windows) {
  const revenue = await byProduct(tx, field, months, "month");
  const weekly = await byProduct(tx, field, weeks, "week");
  const none = weeks.map(() => 0);
  return [...revenue].map(([productId, series]) => ({
    ...{ productId, revenue: series, weekly: weekly.get(productId) ?? none },
  }));
}

/** Revenue of each product in each of the periods, which follow each other. */
async function byProduct(
  tx: Tx,
  field: Field,
  periods: readonly Period[],
  grain: "month" | "week",
): Promise<Map<string, number[]>> {
  const [first, last] = [periods[0], periods.at(-1)];
  const all = new Map<string, number[]>();
  if (!first || !last) return all;
  const place = new Map<string, number>(periods.map(({ from }, at) => [from, at]));
  const range = { from: first.from, to: last.to };
  for (const row of await revenueOf(tx, field, range, { by: "product", grain })) {
    const at = place.get(row.bucket ?? "");
    if (row.key === null || at === undefined) continue;
    const series = all.get(row.key) ?? periods.map(() => 0);
    series[at] = row.value ?? 0;
    all.set(row.key, series);
  }
  return all;
}
