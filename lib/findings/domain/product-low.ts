import { againstRest, deseasonalise, seasonalFactors } from "@/lib/analysis/domain/deseasonalise";
import { mannKendall } from "@/lib/analysis/domain/mann-kendall";
import { median } from "@/lib/shared/median";
import type { Candidate } from "./candidate";
import type { CompanyFigures, ProductSeries } from "./company-figures";

/** Months looked at, and the fewest that can show a trend. */
const WINDOW = 24;
const SHORTEST = 12;
/** From three years on a product shows seasons of its own, beside those of all. */
const OWN_SEASONS = 36;
/** So many months in a row must lie below this share of the former level. */
const LOW_MONTHS = 3;
const LOW = 0.85;

/**
 * Products that sell persistently low. The series is the product's revenue against that of all other
 * products, month by month: season, holidays and the growth of the company drop out; from three years
 * on its own season is taken out too. Tested by Mann–Kendall for a falling trend. It matters when each
 * of the last three months lies below 85% of the median of the first half of the window.
 */
export function lowProducts({ root, months, products }: CompanyFigures): Candidate[] {
  const whole = months.map((_, at) =>
    products.reduce((sum, product) => sum + (product.revenue[at] ?? 0), 0),
  );
  return products.flatMap((product) => lowProduct(product, whole, months, root) ?? []);
}

function lowProduct(
  { productId, revenue }: ProductSeries,
  whole: readonly number[],
  months: CompanyFigures["months"],
  root: string,
): Candidate | null {
  const since = revenue.findIndex((amount) => amount > 0);
  const first = Math.max(since, months.length - WINDOW);
  const series = relative(revenue, whole, since)?.slice(first - Math.max(0, since));
  if (since < 0 || !series || series.length < SHORTEST) return null;
  const level = median(series.slice(0, Math.floor(series.length / 2))) ?? 0;
  const test = mannKendall(series);
  if (!test || level <= 0) return null;
  const index = series.map((value) => value / level);
  const recent = index.slice(-LOW_MONTHS);
  const shown = { months: months.slice(first), revenue: revenue.slice(first) };
  const size = missing(shown.revenue, whole.slice(first), { index, level });
  return {
    ...{ kind: "product_low", about: { unitId: root, productId }, p: test.falling },
    ...{ n: series.length, size, severity: size, matters: recent.every((value) => value < LOW) },
    evidence: { kind: "product_low", ...shown, index, tau: test.tau },
  };
}

/** The product against the rest since it was first sold; null where there is no rest to compare with. */
function relative(revenue: readonly number[], whole: readonly number[], since: number) {
  const ratios = againstRest(revenue, whole).slice(Math.max(0, since));
  const known = ratios.filter((value) => value !== null);
  if (known.length < ratios.length) return null;
  const factors = known.length < OWN_SEASONS ? null : seasonalFactors(known);
  return factors ? deseasonalise(known, factors) : known;
}

type Shares = { index: readonly number[]; level: number };

/**
 * What the former level would have brought beyond what was sold, in the last twelve months: a month's
 * revenue ÷ its index, or where nothing was sold the level of what the others sold.
 */
function missing(revenue: readonly number[], whole: readonly number[], shares: Shares): number {
  const { index, level } = shares;
  return index.reduce((sum, value, at) => {
    if (at < index.length - 12) return sum;
    const sold = revenue[at] ?? 0;
    const expected = value === 0 ? level * ((whole[at] ?? 0) - sold) : sold / value;
    return sum + Math.max(0, expected - sold);
  }, 0);
}
