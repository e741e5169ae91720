import type { DashboardFrame } from "@/lib/dashboard/data/frame";
import type { MeasuredRow } from "@/lib/metrics/data/measure";
import { metricOf } from "@/lib/metrics/domain/catalogue";
import type { BusinessDate, Weekday } from "@/lib/shared/business-date";
import { median } from "@/lib/shared/median";
import { lengthInDays, splitPeriod, startOfGrain } from "@/lib/shared/period";
import { ratio } from "@/lib/shared/ratio";
import type { CompareMetric } from "../domain/compare-choices";
import {
  type Interval,
  type Slice,
  sliceInterval,
  wilsonInterval,
} from "../domain/figure-interval";

/** The figure of each member by week or month, also those without records, and the first day of each. */
export type Slices = { times: BusinessDate[]; of: ReadonlyMap<string, readonly Slice[]> };

const isSum = (metric: CompareMetric) => metricOf(metric).form === "sum";

/** Every week (month) of the time that has passed; a sum is held against its days, so that a part of a week counts as one. */
export function slicesOf(
  { elapsed, organisation }: DashboardFrame,
  metric: CompareMetric,
  grain: "week" | "month",
  rows: readonly MeasuredRow[],
): Slices {
  const options = {
    firstDayOfWeek: organisation.firstDayOfWeek as Weekday,
    yearStartMonth: organisation.fiscalYearStartMonth,
  };
  const parts = splitPeriod(elapsed, grain, options).map((part) => ({
    bucket: startOfGrain(part.from, grain, options),
    days: lengthInDays(part),
  }));
  const members = Map.groupBy(rows, ({ key }) => key ?? "");
  const of = new Map(
    [...members].map(([key, own]) => {
      const byBucket = new Map(own.map((row) => [row.bucket, row]));
      const slices = parts.map(({ bucket, days }): Slice => {
        const row = byBucket.get(bucket);
        const denominator = isSum(metric) ? days : (row?.denominator ?? 0);
        return { numerator: row?.numerator ?? 0, denominator };
      });
      return [key, slices];
    }),
  );
  return { times: parts.map(({ bucket }) => bucket), of };
}

/**
 * Values to draw: of a sum what a day brought, so that the week that is not over does not fall. `factor`
 * brings them to heads; null where the norm is no division.
 */
export function courseOf(slices: readonly Slice[], factor: number | null): (number | null)[] {
  return slices.map(({ numerator, denominator }) => {
    const value = ratio(numerator, denominator);
    return value === null ? null : value * (factor ?? 1);
  });
}

/** The median of all courses at each time. */
export function medianCourse(courses: readonly (readonly (number | null)[])[]): (number | null)[] {
  return (courses[0] ?? []).map((_, at) => median(courses.flatMap((course) => course[at] ?? [])));
}

/** The interval on the scale that is shown: `factor` turns the figure into it; null where none does. */
export function intervalOf(
  metric: CompareMetric,
  figure: { value: number | null; n: number } | undefined,
  slices: readonly Slice[],
  factor: number | null,
): Interval | null {
  if (!figure || figure.value === null || factor === null) return null;
  if (metric === "win_rate") return wilsonInterval(figure.value, figure.n);
  const found = sliceInterval(slices);
  if (!found) return null;
  const days = slices.reduce((sum, { denominator }) => sum + denominator, 0);
  const scale = isSum(metric) ? days * factor : 1;
  return { low: found.low * scale, high: found.high * scale };
}
