import { ratio } from "@/lib/shared/ratio";

/**
 * Share of the period's working days that has passed, 0–1. Null when it has no working day.
 */
export function workingDayWeight(days: { elapsed: number; total: number }): number | null {
  return ratio(days.elapsed, days.total);
}

/**
 * Share of the result that earlier periods of the same shape had reached at the same point: Σ to
 * date ÷ Σ whole, over the years given (a ratio of sums: large years weigh more). Null without a
 * positive past result; the caller then falls back to working days and says so.
 */
export function shapeWeight(
  past: readonly { readonly toDate: number; readonly whole: number }[],
): number | null {
  const toDate = past.reduce((sum, year) => sum + year.toDate, 0);
  const whole = past.reduce((sum, year) => sum + year.whole, 0);
  return whole > 0 ? ratio(toDate, whole) : null;
}

/** target × weight elapsed: what should be reached by now. For additive KPIs only. */
export function expectedToDate(target: number | null, weight: number | null): number | null {
  return target === null || weight === null ? null : target * weight;
}
