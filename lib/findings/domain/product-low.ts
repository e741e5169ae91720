import { againstRest, seasonalFactors } from "@/lib/analysis/domain/deseasonalise";
import { mannKendallCorrelated } from "@/lib/analysis/domain/mann-kendall-correlated";
import { type BusinessDate, monthOf } from "@/lib/shared/business-date";
import { median } from "@/lib/shared/median";
import type { Candidate } from "./candidate";
import type { CompanyFigures, ProductSeries } from "./company-figures";

/** Months looked at, and the fewest that can show a trend. */
const WINDOW = 24;
const SHORTEST = 12;
/** From three years on a product shows seasons of its own, beside those of all. */
const OWN_SEASONS = 36;
/** So many months in a row below the former level, together below this share of it, are low. */
const LOW_MONTHS = 3;
const LOW = 0.85;

/**
 * Products that sell persistently low. The series is the product's revenue against that of all other
 * products: season, holidays and the growth of the company drop out; from three years on its own season
 * is taken out too. Tested week by week by Mann–Kendall for a falling trend, corrected for weeks that
 * resemble their neighbours. It matters when each of the last three months lies below the median of the
 * first half of the time, and the three together below 85% of it.
 */
export function lowProducts(figures: CompanyFigures): Candidate[] {
  const wholes = {
    months: sums(figures.products.map(({ revenue }) => revenue)),
    weeks: sums(figures.products.map(({ weekly }) => weekly)),
  };
  return figures.products.flatMap((product) => lowProduct(product, wholes, figures) ?? []);
}

type Wholes = { months: readonly number[]; weeks: readonly number[] };

const sums = (series: readonly (readonly number[])[]) =>
  (series[0] ?? []).map((_, at) => series.reduce((sum, one) => sum + (one[at] ?? 0), 0));

function lowProduct(
  { productId, revenue, weekly }: ProductSeries,
  wholes: Wholes,
  { root, months, weeks }: CompanyFigures,
): Candidate | null {
  const since = revenue.findIndex((amount) => amount > 0);
  const shares = since < 0 ? null : known(againstRest(revenue, wholes.months).slice(since));
  if (!shares || shares.length < SHORTEST) return null;
  const season = ownSeason(shares, months.slice(since));
  const first = Math.max(since, months.length - WINDOW);
  const shown = { months: months.slice(first), revenue: revenue.slice(first) };
  const series = shares.slice(first - since).map((share, at) => share / season(shown.months[at]));
  const level = median(series.slice(0, Math.floor(series.length / 2))) ?? 0;
  const test = mannKendallCorrelated(
    weeks.flatMap((week, at) => {
      const share = againstRest([weekly[at] ?? 0], [wholes.weeks[at] ?? 0])[0] ?? null;
      return share === null || week < (shown.months[0] ?? week) ? [] : share / season(week);
    }),
  );
  if (!test || level <= 0) return null;
  const index = series.map((value) => value / level);
  const size = missing(shown.revenue, wholes.months.slice(first), { index, level });
  return {
    ...{ kind: "product_low", about: { unitId: root, productId }, p: test.falling, n: test.n },
    ...{ size, severity: size, matters: isLow(index.slice(-LOW_MONTHS)) },
    evidence: { kind: "product_low", ...shown, index, tau: test.tau },
  };
}

/** All values, or null where one of them is unknown. */
function known(values: readonly (number | null)[]): number[] | null {
  const all = values.filter((value) => value !== null);
  return all.length < values.length ? null : all;
}

/** How the product's share stands in the month of a day against an ordinary month (1). */
function ownSeason(shares: readonly number[], months: readonly BusinessDate[]) {
  const factors = shares.length < OWN_SEASONS ? null : seasonalFactors(shares);
  const first = months[0] ? monthOf(months[0]) : 1;
  return (day: BusinessDate | undefined): number =>
    day ? (factors?.[(monthOf(day) - first + 12) % 12] ?? 1) : 1;
}

const isLow = (last: readonly number[]) =>
  last.every((value) => value < 1) && last.reduce((a, b) => a + b, 0) < LOW * last.length;

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
