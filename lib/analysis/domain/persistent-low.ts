import { type BusinessDate, monthOf } from "@/lib/shared/business-date";
import { median } from "@/lib/shared/median";
import { againstRest, seasonalFactors } from "./deseasonalise";
import { mannKendallCorrelated } from "./mann-kendall-correlated";

/**
 * Months looked at; the fewest that can show a trend; how many of the last must lie below the former
 * level, and below which share of it together; from how many months on a part knows its own season.
 */
export const LOW_RULE = { window: 24, shortest: 12, months: 3, share: 0.85, ownSeasons: 36 };

/** Amounts in their order: one for each month, one for each week. */
export type ByTime = { months: readonly number[]; weeks: readonly number[] };
/** The first day of each month and week. */
export type Times = { months: readonly BusinessDate[]; weeks: readonly BusinessDate[] };

export type LowJudgement = {
  /** The months looked at, and the part's amounts in them. */
  months: readonly BusinessDate[];
  amounts: readonly number[];
  /** The part against the rest, month by month; 1 is the former level, the median of the first half. */
  index: number[];
  /** That level: the part for each unit of the rest. */
  level: number;
  /** The trend of the weeks, the chance of so clear a fall without one, and how many weeks there are. */
  tau: number;
  p: number;
  n: number;
  /** Each of the last three months lies below the former level, and together below 85% of it. */
  isLow: boolean;
};

/**
 * Whether a part sells persistently low: its amounts against those of the rest, so that season,
 * holidays and the growth of the whole drop out; from three years on its own season is taken out too.
 * Tested week by week by Mann–Kendall for a falling trend, corrected for weeks that resemble their
 * neighbours (Hamed and Rao 1998). Null where it is too young, or there is no rest.
 */
export function judgeLow(part: ByTime, whole: ByTime, times: Times): LowJudgement | null {
  const since = part.months.findIndex((amount) => amount > 0);
  const shares = since < 0 ? null : known(againstRest(part.months, whole.months).slice(since));
  if (!shares || shares.length < LOW_RULE.shortest) return null;
  const season = ownSeason(shares, times.months.slice(since));
  const first = Math.max(since, times.months.length - LOW_RULE.window);
  const months = times.months.slice(first);
  const series = shares.slice(first - since).map((share, at) => share / season(months[at]));
  const level = median(series.slice(0, Math.floor(series.length / 2))) ?? 0;
  const test = mannKendallCorrelated(
    times.weeks.flatMap((week, at) => {
      const share = againstRest([part.weeks[at] ?? 0], [whole.weeks[at] ?? 0])[0] ?? null;
      return share === null || week < (months[0] ?? week) ? [] : share / season(week);
    }),
  );
  if (!test || level <= 0) return null;
  const index = series.map((value) => value / level);
  return {
    ...{ months, amounts: part.months.slice(first), index, level },
    ...{ tau: test.tau, p: test.falling, n: test.n },
    isLow: isLow(index.slice(-LOW_RULE.months)),
  };
}

/** All values, or null where one of them is unknown. */
function known(values: readonly (number | null)[]): number[] | null {
  const all = values.filter((value) => value !== null);
  return all.length < values.length ? null : all;
}

/** How the part's share stands in the month of a day against an ordinary month (1). */
function ownSeason(shares: readonly number[], months: readonly BusinessDate[]) {
  const factors = shares.length < LOW_RULE.ownSeasons ? null : seasonalFactors(shares);
  const first = months[0] ? monthOf(months[0]) : 1;
  return (day: BusinessDate | undefined): number =>
    day ? (factors?.[(monthOf(day) - first + 12) % 12] ?? 1) : 1;
}

const isLow = (last: readonly number[]) =>
  last.every((value) => value < 1) &&
  last.reduce((a, b) => a + b, 0) < LOW_RULE.share * last.length;
