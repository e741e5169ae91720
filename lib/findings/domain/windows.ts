import { MATURE_DAYS } from "@/lib/metrics/domain/stage-cohort";
import {
  addDays,
  addMonths,
  type BusinessDate,
  later,
  type Weekday,
} from "@/lib/shared/business-date";
import { type Period, splitPeriod, startOfGrain } from "@/lib/shared/period";
import type { Compared } from "./company-figures";

/** Months of product sales that are read; more would only cost. */
const MONTHS = 60;
/** Of these months weeks are read too. */
const WEEK_MONTHS = 24;
const STAGE_DAYS = 180;
const COUNT_DAYS = 90;

export type Windows = {
  months: Period[];
  weeks: Period[];
  year: Period;
  entered: Compared;
  counted: Compared;
};

/**
 * The times the rules look at, as seen on a day (included); sales begin at `firstData`, weeks on the
 * ISO weekday `firstDayOfWeek`.
 */
export function windowsOn(
  asOf: BusinessDate,
  firstData: BusinessDate,
  firstDayOfWeek: Weekday = 1,
): Windows {
  const to = addDays(asOf, 1);
  const lastMonth = startOfGrain(to, "month");
  const earliest = addMonths(lastMonth, -MONTHS);
  // A first month that begins in its middle would look weak.
  const begun = startOfGrain(addDays(addMonths(firstData, 1), -1), "month");
  const from = later(begun, earliest);
  const mature = addDays(to, -MATURE_DAYS);
  return {
    weeks: wholeWeeks(later(from, addMonths(to, -WEEK_MONTHS)), to, firstDayOfWeek),
    months: from < lastMonth ? splitPeriod({ from, to: lastMonth }, "month") : [],
    year: { from: addMonths(to, -12), to },
    entered: compared(mature, STAGE_DAYS),
    counted: compared(to, COUNT_DAYS),
  };
}

function wholeWeeks(from: BusinessDate, to: BusinessDate, firstDayOfWeek: Weekday): Period[] {
  const options = { firstDayOfWeek };
  const first = startOfGrain(addDays(from, 6), "week", options);
  const last = startOfGrain(to, "week", options);
  return first < last ? splitPeriod({ from: first, to: last }, "week", options) : [];
}

function compared(to: BusinessDate, days: number): Compared {
  const from = addDays(to, -days);
  return { recent: { from, to }, before: { from: addMonths(from, -12), to: from } };
}
