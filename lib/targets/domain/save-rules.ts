import { roundTo } from "@/lib/shared/typed-number";
import { cellReadOnly, type GridCell, type GridRow, rowKey, type TargetGrid } from "./target-grid";
import { TIERS, type Tiers } from "./target-kpi";

/** New numbers of one target, made on `version` (0: there was none). */
export type CellChange = Readonly<
  { unitId: string; userId: string | null; period: number; version: number } & Tiers
>;

/** Somebody else has changed this target since. */
export type Conflict = Readonly<{ row: string; period: number; current: GridCell }>;

export type CheckedChange = { row: GridRow; period: number; cell: GridCell; values: Tiers };

export type SaveCheck =
  | { ok: true; changes: CheckedChange[] }
  | { ok: false; problem: "notFound" | "own" | "notAllowed" | "locked" | "outOfRange" | "reason" }
  | { ok: false; problem: "conflict"; conflicts: Conflict[] };

function sameValues(a: Tiers, b: Tiers): boolean {
  return TIERS.every((tier) => a[tier] === b[tier]);
}

function rounded(change: CellChange, digits: number): Tiers {
  const round = (value: number | null) => (value === null ? null : roundTo(value, digits));
  return {
    floor: round(change.floor),
    target: round(change.target),
    stretch: round(change.stretch),
  };
}

/**
 * Checks the changes of one save against the grid as it is now. All or nothing: the first cell that
 * may not be changed refuses all; stale cells are answered together. A published target changes for
 * a reason only. Changes that change nothing are left out.
 */
export function checkSave(
  grid: TargetGrid,
  cells: readonly CellChange[],
  reason: string,
): SaveCheck {
  const changes: CheckedChange[] = [];
  const conflicts: Conflict[] = [];
  const rows = new Map(grid.rows.map((row) => [row.key, row]));
  const { min, max, digits } = grid.rule;
  for (const change of cells) {
    const row = rows.get(rowKey(change.unitId, change.userId));
    const cell = row?.cells[change.period];
    if (!row || !cell) return { ok: false, problem: "notFound" };
    if (row.readOnly) return { ok: false, problem: row.readOnly };
    const values = rounded(change, digits);
    const given = TIERS.flatMap((tier) => values[tier] ?? []);
    if (given.some((value) => value < min || value > max))
      return { ok: false, problem: "outOfRange" };
    if (sameValues(values, cell.values)) continue;
    if (cellReadOnly(row, change.period)) return { ok: false, problem: "locked" };
    if (cell.version === change.version) changes.push({ row, period: change.period, cell, values });
    else conflicts.push({ row: row.key, period: change.period, current: cell });
  }
  if (conflicts.length > 0) return { ok: false, problem: "conflict", conflicts };
  if (reason === "" && changes.some(({ cell }) => cell.status === "published"))
    return { ok: false, problem: "reason" };
  return { ok: true, changes };
}
