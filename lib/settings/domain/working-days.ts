import {
  addDays,
  type BusinessDate,
  earlier,
  type Weekday,
  weekday,
} from "@/lib/shared/business-date";
import { daysOf, isEmpty, lastDay, type Period } from "@/lib/shared/period";

/**
 * Which days count as working days. A make-up day (调休) is worked although it is a weekend day;
 * where a day is both a holiday and a make-up day, it is worked.
 */
export interface WorkingCalendar {
  /** ISO weekdays without work; Saturday and Sunday are [6, 7] */
  readonly weekend: readonly Weekday[];
  readonly holidays: ReadonlySet<BusinessDate>;
  readonly makeUpDays: ReadonlySet<BusinessDate>;
}

export function isWorkingDay(calendar: WorkingCalendar, date: BusinessDate): boolean {
  if (calendar.makeUpDays.has(date)) return true;
  return !calendar.holidays.has(date) && !calendar.weekend.includes(weekday(date));
}

/** Working days in a period. Additive: the counts of its parts sum to the count of the whole. */
export function countWorkingDays(calendar: WorkingCalendar, p: Period): number {
  return daysOf(p).filter((date) => isWorkingDay(calendar, date)).length;
}

/**
 * The part of a period that has passed. `asOf` itself counts as passed, because the figures it is
 * compared with already hold that day's records. Empty before the period starts.
 */
export function elapsedPart(p: Period, asOf: BusinessDate): Period {
  const end = addDays(asOf, 1);
  if (end <= p.from) return { from: p.from, to: p.from };
  return { from: p.from, to: earlier(end, p.to) };
}

/** Working days from the start of the period to `asOf`, both included. */
export function elapsedWorkingDays(
  calendar: WorkingCalendar,
  p: Period,
  asOf: BusinessDate,
): number {
  return countWorkingDays(calendar, elapsedPart(p, asOf));
}

/** Working days after `asOf` to the end of the period; all of them before it starts. */
export function workingDaysLeft(calendar: WorkingCalendar, p: Period, asOf: BusinessDate): number {
  return countWorkingDays(calendar, { from: elapsedPart(p, asOf).to, to: p.to });
}

/** Days passed since the last working day of the part (of all days when it has none). */
function trailingIdleDays(calendar: WorkingCalendar, p: Period): number {
  const days = daysOf(p);
  const lastWorked = days.findLastIndex((date) => isWorkingDay(calendar, date));
  return days.length - 1 - lastWorked;
}

/** Exclusive end of the part with `count` working days and up to `idle` days off after them. */
function endAfterWorkingDays(
  calendar: WorkingCalendar,
  p: Period,
  count: number,
  idle: number,
): BusinessDate {
  let worked = 0;
  let idleLeft = idle;
  for (const date of daysOf(p)) {
    const working = isWorkingDay(calendar, date);
    if (worked === count && (working || idleLeft === 0)) return date;
    if (working) worked += 1;
    else if (worked === count) idleLeft -= 1;
  }
  return p.to;
}

/**
 * The part of `comparison` that has as many working days as `current` has had up to `asOf`, so
 * that to-date figures compare like with like. Days off since the last working day are matched
 * too, as far as the comparison has them. A finished period compares with the whole of the other;
 * where the comparison has fewer working days in all, the whole of it is taken.
 */
export function sameElapsedPart(
  calendar: WorkingCalendar,
  current: Period,
  comparison: Period,
  asOf: BusinessDate,
): Period {
  const elapsed = elapsedPart(current, asOf);
  if (elapsed.to >= current.to) return comparison;
  const count = countWorkingDays(calendar, elapsed);
  const idle = trailingIdleDays(calendar, elapsed);
  return { from: comparison.from, to: endAfterWorkingDays(calendar, comparison, count, idle) };
}

/** Last day of `sameElapsedPart`, or null when nothing has elapsed. */
export function sameElapsedDate(
  calendar: WorkingCalendar,
  current: Period,
  comparison: Period,
  asOf: BusinessDate,
): BusinessDate | null {
  const part = sameElapsedPart(calendar, current, comparison, asOf);
  return isEmpty(part) ? null : lastDay(part);
}
