import { type MannKendall, mannKendall, senLine } from "./mann-kendall";
import { normalCdf } from "./normal";

/**
 * Mann–Kendall for series whose neighbours resemble each other, e.g. weeks: the variance of S grows by
 * what the significant autocorrelations of the ranks add, once Sen's line is taken out. It never shrinks,
 * so that a series that swings to and fro gains nothing. The correction is that of Hamed & Rao 1998,
 * with lags up to a quarter of the series. Null below ten values.
 */
export function mannKendallCorrelated(values: readonly number[]): MannKendall | null {
  const n = values.length;
  const plain = n < 10 ? null : mannKendall(values);
  if (!plain) return null;
  const variance = ((n * (n - 1) * (2 * n + 5)) / 18) * inflation(values);
  const tail = (s: number) => normalCdf((s + 1) / Math.sqrt(variance));
  // The plain test knows ties and short series exactly; the correction only ever makes it less sure.
  const falling = Math.max(plain.falling, tail(plain.s));
  return { ...plain, falling, rising: Math.max(plain.rising, tail(-plain.s)) };
}

function inflation(values: readonly number[]): number {
  const n = values.length;
  const slope = senLine(values)?.slope ?? 0;
  const ranks = ranksOf(values.map((value, time) => value - slope * time));
  const significant = 1.96 / Math.sqrt(n);
  let sum = 0;
  for (let lag = 1; lag <= Math.floor(n / 4); lag += 1) {
    const rho = autocorrelation(ranks, lag);
    if (Math.abs(rho) > significant) sum += (n - lag) * (n - lag - 1) * (n - lag - 2) * rho;
  }
  return Math.max(1, 1 + (2 * sum) / (n * (n - 1) * (n - 2)));
}

function ranksOf(values: readonly number[]): number[] {
  const order = values.map((value, at) => ({ value, at })).sort((a, b) => a.value - b.value);
  const ranks = values.map(() => 0);
  for (const [rank, { at }] of order.entries()) ranks[at] = rank;
  return ranks;
}

function autocorrelation(ranks: readonly number[], lag: number): number {
  const centre = (ranks.length - 1) / 2;
  const from = (at: number) => (ranks[at] ?? centre) - centre;
  const whole = ranks.reduce((sum, _, at) => sum + from(at) ** 2, 0);
  const shifted = ranks.slice(lag).reduce((sum, _, at) => sum + from(at) * from(at + lag), 0);
  return shifted / whole;
}
