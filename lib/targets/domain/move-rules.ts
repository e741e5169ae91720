import { type AcceptedMismatch, withMismatches } from "./accepted-mismatch";
import { type Mismatch, mismatchesOf } from "./grid-sums";
import type { GridCell, GridRow, TargetGrid, TargetStatus } from "./target-grid";
import { TIERS } from "./target-kpi";

/** The steps of a target's life; only an admin unlocks. */
export const MOVES = {
  publish: { from: "draft", to: "published" },
  lock: { from: "published", to: "locked" },
  unlock: { from: "locked", to: "published" },
} as const satisfies Record<string, { from: TargetStatus; to: TargetStatus }>;
export type Move = keyof typeof MOVES;

export type Movable = { row: GridRow; period: number; cell: GridCell & { id: string } };

/** Targets of the grid that this step would move: not one's own, and not empty. */
export function movable(grid: TargetGrid, move: Move): Movable[] {
  return grid.rows.flatMap((row) =>
    row.cells.flatMap((cell, period) => {
      const { id, status, values } = cell;
      const isEmpty = TIERS.every((tier) => values[tier] === null);
      if (row.readOnly || id === null || isEmpty || status !== MOVES[move].from) return [];
      return [{ row, period, cell: { ...cell, id } }];
    }),
  );
}

/**
 * The mismatches that publishing these targets would accept, for each of them. A quarter answers
 * for its months, a unit for its members; where the whole is not published now (somebody else's,
 * or published before) its parts answer.
 */
export function acceptedBy(
  grid: TargetGrid,
  targets: readonly Movable[],
): Map<Movable, AcceptedMismatch[]> {
  const all = mismatchesOf(grid);
  const moving = new Set(targets.map(({ row, period }) => `${row.key}|${period}`));
  const answers = ({ row, period }: Movable, mismatch: Mismatch): boolean => {
    if (mismatch.kind === "months") {
      return mismatch.row === row.key && (period === 0 || !moving.has(`${row.key}|0`));
    }
    if (mismatch.period !== period) return false;
    return mismatch.row === row.key || !moving.has(`${mismatch.row}|${period}`);
  };
  const accepted = (target: Movable) =>
    all
      .filter((mismatch) => answers(target, mismatch))
      .map(({ kind, tier, difference }) => ({ kind, tier, difference }));
  return new Map(targets.map((target) => [target, accepted(target)]));
}

export type MoveCheck =
  | { ok: true; groups: { reason: string; ids: string[] }[] }
  | { ok: false; problem: "nothing" | "stale" | "reason" | "mismatch" };

/**
 * Checks a step against the grid as it is now. `seen` are the versions the person looked at. A
 * mismatch is published, and a lock opened, for a reason only.
 */
export function checkMove(
  grid: TargetGrid,
  move: Move,
  seen: readonly { id: string; version: number }[],
  reason: string,
): MoveCheck {
  const targets = movable(grid, move);
  if (targets.length === 0) return { ok: false, problem: "nothing" };
  const versions = new Map(seen.map(({ id, version }) => [id, version]));
  if (targets.some(({ cell }) => versions.get(cell.id) !== cell.version))
    return { ok: false, problem: "stale" };
  if (move === "unlock" && reason === "") return { ok: false, problem: "reason" };
  const accepted = move === "publish" ? acceptedBy(grid, targets) : new Map();
  const groups = new Map<string, string[]>();
  for (const target of targets) {
    const mismatches: AcceptedMismatch[] = accepted.get(target) ?? [];
    if (mismatches.length > 0 && reason === "") return { ok: false, problem: "mismatch" };
    const text = withMismatches(reason, mismatches);
    groups.set(text, [...(groups.get(text) ?? []), target.cell.id]);
  }
  return { ok: true, groups: [...groups].map(([text, ids]) => ({ reason: text, ids })) };
}
