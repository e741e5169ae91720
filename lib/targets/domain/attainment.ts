import { ratio } from "@/lib/shared/ratio";

/** actual ÷ target, never capped (1.8 is 180%). Null when the target is missing or 0. */
export function attainment(actual: number | null, target: number | null): number | null {
  return ratio(actual, target);
}

/**
 * target − actual, in the KPI's own unit (points for percentages): positive means still missing,
 * negative beyond the target. A month without records has the actual 0 and so the whole target as
 * its gap; null only when a side is unknown.
 */
export function gap(actual: number | null, target: number | null): number | null {
  return actual === null || target === null ? null : target - actual;
}
