import "server-only";
import type { Tx } from "@/lib/platform/db/access";
import { toUtcMidnight } from "@/lib/shared/business-date";
import type { StoredTarget, TargetSpan } from "../data";
import type { TargetStatus } from "../domain/target-grid";

/**
 * Locks the targets of a grid that the person may change, always in the order of their ids, until
 * the transaction ends: what is read afterwards stays true while it is written.
 */
export async function lockTargets(
  tx: Tx,
  { kpi, span, unitIds }: Required<Pick<TargetSpan, "kpi" | "span" | "unitIds">>,
): Promise<void> {
  await tx.$queryRaw`SELECT id FROM target
    WHERE kpi = ${kpi} AND period_from >= ${span.from}::date AND period_to <= ${span.to}::date
      AND unit_id = ANY (${unitIds}::uuid[])
    ORDER BY id FOR UPDATE`;
}

export type NewTarget = Omit<StoredTarget, "id" | "version" | "status">;

/** Adds drafts. Answers how many were new; one that somebody else has added meanwhile is left alone. */
export async function insertTargets(tx: Tx, targets: readonly NewTarget[]): Promise<number> {
  const place = (t: NewTarget) => [t.unitId, t.userId ?? "", t.from, t.to].join();
  const inOrder = targets.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
  const { count } = await tx.target.createMany({
    data: inOrder.map(({ kpi, unitId, userId, from, to, values }) => ({
      kpi,
      unitId,
      userId,
      periodFrom: toUtcMidnight(from),
      periodTo: toUtcMidnight(to),
      ...values,
    })),
    skipDuplicates: true,
  });
  return count;
}

/** New numbers for targets at the given versions; answers how many were still at them. */
export async function updateTargets(
  tx: Tx,
  targets: readonly Pick<StoredTarget, "id" | "version" | "values">[],
): Promise<number> {
  const rows = targets.map(({ id, version, values }) => ({ id, version, ...values }));
  return tx.$executeRaw`UPDATE target t
    SET floor = x.floor, target = x.target, stretch = x.stretch, version = t.version + 1, updated_at = now()
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS x(id uuid, version int, floor numeric, target numeric, stretch numeric)
    WHERE t.id = x.id AND t.version = x.version`;
}

/** Moves targets to a status; `reason` goes into the history of these targets. Answers how many moved. */
export async function moveTargets(
  tx: Tx,
  ids: readonly string[],
  status: TargetStatus,
  reason: string,
): Promise<number> {
  await tx.$queryRaw`SELECT set_config('app.reason', ${reason}, true)`;
  return tx.$executeRaw`UPDATE target
    SET status = ${status}::target_status, version = version + 1, updated_at = now()
    WHERE id = ANY (${ids}::uuid[])`;
}
