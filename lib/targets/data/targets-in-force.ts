import "server-only";
import { unitsBelow } from "@/lib/people/data/units-below";
import type { Tx } from "@/lib/platform/db/access";
import { type FiscalPeriod, fiscalPeriodContaining } from "@/lib/settings/domain/fiscal-calendar";
import { addMonths } from "@/lib/shared/business-date";
import { sumOrNull } from "@/lib/shared/ratio";
import { type PublishedTarget, targetsFor } from "../data";
import type { Levels } from "../domain/standing";
import { isAdditive, TARGET_KPIS, type TargetKpi } from "../domain/target-kpi";

/** Whose targets: all within a unit, or those of one person in whatever unit. */
export type TargetSubject = { unitId: string } | { userId: string };

/** Targets in force in the period looked at. */
export type TargetsInForce = {
  /** Of the unit, or of the rep whose dashboard it is. */
  whole: (kpi: TargetKpi) => Levels | null;
  ofUnit: (kpi: TargetKpi, unitId: string) => Levels | null;
  /** A rep who changed the unit within the period has the sum of both. */
  ofRep: (kpi: TargetKpi, userId: string) => Levels | null;
  /** Reps with a target in the unit itself, not in one below it. */
  members: (kpi: TargetKpi) => { userId: string; target: number | null }[];
  /** Reps with a target, whether or not they have sold anything. */
  reps: (kpi: TargetKpi) => string[];
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
  period: FiscalPeriod,
  subject: TargetSubject,
  targets: readonly PublishedTarget[],
): Promise<PublishedTarget[]> {
  if (!("unitId" in subject)) return [...targets];
  const ids = await unitsBelow(tx, subject.unitId, period);
  return targets.filter(({ userId, unitId }) => userId === null || ids.has(unitId));
}

/** A year is the sum of its four quarters, for additive KPIs with a target in each. */
async function read(
  tx: Tx,
  startMonth: number,
  period: FiscalPeriod,
  subject: TargetSubject,
): Promise<PublishedTarget[]> {
  const users = "userId" in subject ? { userIds: [subject.userId] } : {};
  if (period.kind !== "year") return targetsFor(tx, { kpi: TARGET_KPIS, period, ...users });
  const kpi = TARGET_KPIS.filter(isAdditive);
  const quarters: PublishedTarget[] = [];
  for (const month of [0, 3, 6, 9]) {
    const quarter = fiscalPeriodContaining(startMonth, "quarter", addMonths(period.from, month));
    quarters.push(...(await targetsFor(tx, { kpi, period: quarter, ...users })));
  }
  const perSubject = Map.groupBy(quarters, (t) => `${t.kpi} ${t.unitId} ${t.userId}`);
  return [...perSubject.values()].filter((parts) => parts.length === 4).flat();
}

/** The targets of a fiscal month, quarter or year; `startMonth` is that of the fiscal year. */
export async function targetsInForce(
  tx: Tx,
  startMonth: number,
  period: FiscalPeriod,
  subject: TargetSubject,
): Promise<TargetsInForce> {
  const found = await read(tx, startMonth, period, subject);
  const targets = await withinUnit(tx, period, subject, found);
  const bySubject = Map.groupBy(targets, ({ kpi, unitId, userId }) => `${kpi} ${userId ?? unitId}`);
  const of = (kpi: TargetKpi, id: string) => {
    const own = bySubject.get(`${kpi} ${id}`) ?? [];
    return isAdditive(kpi) || own.length < 2 ? combined(own) : null;
  };
  const whole = "unitId" in subject ? subject.unitId : subject.userId;
  const reps = (kpi: TargetKpi) => [
    ...new Set(targets.flatMap((target) => (target.kpi === kpi ? (target.userId ?? []) : []))),
  ];
  const members = (kpi: TargetKpi) => {
    const own = targets.filter((one) => one.kpi === kpi && one.unitId === whole);
    const byRep = Map.groupBy(own, ({ userId }) => userId);
    return [...byRep].flatMap(([userId, some]) =>
      userId ? [{ userId, target: combined(some)?.target ?? null }] : [],
    );
  };
  return { members, whole: (kpi) => of(kpi, whole), ofUnit: of, ofRep: of, reps };
}
