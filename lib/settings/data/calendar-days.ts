import "server-only";
import type { Tx } from "@/lib/platform/db/access";
import { NotFoundError } from "@/lib/platform/errors";
import { businessDate, fromUtcMidnight, toUtcMidnight } from "@/lib/shared/business-date";
import type { CalendarDayInput } from "../domain/calendar-text";

/** Holidays and make-up days of a calendar year, in order. */
export async function calendarDays(tx: Tx, year: number) {
  const rows = await tx.calendarDay.findMany({
    where: {
      day: {
        gte: toUtcMidnight(businessDate(year, 1, 1)),
        lt: toUtcMidnight(businessDate(year + 1, 1, 1)),
      },
    },
    orderBy: { day: "asc" },
  });
  return rows.map((row) => ({ ...row, day: fromUtcMidnight(row.day) }));
}

/** Saves days; one that is in the calendar already gets the new kind and names. */
export async function saveCalendarDays(tx: Tx, days: readonly CalendarDayInput[]) {
  const dates = days.map(({ day }) => toUtcMidnight(day));
  const { count: replaced } = await tx.calendarDay.deleteMany({ where: { day: { in: dates } } });
  await tx.calendarDay.createMany({
    data: days.map((one) => ({ ...one, day: toUtcMidnight(one.day) })),
  });
  return { added: days.length - replaced, replaced };
}

/** Adds the days the calendar does not have yet; answers how many. */
export async function addMissingCalendarDays(tx: Tx, days: readonly CalendarDayInput[]) {
  const { count } = await tx.calendarDay.createMany({
    data: days.map((one) => ({ ...one, day: toUtcMidnight(one.day) })),
    skipDuplicates: true,
  });
  return count;
}

/** @throws NotFoundError where none of them is there any more */
export async function deleteCalendarDays(tx: Tx, ids: readonly string[]): Promise<void> {
  const { count } = await tx.calendarDay.deleteMany({ where: { id: { in: [...ids] } } });
  if (count === 0) throw new NotFoundError();
}
