import type { DashboardFrame } from "@/lib/dashboard/data/frame";
import type { MeasuredRow } from "@/lib/metrics/data/measure";
import { metricOf } from "@/lib/metrics/domain/catalogue";
import type { Weekday } from "@/lib/shared/business-date";
import { lengthInDays, splitPeriod, startOfGrain } from "@/lib/shared/period";
import { ratio } from "@/lib/shared/ratio";
import type { CompareMetric } from "../domain/compare-choices";
import {
  type Interval,
  type Slice,
  sliceInterval,
  wilsonInterval,
} from "../domain/figure-interval";

/** The figure of each member by week or month, also those without records. */
export type Slices = ReadonlyMap<string, readonly Slice[]>;

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
  return new Map(
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
}

/** Values to draw: of a sum what a day brought, so that the week that is not over does not fall. */
export function courseOf(slices: readonly Slice[]): (number | null)[] {
  return slices.map(({ numerator, denominator }) => ratio(numerator, denominator));
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
