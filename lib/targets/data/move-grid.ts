import "server-only";
import { may } from "@/lib/people/domain/permissions";
import { type Tx, write } from "@/lib/platform/db/access";
import { AppError, ForbiddenError } from "@/lib/platform/errors";
import type { Scope } from "@/lib/platform/scope";
import { businessContext } from "@/lib/settings/data/business-context";
import { checkMove, MOVES, type Move, movable } from "../domain/move-rules";
import type { MoveTargets } from "../schema";
import { gridSource, quarterOf } from "./grid-source";
import { lockTargets, moveTargets } from "./write-targets";

const CODES = {
  nothing: "targetNothingToMove",
  stale: "targetGridStale",
  reason: "targetReasonRequired",
  mismatch: "targetMismatchReason",
} as const;

async function attempt(tx: Tx, scope: Scope, move: Move, input: MoveTargets): Promise<number> {
  const { kpi, unitId, seen, reason } = input;
  const context = await businessContext(tx);
  const quarter = quarterOf(input.quarter, context);
  const question = { kpi, unitId, quarter, context, locale: "zh-CN" };
  const before = await gridSource(tx, scope, question);
  const unitIds = [...new Set(before.rows.map((row) => row.unitId))];
  await lockTargets(tx, { kpi, span: quarter, unitIds });
  const grid = await gridSource(tx, scope, question);
  for (const { row } of movable(grid, move)) {
    if (!may(scope, "target.publish", { ownerId: row.userId, unitId: row.unitId }))
      throw new ForbiddenError();
  }
  const check = checkMove(grid, move, seen, reason);
  if (!check.ok) throw new AppError(CODES[check.problem]);
  let moved = 0;
  for (const group of check.groups) {
    const count = await moveTargets(tx, group.ids, MOVES[move].to, group.reason);
    if (count < group.ids.length) throw new ForbiddenError();
    moved += count;
  }
  return moved;
}

/**
 * Publishes, locks or unlocks every target of one grid that the person may move; answers how many.
 * @throws ForbiddenError when somebody other than an admin unlocks
 * @throws AppError targetNothingToMove, targetGridStale, targetReasonRequired, targetMismatchReason
 */
export function moveGrid(scope: Scope, move: Move, input: MoveTargets): Promise<number> {
  if (move === "unlock" && scope.role !== "admin") throw new ForbiddenError();
  return write(scope, (tx) => attempt(tx, scope, move, input), input.reason);
}
