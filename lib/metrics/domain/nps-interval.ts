/** A net promoter score with how far the truth may lie from it, both in points from −100 to 100. */
export type NpsInterval = { score: number; margin: number; low: number; high: number };

const Z95 = 1.959964;

/**
 * The 95% interval of a net promoter score. Each answer counts as 1, 0 or −1, so its variance is
 * p + d − (p − d)², and the mean of n of them has that over n (normal approximation; at the ends it
 * is cut off at ±100). Null with fewer than two answers.
 */
export function npsInterval(
  answers: number,
  promoters: number,
  detractors: number,
): NpsInterval | null {
  if (answers < 2) return null;
  const [p, d] = [promoters / answers, detractors / answers];
  const margin = 100 * Z95 * Math.sqrt(Math.max(0, p + d - (p - d) ** 2) / answers);
  const score = 100 * (p - d);
  return {
    score,
    margin,
    low: Math.max(-100, score - margin),
    high: Math.min(100, score + margin),
  };
}
