import {
  countWorkingDays,
  elapsedWorkingDays,
  type WorkingCalendar,
  workingDaysLeft,
} from "@/lib/settings/domain/working-days";
import type { BusinessDate } from "@/lib/shared/business-date";
import type { Period } from "@/lib/shared/period";
import { workingDayWeight } from "./elapsed-weight";
import type { PaceThresholds } from "./pace";

/** How far a period has gone in working days, and from which share of the expected value on all is well. */
export type Pacing = {
  days: number;
  daysGone: number;
  daysLeft: number;
  /** Share of the working days gone, 0 to 1; null where the period has none. */
  weight: number | null;
  thresholds: PaceThresholds;
};

/** The pacing of a period on the day `asOf`, which counts as gone. */
export function pacingOf(
  calendar: WorkingCalendar,
  period: Period,
  asOf: BusinessDate,
  thresholds: PaceThresholds,
): Pacing {
  const days = countWorkingDays(calendar, period);
  const daysGone = elapsedWorkingDays(calendar, period, asOf);
  return {
    days,
    daysGone,
    daysLeft: workingDaysLeft(calendar, period, asOf),
    weight: workingDayWeight({ elapsed: daysGone, total: days }),
    thresholds,
  };
}
