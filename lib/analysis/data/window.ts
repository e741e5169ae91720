import type { DashboardFrame } from "@/lib/dashboard/data/frame";
import { type Measurement, measure } from "@/lib/metrics/data/measure";
import type { Tx } from "@/lib/platform/db/access";
import { addDays, addMonths } from "@/lib/shared/business-date";
import type { Period } from "@/lib/shared/period";

/** So many months up to the last day the frame looks at. */
export function windowOf({ asOf }: Pick<DashboardFrame, "asOf">, months: number): Period {
  const to = addDays(asOf, 1);
  return { from: addMonths(to, -months), to };
}

/** The metric engine with what the frame knows: whose figures, the calendar, what today is. */
export function measureIn(
  tx: Tx,
  frame: DashboardFrame,
  asked: Pick<
    Measurement,
    "metrics" | "range" | "compare" | "by" | "kept" | "across" | "grain" | "where"
  >,
) {
  const { organisation, today, digits, where } = frame;
  const { fiscalYearStartMonth, firstDayOfWeek } = organisation;
  const calendar = { fiscalYearStartMonth, firstDayOfWeek };
  return measure(tx, { where, asOf: today, digits, calendar, ...asked });
}
