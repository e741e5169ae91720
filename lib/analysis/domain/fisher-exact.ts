import type { Tries } from "./beta-binomial";
import { logChoose } from "./log-gamma";

/**
 * The chance of a rate this high, or higher, against the other group if both have the same: Fisher's
 * exact test, one-sided. 1 where a group has no tries. For "this low" exchange hits and misses.
 */
export function higherRate(group: Tries, other: Tries): number {
  const hits = group.hits + other.hits;
  const all = group.n + other.n;
  const ways = logChoose(all, hits);
  let sum = 0;
  for (let k = group.hits; k <= Math.min(hits, group.n); k += 1)
    sum += Math.exp(logChoose(group.n, k) + logChoose(other.n, hits - k) - ways);
  return Math.min(1, sum);
}

/** The chance of a rate this low, or lower, against the other group if both have the same. */
export function lowerRate(group: Tries, other: Tries): number {
  const misses = ({ hits, n }: Tries): Tries => ({ hits: n - hits, n });
  return higherRate(misses(group), misses(other));
}
