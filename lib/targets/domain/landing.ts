import { ratio } from "@/lib/shared/ratio";

/** actual ÷ weight elapsed: where the period ends at the present rate. Null before it starts. */
export function runRateLanding(actual: number | null, weight: number | null): number | null {
  return ratio(actual, weight);
}

/**
 * Gap ÷ working days left after today: what each of them has to bring. 0 when the target is
 * reached; null without a target or when no working day is left.
 */
export function requiredRate(gap: number | null, workingDaysLeft: number): number | null {
  if (gap === null) return null;
  return gap <= 0 ? 0 : ratio(gap, workingDaysLeft);
}
