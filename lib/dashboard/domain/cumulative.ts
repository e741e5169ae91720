import { addDays, type BusinessDate, diffDays } from "@/lib/shared/business-date";
import type { Period } from "@/lib/shared/period";
import type { SeriesPoint } from "./dashboard-view";

type Daily = readonly { day: BusinessDate; revenue: number }[];

type CumulativeInput = {
  period: Period;
  /** The part that has passed; later days have no actual. */
  elapsed: Period;
  daily: Daily;
  /** Last year's days, laid over by their distance from the start of their period. */
  lastYear: { period: Period; daily: Daily };
  target: number | null;
  /** Share of working days gone at the end of each day of the period, 0 to 1. */
  weights: readonly number[];
};

/** Running sums by distance in days from the start. */
function runningSums(period: Period, daily: Daily, length: number): number[] {
  const sums = new Array<number>(length).fill(0);
  for (const { day, revenue } of daily) {
    const index = Math.min(diffDays(period.from, day), length - 1);
    sums[index] = (sums[index] ?? 0) + revenue;
  }
  let total = 0;
  return sums.map((value) => (total += value));
}

/** One point a day: revenue so far, what was expected so far, and last year's at the same distance. */
export function cumulativeSeries(input: CumulativeInput): SeriesPoint[] {
  const { period, elapsed, daily, lastYear, target, weights } = input;
  const length = diffDays(period.from, period.to);
  const actual = runningSums(period, daily, length);
  const before =
    lastYear.daily.length > 0 ? runningSums(lastYear.period, lastYear.daily, length) : null;
  return Array.from({ length }, (_, index) => {
    const day = addDays(period.from, index);
    const weight = weights[index];
    return {
      day,
      actual: day < elapsed.to ? (actual[index] ?? null) : null,
      expected: target === null || weight === undefined ? null : target * weight,
      lastYear: before?.[index] ?? null,
    };
  });
}
