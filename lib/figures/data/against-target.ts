import "server-only";
import { visibleUnits } from "@/lib/people/data/visible-units";
import type { Tx } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import type { BusinessContext } from "@/lib/settings/data/business-context";
import {
  type FiscalPeriod,
  fiscalPeriodOf,
  sameFiscalPeriodLastYear,
} from "@/lib/settings/domain/fiscal-calendar";
import { elapsedPart, sameElapsedPart } from "@/lib/settings/domain/working-days";
import type { Period } from "@/lib/shared/period";
import type { TargetSubject } from "@/lib/targets/data/targets-in-force";
import {
  isCombinedMetric,
  isTargetMetric,
  standingFrom,
  targetFigure,
} from "@/lib/targets/domain/target-figure";
import { isTargetKpi } from "@/lib/targets/domain/target-kpi";
import type { ExplainedFigure } from "../domain/explained-figure";
import type { FigureAddress } from "../domain/figure-link";
import { actualAddress, type Ranges, targetParts } from "../domain/target-parts";
import { mismatchFigure } from "./mismatch-figure";
import { scoreFigure } from "./score-figure";
import { targetFacts } from "./target-facts";

/** A person or a unit, alone or the person within the unit; of products, customers or stages there is no target. */
function subjectOf({ rep, unit, ...others }: FigureAddress["where"]): TargetSubject | null {
  if (rep === null || Object.values(others).some((value) => value !== undefined)) return null;
  if (unit) return { unitId: unit };
  return rep ? { userId: rep } : null;
}

/** Where nobody is named: a rep's own, else the unit the person's dashboard opens with. */
export async function ownWhere(
  tx: Tx,
  scope: Scope,
  where: FigureAddress["where"],
): Promise<FigureAddress["where"]> {
  const named = Object.values(where).some((value) => value !== undefined);
  if (named) return where;
  if (scope.role === "rep") return { rep: scope.userId };
  const [unit] = await visibleUnits(tx, scope);
  return unit ? { unit: unit.id } : {};
}

export function periodOf({ organisation }: BusinessContext, range: Period): FiscalPeriod | null {
  return fiscalPeriodOf(organisation.fiscalYearStartMonth, range);
}

function rangesOf(context: BusinessContext, period: FiscalPeriod): Ranges {
  const { organisation, workingCalendar, today } = context;
  const lastYear = sameFiscalPeriodLastYear(organisation.fiscalYearStartMonth, period);
  return {
    elapsed: elapsedPart(period, today),
    lastYear: sameElapsedPart(workingCalendar, period, lastYear, today),
  };
}

type Explained = Pick<ExplainedFigure, "figure" | "parts"> & {
  /** The KPI itself. */
  actual: FigureAddress;
  period: FiscalPeriod;
};

/** A figure against the target of its fiscal period; null where the range is none, or the metric another one. */
export async function againstTarget(
  tx: Tx,
  scope: Scope,
  context: BusinessContext,
  address: FigureAddress,
): Promise<Explained | null> {
  const { metric, of = "revenue", range, where } = address;
  const period = periodOf(context, range);
  if (period && isCombinedMetric(metric)) {
    const found =
      metric === "mismatch"
        ? await mismatchFigure(tx, scope, context, address, period)
        : await scoreFigure(tx, context, address, { period, subject: subjectOf(where) });
    return found && { ...found, actual: address, period };
  }
  if (!period || !isTargetMetric(metric) || !isTargetKpi(of)) return null;
  const question = { kpi: of, period, where, subject: subjectOf(where) };
  const facts = (await targetFacts(tx, context, question)).get(null);
  if (!facts) return null;
  const ranges = rangesOf(context, period);
  const parts = targetParts(address, facts, ranges);
  if (metric === "target" && !where.rep) {
    const below = await mismatchFigure(tx, scope, context, address, period);
    const value = below?.figure.value ?? null;
    if (value !== null) parts.push({ address: { ...address, metric: "mismatch" }, value });
  }
  return {
    figure: targetFigure(metric, facts),
    parts,
    actual: actualAddress(address, of, ranges),
    period,
  };
}

/** How a KPI stands against the target of its unit or rep; undefined where there is none. */
export async function standingOfKpi(
  tx: Tx,
  context: BusinessContext,
  { metric, range, until, where }: FigureAddress,
): Promise<ExplainedFigure["standing"]> {
  const whole = { from: range.from, to: until ?? range.to };
  const period = periodOf(context, whole);
  const subject = subjectOf(where);
  if (!period || !subject || !isTargetKpi(metric)) return undefined;
  const facts = (await targetFacts(tx, context, { kpi: metric, period, where, subject })).get(null);
  if (!facts?.levels) return undefined;
  const address: FigureAddress = { metric: "attainment", of: metric, range: whole, where };
  return { standing: standingFrom(facts), address };
}
