import "server-only";
import type { Tx } from "@/lib/platform/db/access";
import { fiscalPeriodContaining } from "@/lib/settings/domain/fiscal-calendar";
import { elapsedPart } from "@/lib/settings/domain/working-days";
import { addDays, addMonths, toUtcMidnight } from "@/lib/shared/business-date";
import { targetsInForce } from "@/lib/targets/data/targets-in-force";
import { pacingOf } from "@/lib/targets/domain/pacing";
import { standingOf } from "@/lib/targets/domain/standing";
import { dataProblems, type Ruled, targetsAtRisk, type UnitPace } from "../domain/ruled";
import { dealGaps } from "../sql/deal-gaps";
import { type Field, revenueOf } from "./company-figures";

/** Units behind their revenue target of the running fiscal quarter. */
export async function unitsBehind(tx: Tx, field: Field): Promise<Ruled[]> {
  const { root, units, asOf, context } = field;
  const { organisation, workingCalendar } = context;
  const startMonth = organisation.fiscalYearStartMonth;
  const period = fiscalPeriodContaining(startMonth, "quarter", asOf);
  const thresholds = { on: organisation.paceOnFrom, caution: organisation.paceCautionFrom };
  const pacing = pacingOf(workingCalendar, period, asOf, thresholds);
  const targets = await targetsInForce(tx, startMonth, period, { unitId: root });
  const sold = await subtreeRevenue(tx, field, elapsedPart(period, asOf));
  const paces = units.map((unitId): UnitPace => {
    const levels = targets.ofUnit("revenue", unitId);
    const actual = sold.get(unitId) ?? 0;
    return { unitId, standing: standingOf({ actual, levels, additive: true, ...pacing }) };
  });
  return targetsAtRisk(paces, { period: { from: period.from, to: period.to }, ...pacing });
}

/** Revenue of each unit with all below it. */
async function subtreeRevenue(
  tx: Tx,
  field: Field,
  range: { from: Field["asOf"]; to: Field["asOf"] },
) {
  const held = {
    validFrom: { lte: toUtcMidnight(field.asOf) },
    validTo: { gt: toUtcMidnight(field.asOf) },
  };
  const above = await tx.unitAncestor.findMany({
    where: { unitId: { in: [...field.units] }, ancestorId: { in: [...field.units] }, ...held },
    select: { unitId: true, ancestorId: true },
  });
  const ancestors = Map.groupBy(above, ({ unitId }) => unitId);
  const sums = new Map<string, number>();
  for (const { key, value } of await revenueOf(tx, field, range, { by: "unit" }))
    for (const { ancestorId } of ancestors.get(key ?? "") ?? [])
      sums.set(ancestorId, (sums.get(ancestorId) ?? 0) + (value ?? 0));
  return sums;
}

/** What is missing or late in the deals of each unit; of today only, since records do not tell what they lacked. */
export async function weakData(tx: Tx, { units, asOf }: Field): Promise<Ruled[]> {
  const to = addDays(asOf, 1);
  const gaps = await dealGaps(tx, units, { from: addMonths(to, -12), to });
  return dataProblems(
    gaps.flatMap(({ unitId, open, lost, closePassed, noNextStep, noLossReason }) => [
      { unitId, problem: "closePassed", count: closePassed, of: open } as const,
      { unitId, problem: "noNextStep", count: noNextStep, of: open } as const,
      { unitId, problem: "noLossReason", count: noLossReason, of: lost } as const,
    ]),
  );
}
