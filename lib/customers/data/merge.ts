import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { AppError, ForbiddenError, NotFoundError } from "@/lib/platform/errors";
import type { MergeField, MergeInput } from "../schema";

const COLUMN: Record<MergeField, string> = {
  name: "name",
  nameEn: "name_en",
  segment: "segment_id",
  sector: "sector",
  location: "location",
  parent: "parent_id",
  owner: "owner_id",
  unit: "unit_id",
  employees: "employees",
  annualRevenue: "annual_revenue",
  foundedYear: "founded_year",
};

const mergeRow = z.tuple([
  z.object({
    outcome: z.enum(["done", "same", "forbidden", "stale", "circle"]),
    merge: z.guid().nullable(),
  }),
]);

/**
 * Moves everything that points to the loser to the survivor, in this transaction. Answers with the id
 * to undo it by. @throws ForbiddenError, AppError mergeSame, mergeStale, customerParentBelow
 */
export async function mergeCustomers(
  tx: Tx,
  { survivor, loser, take }: MergeInput,
): Promise<string> {
  const columns = take.map((field) => COLUMN[field]);
  const rows = await tx.$queryRaw`
    SELECT outcome, merge::text FROM merge_customers(${survivor.id}::uuid, ${survivor.version}::int,
      ${loser.id}::uuid, ${loser.version}::int, ${columns}::text[])`;
  const [{ outcome, merge }] = mergeRow.parse(rows);
  if (outcome === "done" && merge) return merge;
  if (outcome === "forbidden") throw new ForbiddenError();
  if (outcome === "circle") throw new AppError("customerParentBelow");
  throw new AppError(outcome === "same" ? "mergeSame" : "mergeStale");
}

const undoRow = z.tuple([
  z.object({ outcome: z.enum(["done", "gone", "again", "edited", "moved"]) }),
]);
const WHY = { again: "mergeAgain", edited: "mergeEdited", moved: "mergeMoved" } as const;

/**
 * Takes a merge apart: both customers and all that pointed to them are as they were.
 * @throws NotFoundError, AppError mergeAgain, mergeEdited, mergeMoved where that is no longer so
 */
export async function undoMerge(tx: Tx, merge: string): Promise<void> {
  const rows = await tx.$queryRaw`SELECT undo_customer_merge(${merge}::uuid) AS outcome`;
  const [{ outcome }] = undoRow.parse(rows);
  if (outcome === "done") return;
  if (outcome === "gone") throw new NotFoundError();
  throw new AppError(WHY[outcome]);
}

const NAMED = { select: { name: true, nameEn: true } } as const;
const loserName = z.object({ name: z.string(), name_en: z.string().nullable() });

/** Merges into a customer that have not been undone, latest first; at most 20. */
export async function mergesInto(tx: Tx, customerId: string) {
  const rows = await tx.customerMerge.findMany({
    where: { survivorId: customerId, undoneAt: null },
    select: { id: true, mergedAt: true, loserBefore: true, mergedBy: NAMED },
    orderBy: { mergedAt: "desc" },
    take: 20,
  });
  return rows.map(({ loserBefore, ...row }) => {
    const { name, name_en } = loserName.parse(loserBefore);
    return { ...row, loser: { name, nameEn: name_en } };
  });
}

/** The customer that one which was merged away lives on as; null where it may not be seen. */
export async function mergedInto(tx: Tx, id: string): Promise<string | null> {
  const rows = await tx.$queryRaw<{ id: string | null }[]>`
    SELECT merged_customer(${id}::uuid)::text AS id`;
  return rows[0]?.id ?? null;
}

/** How many records name a customer that the person has. */
export async function pointedTo(tx: Tx, id: string): Promise<number> {
  const rows = await tx.$queryRaw<
    { n: bigint | null }[]
  >`SELECT customer_pointed(${id}::uuid) AS n`;
  return Number(rows[0]?.n ?? 0);
}
