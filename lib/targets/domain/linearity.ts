import type { Figure } from "@/lib/metrics/domain/figure";
import { ratio } from "@/lib/shared/ratio";

/**
 * Last month's share of the quarter's result. About a third is even; much more means the quarter
 * was made at its end. Null when the quarter is 0 or has no months.
 */
export function linearity(months: readonly number[]): number | null {
  const quarter = months.reduce((sum, month) => sum + month, 0);
  return ratio(months.at(-1), quarter);
}

/** The same from the last month's result and the quarter's. */
export function linearityFigure(last: number | null, quarter: number | null, n: number): Figure {
  const value = last === null || quarter === null ? null : linearity([quarter - last, last]);
  return { value, numerator: last, denominator: quarter, n };
}
