import type { Tx } from "@/lib/platform/db/access";
import {
  type BusinessDate,
  businessDateIn,
  fromUtcMidnight,
  type Weekday,
} from "@/lib/shared/business-date";
import { minorDigits } from "@/lib/shared/money";
import type { WorkingCalendar } from "../domain/working-days";
import { type Organisation, organisation } from "./organisation";

/** What every figure and every pace needs to know of the organisation. */
export type BusinessContext = {
  organisation: Organisation;
  workingCalendar: WorkingCalendar;
  /** Today in the organisation's time zone. */
  today: BusinessDate;
  /** Decimals of the base currency's minor unit. */
  digits: number;
};

async function workingCalendar(tx: Tx, weekend: readonly number[]): Promise<WorkingCalendar> {
  const days = await tx.calendarDay.findMany({ select: { day: true, kind: true } });
  const of = (kind: "holiday" | "workday") =>
    new Set(days.filter((day) => day.kind === kind).map(({ day }) => fromUtcMidnight(day)));
  return {
    weekend: weekend.filter((day): day is Weekday => day >= 1 && day <= 7),
    holidays: of("holiday"),
    makeUpDays: of("workday"),
  };
}

export async function businessContext(tx: Tx): Promise<BusinessContext> {
  const settings = await organisation(tx);
  return {
    organisation: settings,
    workingCalendar: await workingCalendar(tx, settings.weekendDays),
    today: businessDateIn(settings.timeZone, new Date()),
    digits: minorDigits(settings.baseCurrency),
  };
}
