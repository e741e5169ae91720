import type { Formatter } from "@/lib/platform/i18n/format";
import { type CalendarDayInput, runsOf } from "@/lib/settings/domain/calendar-text";
import type { FiscalPeriod } from "@/lib/settings/domain/fiscal-calendar";
import { businessDate } from "@/lib/shared/business-date";
import { localName } from "@/lib/shared/local-name";
import { lastDay } from "@/lib/shared/period";
import type { CalendarLine } from "./calendar-days";
import type { FiscalChoice } from "./fiscal-start-form";

type Choice = { month: number; quarters: readonly FiscalPeriod[]; displaced: number };

/** The months a fiscal year can start in, in words. */
export function fiscalChoices(
  { choices }: { choices: readonly Choice[] },
  format: Formatter,
): FiscalChoice[] {
  return choices.map(({ month, quarters, displaced }) => ({
    month,
    displaced,
    label: format.monthShort(businessDate(2000, month, 1)),
    quarters: quarters.map((quarter) => ({
      label: format.period(quarter.label),
      span: `${format.dateShort(quarter.from)} – ${format.dateShort(lastDay(quarter))}`,
    })),
  }));
}

type Day = CalendarDayInput & { id: string };

/** Holidays and make-up days of a year, neighbours joined, in words. */
export function calendarLines(
  { days }: { days: readonly Day[] },
  format: Formatter,
  locale: string,
): CalendarLine[] {
  return runsOf(days).map(({ from, to, ids, kind, name, nameEn }) => ({
    ids,
    kind,
    name: localName({ name, nameEn }, locale),
    span:
      from === to
        ? format.dayAndMonth(from)
        : `${format.dayAndMonth(from)} – ${format.dayAndMonth(to)}`,
  }));
}
