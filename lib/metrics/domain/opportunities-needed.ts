import { ratio } from "@/lib/shared/ratio";

/** A quotient this close (relatively) above a whole number is that number: 0.3 ÷ 0.1 is 3. */
const TOLERANCE = 1e-9;

/**
 * ⌈gap ÷ average deal size ÷ win rate⌉: deals that have to be worked to close the gap. 0 when the
 * target is reached; null when a rate is unknown or 0.
 */
export function opportunitiesNeeded({
  gap,
  averageDealSize,
  winRate,
}: {
  gap: number | null;
  averageDealSize: number | null;
  winRate: number | null;
}): number | null {
  if (gap === null) return null;
  if (gap <= 0) return 0;
  const exact = ratio(ratio(gap, averageDealSize), winRate);
  return exact === null || exact < 0 ? null : Math.ceil(exact * (1 - TOLERANCE));
}
