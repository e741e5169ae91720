import "server-only";
import { read } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { businessDate, yearOf } from "@/lib/shared/business-date";
import { splitPeriod } from "@/lib/shared/period";
import { businessContext } from "../data/business-context";
import { calendarDays } from "../data/calendar-days";
import { displacedTargets, quartersAround } from "../domain/fiscal-start";
import { countWorkingDays } from "../domain/working-days";
import { targetPeriods } from "../sql/target-periods";

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** Everything the page of the fiscal and the working calendar shows, of one calendar year; for admins. */
export function calendarPage(scope: Scope, wanted: number | undefined) {
  return read(scope, async (tx) => {
    const { organisation, workingCalendar, today } = await businessContext(tx);
    const year = wanted ?? yearOf(today);
    const periods = await targetPeriods(tx);
    const months = splitPeriod(
      { from: businessDate(year, 1, 1), to: businessDate(year + 1, 1, 1) },
      "month",
    );
    return {
      year,
      today,
      version: organisation.version,
      startMonth: organisation.fiscalYearStartMonth,
      /** For each month the fiscal year could start in: its quarters, and targets it would displace. */
      choices: MONTHS.map((month) => ({
        month,
        quarters: quartersAround(month, today),
        displaced: displacedTargets(month, periods),
      })),
      days: await calendarDays(tx, year),
      lastYear: (await calendarDays(tx, year - 1)).length,
      months: months.map((month) => ({
        ...month,
        working: countWorkingDays(workingCalendar, month),
      })),
    };
  });
}
export type CalendarPage = Awaited<ReturnType<typeof calendarPage>>;
