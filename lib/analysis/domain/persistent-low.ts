import { median } from "@/lib/shared/median";
import { againstRest, deseasonalise, seasonalFactors } from "./deseasonalise";
import { mannKendall } from "./mann-kendall";

/**
 * Months looked at, the fewest that can show a trend, how many of the last must lie low, below which
 * share of the former level, and from how many months on a series knows its own season.
 */
export const LOW_RULE = { window: 24, shortest: 12, months: 3, share: 0.85, ownSeasons: 36 };

export type LowJudgement = {
  /** The part against the rest, month by month; 1 is the median of the first half. */
  index: number[];
  tau: number;
  /** The chance of so clear a fall in a series without trend. */
  p: number;
  /** The last months all lie below the share of the former level. */
  isLow: boolean;
};

/**
 * Whether a part sells persistently low: its sales against those of the rest, month by month, so that
 * season, holidays and the growth of the whole drop out (with three years also its own season); tested
 * for a falling trend by Mann–Kendall. Null where it is too young, or there is no rest.
 */
export function judgeLow(part: readonly number[], whole: readonly number[]): LowJudgement | null {
  const since = part.findIndex((amount) => amount > 0);
  if (since < 0) return null;
  const series = relative(part, whole, since)?.slice(-LOW_RULE.window);
  if (!series || series.length < LOW_RULE.shortest) return null;
  const level = median(series.slice(0, Math.floor(series.length / 2))) ?? 0;
  const test = mannKendall(series);
  if (!test || level <= 0) return null;
  const index = series.map((value) => value / level);
  const isLow = index.slice(-LOW_RULE.months).every((value) => value < LOW_RULE.share);
  return { index, tau: test.tau, p: test.falling, isLow };
}

function relative(part: readonly number[], whole: readonly number[], since: number) {
  const ratios = againstRest(part, whole).slice(since);
  const known = ratios.filter((value) => value !== null);
  if (known.length < ratios.length) return null;
  const factors = known.length < LOW_RULE.ownSeasons ? null : seasonalFactors(known);
  return factors ? deseasonalise(known, factors) : known;
}
