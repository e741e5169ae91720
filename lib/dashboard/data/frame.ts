import "server-only";
import { dataDays } from "@/lib/metrics/sql/data-days";
import type { Filter } from "@/lib/metrics/sql/dimensions";
import { type VisibleUnit, visibleUnits } from "@/lib/people/data/visible-units";
import type { Tx } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { type BusinessContext, businessContext } from "@/lib/settings/data/business-context";
import {
  type FiscalPeriod,
  fiscalPeriodContaining,
  parsePeriodCode,
  previousFiscalPeriod,
  sameFiscalPeriodLastYear,
} from "@/lib/settings/domain/fiscal-calendar";
import { elapsedPart, sameElapsedPart } from "@/lib/settings/domain/working-days";
import { type BusinessDate, earlier } from "@/lib/shared/business-date";
import { lastDay, type Period } from "@/lib/shared/period";
import { type Pacing, pacingOf } from "@/lib/targets/domain/pacing";

export type DashboardParams = { unit?: string; period?: string };

/** What a dashboard is about: whose figures, which period, and what they are compared with. */
export type DashboardFrame = BusinessContext & {
  units: VisibleUnit[];
  /** Null for a rep, who sees the own figures. */
  unit: VisibleUnit | null;
  where: Filter;
  period: FiscalPeriod;
  previous: FiscalPeriod;
  lastYear: FiscalPeriod;
  /** The part of the period that has passed, and as many working days of the two others. */
  elapsed: Period;
  previousElapsed: Period;
  lastYearElapsed: Period;
  /** Today, or the last day of a period that is over. */
  asOf: BusinessDate;
  isOver: boolean;
  /** The first and last day with a visible sale or closed deal. */
  firstData: BusinessDate | null;
  lastData: BusinessDate | null;
  /** True where nobody asked for a period and the current one has no data yet. */
  openedOnLastData: boolean;
};

/** Unknown or invisible units and wrong codes fall back to the default, as if not asked for. */
export async function dashboardFrame(
  tx: Tx,
  scope: Scope,
  params: DashboardParams,
): Promise<DashboardFrame> {
  const context = await businessContext(tx);
  const startMonth = context.organisation.fiscalYearStartMonth;
  const units = await visibleUnits(tx, scope);
  const unit = units.find(({ id }) => id === params.unit) ?? units[0] ?? null;
  const { first, last } = await dataDays(tx, context.today);
  const current = fiscalPeriodContaining(startMonth, "quarter", context.today);
  const asked = params.period ? parsePeriodCode(startMonth, params.period) : null;
  const period = asked ?? fiscalPeriodContaining(startMonth, "quarter", last ?? context.today);
  const previous = previousFiscalPeriod(startMonth, period);
  const lastYear = sameFiscalPeriodLastYear(startMonth, period);
  const like = (other: Period) =>
    sameElapsedPart(context.workingCalendar, period, other, context.today);
  return {
    ...context,
    units,
    unit,
    where: unit ? { unit: unit.id } : { rep: scope.userId },
    period,
    previous,
    lastYear,
    elapsed: elapsedPart(period, context.today),
    previousElapsed: like(previous),
    lastYearElapsed: like(lastYear),
    asOf: earlier(context.today, lastDay(period)),
    isOver: context.today >= period.to,
    firstData: first,
    lastData: last,
    openedOnLastData: !asked && period.code !== current.code,
  };
}

/** Working days gone and left of the frame's period, and what counts as on pace. */
export function framePacing(frame: DashboardFrame): Pacing {
  const { workingCalendar, period, today, organisation } = frame;
  const thresholds = { on: organisation.paceOnFrom, caution: organisation.paceCautionFrom };
  return pacingOf(workingCalendar, period, today, thresholds);
}
