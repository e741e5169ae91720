import {
  addDays,
  addMonths,
  type BusinessDate,
  startOfMonth,
  type Weekday,
  weekday,
} from "@/lib/shared/business-date";
import { daysOf, type Period } from "@/lib/shared/period";

export const CALENDAR_VIEWS = ["month", "week", "day"] as const;
export type CalendarView = (typeof CALENDAR_VIEWS)[number];

/** The first day of the week `date` lies in. */
export function startOfWeek(date: BusinessDate, firstDayOfWeek: Weekday): BusinessDate {
  return addDays(date, -((weekday(date) - firstDayOfWeek + 7) % 7));
}

/** The days a view shows, half-open; a month is filled up to whole weeks. */
export function calendarRange(
  view: CalendarView,
  date: BusinessDate,
  firstDayOfWeek: Weekday,
): Period {
  if (view === "day") return { from: date, to: addDays(date, 1) };
  if (view === "week") {
    const from = startOfWeek(date, firstDayOfWeek);
    return { from, to: addDays(from, 7) };
  }
  const first = startOfMonth(date);
  const lastWeek = startOfWeek(addDays(addMonths(first, 1), -1), firstDayOfWeek);
  return { from: startOfWeek(first, firstDayOfWeek), to: addDays(lastWeek, 7) };
}

/** The date of the view one step later (1) or earlier (-1). */
export function stepped(view: CalendarView, date: BusinessDate, by: 1 | -1): BusinessDate {
  if (view === "month") return addMonths(startOfMonth(date), by);
  return addDays(date, view === "week" ? 7 * by : by);
}

/** The days of a range by sevens. */
export function weeksOf(range: Period): BusinessDate[][] {
  const days = daysOf(range);
  return Array.from({ length: Math.ceil(days.length / 7) }, (_, week) =>
    days.slice(week * 7, week * 7 + 7),
  );
}
