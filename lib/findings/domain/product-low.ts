import { type ByTime, judgeLow, type LowJudgement } from "@/lib/analysis/domain/persistent-low";
import type { Candidate } from "./candidate";
import type { CompanyFigures, ProductSeries } from "./company-figures";

/** Products that sell persistently low, by the rule of lib/analysis/domain/persistent-low.ts. */
export function lowProducts(figures: CompanyFigures): Candidate[] {
  const whole = {
    months: sums(figures.products.map(({ revenue }) => revenue)),
    weeks: sums(figures.products.map(({ weekly }) => weekly)),
  };
  return figures.products.flatMap((product) => lowProduct(product, whole, figures) ?? []);
}

const sums = (series: readonly (readonly number[])[]) =>
  (series[0] ?? []).map((_, at) => series.reduce((sum, one) => sum + (one[at] ?? 0), 0));

function lowProduct(
  { productId, revenue, weekly }: ProductSeries,
  whole: ByTime,
  figures: CompanyFigures,
): Candidate | null {
  const judged = judgeLow({ months: revenue, weeks: weekly }, whole, figures);
  if (!judged) return null;
  const { months, amounts, index, tau, p, n, isLow } = judged;
  const size = missing(judged, whole.months.slice(-months.length));
  return {
    ...{ kind: "product_low", about: { unitId: figures.root, productId }, p, n },
    ...{ size, severity: size, matters: isLow },
    evidence: { kind: "product_low", months, revenue: amounts, index, tau },
  };
}

/**
 * What the former level would have brought beyond what was sold, in the last twelve months: a month's
 * revenue ÷ its index, or where nothing was sold the level of what the others sold.
 */
function missing({ amounts, index, level }: LowJudgement, whole: readonly number[]): number {
  return index.reduce((sum, value, at) => {
    if (at < index.length - 12) return sum;
    const sold = amounts[at] ?? 0;
    const expected = value === 0 ? level * ((whole[at] ?? 0) - sold) : sold / value;
    return sum + Math.max(0, expected - sold);
  }, 0);
}
