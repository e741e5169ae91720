import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { AppError, NotFoundError } from "@/lib/platform/errors";

/**
 * Deletes rows of `table` in a way that can be undone for a day: `deleting` does it in this
 * transaction, and whatever it and its cascades delete or change in tables prepared by
 * `undo_table()` is kept. Answers with the id to undo it by.
 * @throws NotFoundError where nothing of the table was deleted: it is gone, or row security keeps it
 */
export async function removing(
  tx: Tx,
  table: string,
  deleting: () => Promise<unknown>,
): Promise<string> {
  const started = await tx.$queryRaw`SELECT start_removal(${table})::text AS id`;
  const [{ id }] = z.tuple([z.object({ id: z.guid() })]).parse(started);
  await deleting();
  const ended = await tx.$queryRaw`SELECT end_removal(${id}::uuid) AS removed`;
  const [{ removed }] = z.tuple([z.object({ removed: z.boolean() })]).parse(ended);
  if (!removed) throw new NotFoundError();
  return id;
}

const outcome = z.tuple([
  z.object({ outcome: z.enum(["done", "gone", "taken", "missing", "changed", "forbidden"]) }),
]);

const CODES = {
  gone: "undoGone",
  taken: "undoTaken",
  missing: "undoMissing",
  changed: "undoChanged",
  forbidden: "forbidden",
} as const;

/**
 * Puts back all that a removal of the person's own took away, with the same ids.
 * @throws AppError undoGone, undoTaken, undoMissing, undoChanged, forbidden
 */
export async function undo(tx: Tx, removal: string): Promise<void> {
  const rows = await tx.$queryRaw`SELECT undo_removal(${removal}::uuid) AS outcome`;
  const [found] = outcome.parse(rows);
  if (found.outcome !== "done") throw new AppError(CODES[found.outcome]);
}
