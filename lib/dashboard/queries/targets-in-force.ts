import "server-only";
import { unitsBelow } from "@/lib/people/data/units-below";
import type { Tx } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { fiscalPeriodContaining } from "@/lib/settings/domain/fiscal-calendar";
import { addMonths } from "@/lib/shared/business-date";
import { sumOrNull } from "@/lib/shared/ratio";
import { type PublishedTarget, targetsFor } from "@/lib/targets/data";
import { isAdditive, TARGET_KPIS, type TargetKpi } from "@/lib/targets/domain/target-kpi";
import type { DashboardFrame } from "./frame";

export type Levels = { floor: number | null; target: number | null; stretch: number | null };

/** Targets in force in the period looked at. */
export type TargetsInForce = {
  /** Of the unit, or of the rep whose dashboard it is. */
  whole: (kpi: TargetKpi) => Levels | null;
  ofUnit: (kpi: TargetKpi, unitId: string) => Levels | null;
  /** A rep who changed the unit within the period has the sum of both. */
  ofRep: (kpi: TargetKpi, userId: string) => Levels | null;
};

/** Sum of additive targets, tier by tier; a tier some part lacks is unknown. One target stands as it is. */
function combined(targets: readonly PublishedTarget[]): Levels | null {
  if (targets.length === 0) return null;
  const tier = (name: keyof Levels) => sumOrNull(targets.map((target) => target[name]));
  return { floor: tier("floor"), target: tier("target"), stretch: tier("stretch") };
}

/**
 * Targets of reps are those for what they sell in the unit looked at: who changes to a unit elsewhere
 * has another target there, and the records counted here are none of it.
 */
async function withinUnit(
  tx: Tx,
  { unit, period }: DashboardFrame,
  targets: readonly PublishedTarget[],
): Promise<PublishedTarget[]> {
  if (!unit) return [...targets];
  const ids = await unitsBelow(tx, unit.id, period);
  return targets.filter(({ userId, unitId }) => userId === null || ids.has(unitId));
}

/** A year is the sum of its four quarters, for additive KPIs with a target in each. */
async function read(tx: Tx, frame: DashboardFrame, scope: Scope): Promise<PublishedTarget[]> {
  const { period, unit } = frame;
  const users = unit ? {} : { userIds: [scope.userId] };
  if (period.kind !== "year") return targetsFor(tx, { kpi: TARGET_KPIS, period, ...users });
  const startMonth = frame.organisation.fiscalYearStartMonth;
  const kpi = TARGET_KPIS.filter(isAdditive);
  const quarters: PublishedTarget[] = [];
  for (const month of [0, 3, 6, 9]) {
    const quarter = fiscalPeriodContaining(startMonth, "quarter", addMonths(period.from, month));
    quarters.push(...(await targetsFor(tx, { kpi, period: quarter, ...users })));
  }
  const perSubject = Map.groupBy(quarters, (t) => `${t.kpi} ${t.unitId} ${t.userId}`);
  return [...perSubject.values()].filter((parts) => parts.length === 4).flat();
}

export async function targetsInForce(
  tx: Tx,
  frame: DashboardFrame,
  scope: Scope,
): Promise<TargetsInForce> {
  const targets = await withinUnit(tx, frame, await read(tx, frame, scope));
  const bySubject = Map.groupBy(targets, ({ kpi, unitId, userId }) => `${kpi} ${userId ?? unitId}`);
  const of = (kpi: TargetKpi, subject: string) => {
    const found = bySubject.get(`${kpi} ${subject}`) ?? [];
    return isAdditive(kpi) || found.length < 2 ? combined(found) : null;
  };
  const subject = frame.unit?.id ?? scope.userId;
  return { whole: (kpi) => of(kpi, subject), ofUnit: of, ofRep: of };
}
