import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { addDays, type BusinessDate } from "@/lib/shared/business-date";
import { contains } from "@/lib/shared/period";
import { withMismatches } from "@/lib/targets/domain/accepted-mismatch";
import { insertRows, type Row } from "./insert";
import { type DemoTarget, MISMATCH } from "./targets";

export function targetRow(target: DemoTarget, unitId: (key: string) => string): Row {
  const { kpi, period, floor, stretch, status } = target;
  const set = `${addDays(period.from, -14)}T03:00:00Z`;
  return {
    ...{ kpi, period_from: period.from, period_to: period.to, unit_id: unitId(target.unit) },
    ...{ user_id: target.rep?.id ?? null, floor, target: target.target, stretch, status },
    ...{ created_at: set, updated_at: set },
  };
}

const RAISED: readonly string[] = [MISMATCH.unit, ...MISMATCH.above];

export type TargetContext = {
  asOf: BusinessDate;
  unitId: (key: string) => string;
  /** Who sets them; an admin has no targets of their own. */
  setterId: string;
};

/**
 * Inserts the targets in the setter's name, then raises one team's current quarter and month, and
 * the units above it, in a second version with its reason, as a person would.
 */
export async function insertTargets(
  tx: Tx,
  targets: readonly DemoTarget[],
  { asOf, unitId, setterId }: TargetContext,
): Promise<void> {
  await tx.$executeRaw`SELECT set_config('app.user_id', ${setterId}, true),
    set_config('app.reason', '季度计划 Quarterly plan', true)`;
  await insertRows(
    tx,
    "target",
    targets.map((target) => targetRow(target, unitId)),
  );
  const raised = targets.filter(
    ({ kpi, unit, rep, period }) =>
      kpi === "revenue" && rep === null && RAISED.includes(unit) && contains(period, asOf),
  );
  for (const { period, unit } of raised) {
    await tx.$executeRaw`SELECT set_config('app.reason', ${reasonFor(unit)}, true)`;
    await tx.$executeRaw(raise(period.from, period.to, unitId(unit)));
  }
  await tx.$executeRaw`SELECT set_config('app.user_id', '', true), set_config('app.reason', '', true)`;
}

/** The team's own parts no longer sum to it; above it they do. */
function reasonFor(unit: string): string {
  const { amount: difference, reason } = MISMATCH;
  const tiers = unit === MISMATCH.unit ? (["target", "stretch"] as const) : [];
  return withMismatches(
    reason,
    tiers.map((tier) => ({ kind: "members", tier, difference })),
  );
}

const raise = (from: BusinessDate, to: BusinessDate, unit: string) => Prisma.sql`
  UPDATE target SET target = target + ${MISMATCH.amount}, stretch = stretch + ${MISMATCH.amount}, version = version + 1
  WHERE kpi = 'revenue' AND user_id IS NULL AND unit_id = ${unit}::uuid
    AND period_from = ${from}::date AND period_to = ${to}::date`;
