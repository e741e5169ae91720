import { allocate } from "@/lib/shared/allocate";
import { parseDecimal, rescale } from "@/lib/shared/decimal";

/**
 * Splits an additive target over months or members by weights (working days, last year's shape,
 * ramp shares) in whole units of `digits` decimals: money in minor units, counts in ones. The
 * parts sum exactly to the target (rounded to `digits`); see `allocate` for zero weights.
 */
export function splitTarget(total: number, weights: readonly number[], digits: number): number[] {
  const whole = rescale(parseDecimal(String(total)), digits);
  return allocate(whole, weights).map((part) => Number(`${part}e-${digits}`));
}
