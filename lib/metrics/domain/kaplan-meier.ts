/** Records that stayed so many days; `left` false: still there, all we know is that it will be longer. */
export type Stay = { readonly days: number; readonly left: boolean; readonly count: number };

/** Products of fractions that make exactly one half may miss it by the last bit. */
const TOLERANCE = 1e-12;

/**
 * Median stay by Kaplan and Meier: the first day by which half have left, counting those still there
 * as at risk up to their present stay. A plain median of those who left would be too short, because
 * long stays are the ones not over yet. Null when fewer than half have left.
 *
 * Source: Kaplan, Meier, "Nonparametric Estimation from Incomplete Observations", JASA 53 (1958).
 */
export function medianStay(stays: readonly Stay[]): number | null {
  const days = [...new Set(stays.map((stay) => stay.days))].sort((a, b) => a - b);
  const count = (those: (stay: Stay) => boolean) =>
    stays.filter(those).reduce((sum, stay) => sum + stay.count, 0);
  let staying = 1;
  for (const day of days) {
    const atRisk = count((stay) => stay.days >= day);
    if (atRisk > 0) staying *= 1 - count((stay) => stay.days === day && stay.left) / atRisk;
    if (staying <= 0.5 + TOLERANCE) return day;
  }
  return null;
}
