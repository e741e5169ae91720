import "server-only";
import { type Tx, write } from "@/lib/platform/db/access";
import { AppError, ForbiddenError, NotFoundError } from "@/lib/platform/errors";
import type { Scope } from "@/lib/platform/scope";
import { businessContext } from "@/lib/settings/data/business-context";
import { type CheckedChange, type Conflict, checkSave } from "../domain/save-rules";
import type { TargetGrid } from "../domain/target-grid";
import type { SaveTargets } from "../schema";
import { type TargetRevisionRow, targetHistory } from "../sql/target-history";
import { gridSource, quarterOf } from "./grid-source";
import { insertTargets, lockTargets, updateTargets } from "./write-targets";

/** A conflict with who made the other change, and when. */
export type ConflictView = Conflict &
  Pick<TargetRevisionRow, "changedBy" | "changedByEn" | "changedAt" | "reason">;

export type SaveOutcome = { ok: true; saved: number } | { ok: false; conflicts: ConflictView[] };

const CODES = {
  locked: "targetLocked",
  outOfRange: "targetOutOfRange",
  reason: "targetReasonRequired",
} as const;

/** Somebody added or changed one of the targets between the check and the write. */
class Overtaken extends Error {}

async function writeChanges(tx: Tx, grid: TargetGrid, changes: readonly CheckedChange[]) {
  const fresh = changes.filter(({ cell }) => cell.id === null);
  const inserted = await insertTargets(
    tx,
    fresh.flatMap(({ row, period, values }) => {
      const { from, to } = grid.periods[period] ?? {};
      if (!from || !to) return [];
      return [{ kpi: grid.kpi, unitId: row.unitId, userId: row.userId, from, to, values }];
    }),
  );
  const known = changes.flatMap(({ cell: { id, version }, values }) =>
    id === null ? [] : [{ id, version, values }],
  );
  const updated = await updateTargets(tx, known);
  if (inserted + updated < changes.length) throw new Overtaken();
}

async function withAuthors(tx: Tx, conflicts: readonly Conflict[]): Promise<ConflictView[]> {
  const views: ConflictView[] = [];
  for (const conflict of conflicts) {
    const { id } = conflict.current;
    const [last] = id === null ? [] : await targetHistory(tx, id);
    views.push({
      ...conflict,
      changedBy: last?.changedBy ?? null,
      changedByEn: last?.changedByEn ?? null,
      changedAt: last?.changedAt ?? "",
      reason: last?.reason ?? null,
    });
  }
  return views;
}

async function attempt(tx: Tx, scope: Scope, input: SaveTargets): Promise<SaveOutcome> {
  const { kpi, unitId, cells, reason } = input;
  const context = await businessContext(tx);
  const quarter = quarterOf(input.quarter, context);
  const unitIds = [...new Set(cells.map((cell) => cell.unitId))];
  await lockTargets(tx, { kpi, span: quarter, unitIds });
  const grid = await gridSource(tx, scope, { kpi, unitId, quarter, context, locale: "zh-CN" });
  const check = checkSave(grid, cells, reason);
  if (check.ok) {
    await writeChanges(tx, grid, check.changes);
    return { ok: true, saved: check.changes.length };
  }
  if (check.problem === "conflict")
    return { ok: false, conflicts: await withAuthors(tx, check.conflicts) };
  if (check.problem === "notFound") throw new NotFoundError();
  if (check.problem === "own" || check.problem === "notAllowed") throw new ForbiddenError();
  throw new AppError(CODES[check.problem]);
}

/**
 * Saves the changed cells of one grid, all or none. Stale cells are answered with what they are
 * now and nothing is written.
 * @throws ForbiddenError for one's own target or one outside the own units
 * @throws AppError targetLocked, targetOutOfRange, targetReasonRequired
 */
export async function saveGrid(scope: Scope, input: SaveTargets): Promise<SaveOutcome> {
  const save = () => write(scope, (tx) => attempt(tx, scope, input), input.reason);
  try {
    return await save();
  } catch (error) {
    // The second look finds what overtook the first one and reports it as a conflict.
    if (error instanceof Overtaken) return save();
    throw error;
  }
}
