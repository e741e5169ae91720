"use server";
import { revalidatePath } from "next/cache";
import { canEver } from "@/lib/people/domain/permissions";
import { action, policy } from "@/lib/platform/action-client";
import { write } from "@/lib/platform/db/access";
import { toBusinessDate } from "@/lib/shared/business-date";
import {
  addMissingCalendarDays,
  calendarDays,
  deleteCalendarDays,
  saveCalendarDays,
} from "../data/calendar-days";
import { type CalendarEntry, daysOfEntries, nextYearDays } from "../domain/calendar-text";
import {
  calendarDaysInput,
  calendarEntryInput,
  calendarListInput,
  calendarYearInput,
} from "../schema";

const admin = action.use(policy((scope) => canEver(scope, "settings.manage")));

/** Working days are behind the pace on every page. */
function revalidate(): void {
  revalidatePath("/", "layout");
}

type Entry = Omit<CalendarEntry, "from" | "to"> & { from: string; to: string };
const dated = ({ from, to, ...rest }: Entry): CalendarEntry => ({
  ...rest,
  from: toBusinessDate(from),
  to: toBusinessDate(to),
});

/** A day or a range of days. */
export const addCalendarDays = admin
  .inputSchema(calendarEntryInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    const saved = await write(scope, (tx) =>
      saveCalendarDays(tx, daysOfEntries([dated(parsedInput)])),
    );
    revalidate();
    return saved;
  });

/** A pasted list; all of it or nothing. */
export const addCalendarList = admin
  .inputSchema(calendarListInput)
  .action(async ({ parsedInput: { entries }, ctx: { scope } }) => {
    const saved = await write(scope, (tx) =>
      saveCalendarDays(tx, daysOfEntries(entries.map(dated))),
    );
    revalidate();
    return saved;
  });

/** The days of the year before on the same dates; days the year has already stay as they are. */
export const copyCalendarYear = admin
  .inputSchema(calendarYearInput)
  .action(async ({ parsedInput: { year }, ctx: { scope } }) => {
    const added = await write(scope, async (tx) => {
      const before = await calendarDays(tx, year - 1);
      const days = before.map(({ day, kind, name, nameEn }) => ({ day, kind, name, nameEn }));
      return addMissingCalendarDays(tx, nextYearDays(days));
    });
    revalidate();
    return { added };
  });

export const removeCalendarDays = admin
  .inputSchema(calendarDaysInput)
  .action(async ({ parsedInput: { ids }, ctx: { scope } }) => {
    await write(scope, (tx) => deleteCalendarDays(tx, ids));
    revalidate();
  });
