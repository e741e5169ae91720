import {
  addDays,
  addMonths,
  type BusinessDate,
  businessDate,
  dayOf,
  diffDays,
  earlier,
  later,
  monthOf,
  type Weekday,
  weekday,
  yearOf,
} from "./business-date";

/** Days from `from` up to, not including, `to`. Half-open, so periods tile without overlap. */
export interface Period {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}

export type Grain = "day" | "week" | "month" | "quarter" | "year";

/** Where weeks and years begin; quarters are counted from the year's start month. */
export interface GrainOptions {
  readonly firstDayOfWeek?: Weekday;
  /** 1–12, default 1 */
  readonly yearStartMonth?: number;
}

/** A period; throws RangeError when `to` lies before `from`. An empty period is allowed. */
export function period(from: BusinessDate, to: BusinessDate): Period {
  if (to < from) throw new RangeError(`period ends before it starts: ${from} – ${to}`);
  return { from, to };
}

export function contains(p: Period, date: BusinessDate): boolean {
  return p.from <= date && date < p.to;
}

export function isEmpty(p: Period): boolean {
  return p.to <= p.from;
}

/** Length in calendar days. */
export function lengthInDays(p: Period): number {
  return diffDays(p.from, p.to);
}

/** Last day inside the period; throws RangeError for an empty one. */
export function lastDay(p: Period): BusinessDate {
  if (isEmpty(p)) throw new RangeError("an empty period has no last day");
  return addDays(p.to, -1);
}

/** The days both periods have in common, or null. */
export function intersection(a: Period, b: Period): Period | null {
  const from = later(a.from, b.from);
  const to = earlier(a.to, b.to);
  return from < to ? { from, to } : null;
}

/** Number of whole calendar months, or null when the ends are not both the first of a month. */
function wholeMonths(p: Period): number | null {
  if (dayOf(p.from) !== 1 || dayOf(p.to) !== 1 || isEmpty(p)) return null;
  return (yearOf(p.to) - yearOf(p.from)) * 12 + monthOf(p.to) - monthOf(p.from);
}

/**
 * The period of the same shape that ends where this one starts: whole months step back by as many
 * months (a quarter by a quarter, whatever its days), anything else by as many days.
 */
export function previousPeriod(p: Period): Period {
  const months = wholeMonths(p);
  const from = months === null ? addDays(p.from, -lengthInDays(p)) : addMonths(p.from, -months);
  return { from, to: p.from };
}

/** An exclusive end that has no counterpart (29 February) moves on, so that no day is lost. */
function shiftEnd(to: BusinessDate, months: number): BusinessDate {
  const shifted = addMonths(to, months);
  return dayOf(shifted) === dayOf(to) ? shifted : addDays(shifted, 1);
}

/** The same days one year earlier (29 February becomes the 28th). */
export function samePeriodLastYear(p: Period): Period {
  return { from: addMonths(p.from, -12), to: shiftEnd(p.to, -12) };
}

function startOfMonths(date: BusinessDate, span: number, yearStartMonth: number): BusinessDate {
  const intoYear = (monthOf(date) - yearStartMonth + 12) % 12;
  return addMonths(businessDate(yearOf(date), monthOf(date), 1), -(intoYear % span));
}

/** First day of the day, week, month, quarter or year that holds the date. */
export function startOfGrain(
  date: BusinessDate,
  grain: Grain,
  { firstDayOfWeek = 1, yearStartMonth = 1 }: GrainOptions = {},
): BusinessDate {
  if (grain === "day") return date;
  if (grain === "week") return addDays(date, -((weekday(date) - firstDayOfWeek + 7) % 7));
  const span = { month: 1, quarter: 3, year: 12 }[grain];
  return startOfMonths(date, span, yearStartMonth);
}

function nextStart(start: BusinessDate, grain: Grain): BusinessDate {
  if (grain === "day") return addDays(start, 1);
  if (grain === "week") return addDays(start, 7);
  return addMonths(start, { month: 1, quarter: 3, year: 12 }[grain]);
}

/** Cuts a period at the grain's boundaries; the parts tile it, the first and last may be shorter. */
export function splitPeriod(p: Period, grain: Grain, options: GrainOptions = {}): Period[] {
  const parts: Period[] = [];
  let from = p.from;
  while (from < p.to) {
    const next = nextStart(startOfGrain(from, grain, options), grain);
    const to = earlier(next, p.to);
    parts.push({ from, to });
    from = to;
  }
  return parts;
}

/** Every day of the period in order. */
export function daysOf(p: Period): BusinessDate[] {
  return splitPeriod(p, "day").map((day) => day.from);
}
