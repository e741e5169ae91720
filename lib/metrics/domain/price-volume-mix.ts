import { roundToSum } from "@/lib/shared/round-to-sum";

/** One product's revenue and units in the earlier and the later period; null: not sold then. */
export interface ProductChange {
  readonly before: ProductSales | null;
  readonly after: ProductSales | null;
}

export interface ProductSales {
  readonly revenue: number;
  readonly units: number;
}

/** Bars of a bridge from earlier to later revenue, in money; they sum to the difference. */
export interface PriceVolumeMix {
  readonly volume: number;
  readonly mix: number;
  readonly price: number;
  /** products sold only in the later period */
  readonly entered: number;
  /** products sold only in the earlier period, negative */
  readonly left: number;
  /** products without a unit price (units net to 0 in one period) */
  readonly unpriced: number;
}

type Both = { before: ProductSales; after: ProductSales };

const total = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** volume = Δunits × old average price · mix = Σ new units × old price − new units × old average */
function effects(products: readonly Both[]): { volume: number; mix: number; price: number } {
  const unitsThen = total(products.map((p) => p.before.units));
  const unitsNow = total(products.map((p) => p.after.units));
  const averageThen = total(products.map((p) => p.before.revenue)) / unitsThen;
  const atOldPrices = total(
    products.map((p) => (p.before.revenue / p.before.units) * p.after.units),
  );
  return {
    volume: (unitsNow - unitsThen) * averageThen,
    // Σ (new share − old share) × (old price − old average) × new units, multiplied out
    mix: atOldPrices - unitsNow * averageThen,
    price: total(products.map((p) => p.after.revenue)) - atOldPrices,
  };
}

/**
 * Splits a revenue difference into volume, mix and price over the products sold in both periods;
 * products of one period are bars of their own. Rounded to the minor unit so that the bars sum
 * exactly to the difference of the (rounded) revenues.
 */
export function priceVolumeMix(
  products: readonly ProductChange[],
  currency: string,
): PriceVolumeMix {
  const priced: Both[] = [];
  let [entered, left, unpriced] = [0, 0, 0];
  for (const { before, after } of products) {
    if (!before) entered += after?.revenue ?? 0;
    else if (!after) left -= before.revenue;
    else if (before.units === 0 || after.units === 0) unpriced += after.revenue - before.revenue;
    else priced.push({ before, after });
  }
  const usable = total(priced.map((p) => p.before.units)) !== 0;
  if (!usable) unpriced += total(priced.map((p) => p.after.revenue - p.before.revenue));
  const { volume, mix, price } = usable ? effects(priced) : { volume: 0, mix: 0, price: 0 };
  const difference = total(products.map((p) => (p.after?.revenue ?? 0) - (p.before?.revenue ?? 0)));
  const bars = [volume, mix, price, entered, left, unpriced];
  const [v = 0, m = 0, p = 0, e = 0, l = 0, u = 0] = roundToSum(bars, difference, currency);
  return { volume: v, mix: m, price: p, entered: e, left: l, unpriced: u };
}
