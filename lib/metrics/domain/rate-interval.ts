/** `hits` of `n`; shares of deals count as parts, so neither need be whole. */
export type Rate = { hits: number; n: number };

export type Interval = { low: number; high: number };

const Z95 = 1.959964;

/**
 * The 95% interval of a rate by Wilson's score, which stays within 0 and 1 and holds for few tries too.
 * Null without any. Source: Wilson 1927.
 */
export function rateInterval({ hits, n }: Rate): Interval | null {
  if (n <= 0) return null;
  const p = hits / n;
  const z2 = Z95 ** 2;
  const centre = (p + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z95 / (1 + z2 / n)) * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

export type RateDifference = Interval & { difference: number };

/**
 * How much higher one rate is than another, with its 95% interval: from the distances of each rate to
 * the ends of its own interval. Null where a group has no tries. Source: Newcombe 1998, method 10.
 */
export function rateDifference(one: Rate, other: Rate): RateDifference | null {
  const [first, second] = [rateInterval(one), rateInterval(other)];
  if (!first || !second) return null;
  const [p, q] = [one.hits / one.n, other.hits / other.n];
  const difference = p - q;
  return {
    difference,
    low: difference - Math.hypot(p - first.low, second.high - q),
    high: difference + Math.hypot(first.high - p, q - second.low),
  };
}
