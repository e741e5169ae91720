import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { given, identifier, refuse, type Stage } from "./stage";

/**
 * Rows equal in content are told apart by their occurrence: the same file gives the same ids again.
 * Rows are loaded as the first occurrence, so only repeated ones are written here.
 */
async function numberOccurrences(tx: Tx, stage: Stage): Promise<void> {
  await tx.$executeRaw`UPDATE ${stage.table} s SET external_id = regexp_replace(s.external_id, '1$', o.occurrence::text)
    FROM (SELECT ctid, row_number() OVER (PARTITION BY external_id ORDER BY file, row) AS occurrence
      FROM ${stage.table}) o
    WHERE o.occurrence > 1 AND o.ctid = s.ctid`;
}

const count = z.array(z.object({ count: z.coerce.number() }));

async function hasRepeats(tx: Tx, stage: Stage): Promise<boolean> {
  const [repeated] = await tx.$queryRaw<
    unknown[]
  >`SELECT FROM ${stage.table} GROUP BY external_id HAVING count(*) > 1 LIMIT 1`;
  return repeated !== undefined;
}

/**
 * Leaves one row for each id. Rows that repeat another word for word are dropped; of rows that say
 * different things about the same id, the entry's `duplicates` decides. Returns how many were dropped.
 */
async function mergeRepeats(tx: Tx, stage: Stage): Promise<number> {
  if (!(await hasRepeats(tx, stage))) return 0;
  const policy = stage.entry.duplicates ?? "reject";
  const direction = Prisma.raw(policy === "last" ? "DESC" : "ASC");
  const values = Prisma.sql`ROW(${Prisma.join(stage.fields.map((field) => given(field)))})`;
  const dropped = count.parse(
    await tx.$queryRaw`WITH ranked AS (
      SELECT s.ctid, s.external_id, ${values}::text AS content,
        row_number() OVER (PARTITION BY s.external_id ORDER BY s.file ${direction}, s.row ${direction}) AS place
      FROM ${stage.table} s
    ), gone AS (
      DELETE FROM ${stage.table} s USING ranked r, ranked first
      WHERE r.ctid = s.ctid AND r.place > 1 AND first.external_id = r.external_id AND first.place = 1
        AND (${policy !== "reject"} OR first.content = r.content)
      RETURNING 1
    ) SELECT count(*) FROM gone`,
  );
  if (policy === "reject" && (await hasRepeats(tx, stage))) {
    const field = stage.fields.includes("name") && !("id" in stage.entry.fields) ? "name" : "id";
    await refuse(
      tx,
      stage,
      "duplicate",
      field,
      Prisma.sql`EXISTS (SELECT FROM ${stage.table} o WHERE o.external_id = s.external_id
        AND (o.file, o.row) < (s.file, s.row))`,
    );
  }
  return dropped[0]?.count ?? 0;
}

/** Makes ids unique within the stage; returns how many rows merely repeated another. */
export async function settleIds(tx: Tx, stage: Stage): Promise<number> {
  if (stage.contentIds) await numberOccurrences(tx, stage);
  const repeated = stage.contentIds ? 0 : await mergeRepeats(tx, stage);
  await tx.$executeRaw`ANALYZE ${stage.table}`;
  return repeated;
}

/**
 * Finds the records that rows speak of by (source, id in the source); the others keep their fresh id.
 * Of a sale line its day is kept too: it says in which month's table the line is.
 */
export async function findRecords(
  tx: Tx,
  stage: Stage,
  table: string,
  source: string,
): Promise<void> {
  const known =
    table === "sale"
      ? Prisma.sql`(SELECT sale_id AS id, sold_on, source, external_id FROM sale_key)`
      : Prisma.sql`(SELECT id, NULL::date AS sold_on, source, external_id FROM ${identifier(table)})`;
  await tx.$executeRaw`UPDATE ${stage.table} s SET id = t.id, existed = true, known_on = t.sold_on
    FROM ${known} t WHERE t.source = ${source} AND t.external_id = s.external_id`;
}
