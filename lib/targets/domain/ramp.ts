/** Share of a full target by quarter of tenure; from the last on, its share. */
export const DEFAULT_RAMP: readonly number[] = [0, 0.25, 0.5, 1];

/**
 * Share of the full target a rep carries in the quarter that is `quarter` quarters after the one
 * they joined in (0 is the first). 0 before joining; full without a ramp.
 */
export function rampShare(quarter: number, ramp: readonly number[] = DEFAULT_RAMP): number {
  if (quarter < 0) return 0;
  return ramp[Math.min(quarter, ramp.length - 1)] ?? 1;
}
