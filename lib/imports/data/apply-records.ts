import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { identifier, type Stage } from "./stage";

/** A column to write: its SQL type and its value from the stage `s` and the record so far `t`. */
export type Column = {
  name: string;
  type: string;
  value: Prisma.Sql;
  /** Written to new records only; what people changed later stays. */
  onlyNew?: boolean;
};

/** What the rows of a stage, or what follows from them, say about one table. */
export type Plan = {
  table: string;
  columns: readonly Column[];
  /** Rows `s` with columns `id`, `existed` and what the columns' values use. */
  rows: Prisma.Sql;
  /** The column that says in which part of the table a record lies; rows then have it as `known_on`. */
  partedBy?: string;
  /** Further tables joined to `s` and `t`. */
  joins?: Prisma.Sql;
  /** Tables without a version (edges, assignments, lines). */
  unversioned?: boolean;
  /** The column that names the record these rows belong to (a deal's lines), for counting it as updated. */
  belongsTo?: string;
};

/** The rows of a stage that are good so far. */
export const accepted = (stage: Stage): Prisma.Sql =>
  Prisma.sql`(SELECT * FROM ${stage.table} WHERE reason IS NULL)`;

const list = (columns: readonly Column[], prefix: string) =>
  Prisma.join(columns.map(({ name }) => Prisma.raw(`${prefix}"${name}"`)));

/** Starts an empty list of the records that differ, so that each is counted once. */
export async function forgetTouched(tx: Tx): Promise<void> {
  await tx.$executeRaw`DROP TABLE IF EXISTS import_touched`;
  await tx.$executeRaw`CREATE TEMPORARY TABLE import_touched (id uuid) ON COMMIT DROP`;
}

export type Counted = { created: number; updated: number; unchanged: number };

const counts = z.array(
  z.object({ created: z.coerce.number(), existing: z.coerce.number(), updated: z.coerce.number() }),
);

/** How many of the stage's records are new, differ in any table that belongs to them, or are as they were. */
export async function countRecords(tx: Tx, rows: Prisma.Sql): Promise<Counted> {
  const [row] = counts.parse(
    await tx.$queryRaw`SELECT count(*) FILTER (WHERE NOT s.existed) AS created, count(*) FILTER (WHERE s.existed) AS existing,
      count(*) FILTER (WHERE s.existed AND s.id IN (SELECT id FROM import_touched)) AS updated FROM ${rows} s`,
  );
  const { created, existing, updated } = row ?? { created: 0, existing: 0, updated: 0 };
  return { created, updated, unchanged: existing - updated };
}

/**
 * Creates and updates the records of a plan by comparing sets: only columns that differ cause an
 * update, so a second run writes nothing. Before-images and the ids of new records go to the batch.
 */
export async function applyRecords(tx: Tx, plan: Plan, batch: string): Promise<void> {
  const values = plan.columns.map(
    ({ name, type, value }) => Prisma.sql`(${value})::${Prisma.raw(type)} AS ${identifier(name)}`,
  );
  const kept = plan.columns.filter(({ onlyNew }) => !onlyNew);
  const differs =
    kept.length === 0
      ? Prisma.sql`false`
      : Prisma.sql`(${list(kept, "t.")}) IS DISTINCT FROM (${list(kept, "n.")})`;
  await keepBefore(tx, plan);
  await tx.$executeRaw`DROP TABLE IF EXISTS import_incoming`;
  await tx.$executeRaw`CREATE TEMPORARY TABLE import_incoming ON COMMIT DROP AS
    SELECT s.id, s.existed, ${Prisma.join(values)}
    FROM ${plan.rows} s LEFT JOIN import_before t ON t.id = s.id ${plan.joins ?? Prisma.empty}`;
  await tx.$executeRaw`ANALYZE import_incoming`;
  await tx.$executeRaw`DROP TABLE IF EXISTS import_changed`;
  await tx.$executeRaw`CREATE TEMPORARY TABLE import_changed ON COMMIT DROP AS
    SELECT t.id FROM import_incoming n JOIN import_before t ON t.id = n.id WHERE n.existed AND ${differs}`;
  await writeChanges(tx, plan, kept, batch);
  const touched = plan.belongsTo
    ? Prisma.sql`SELECT n.${identifier(plan.belongsTo)} FROM import_incoming n
        WHERE NOT n.existed OR n.id IN (SELECT id FROM import_changed)`
    : Prisma.sql`SELECT id FROM import_changed`;
  await tx.$executeRaw`INSERT INTO import_touched ${touched}`;
}

/** Where a record lies, given the row `of` that knows its part of the table. */
const inItsPart = ({ partedBy }: Plan, of: Prisma.Sql): Prisma.Sql =>
  partedBy ? Prisma.sql`AND t.${identifier(partedBy)} = ${of}` : Prisma.empty;

/** The records that are there already, as they are: found by key, so that this costs no more than they are. */
async function keepBefore(tx: Tx, plan: Plan): Promise<void> {
  await tx.$executeRaw`DROP TABLE IF EXISTS import_before`;
  await tx.$executeRaw`CREATE TEMPORARY TABLE import_before ON COMMIT DROP AS
    SELECT t.* FROM ${plan.rows} s JOIN ${identifier(plan.table)} t
      ON t.id = s.id ${inItsPart(plan, Prisma.sql`s.known_on`)} WHERE s.existed`;
  await tx.$executeRaw`ANALYZE import_before`;
}

async function writeChanges(
  tx: Tx,
  plan: Plan,
  kept: readonly Column[],
  batch: string,
): Promise<void> {
  const table = identifier(plan.table);
  const changed = await tx.$executeRaw`INSERT INTO import_change (batch_id, subject, row_id, before)
      SELECT ${batch}::uuid, ${plan.table}, b.id, to_jsonb(b) FROM import_before b JOIN import_changed c ON c.id = b.id`;
  if (changed > 0) {
    const sets = kept.map(({ name }) => Prisma.sql`${identifier(name)} = n.${identifier(name)}`);
    const stamp = plan.unversioned
      ? Prisma.empty
      : Prisma.sql`, version = t.version + 1, updated_at = now()`;
    await tx.$executeRaw`UPDATE ${table} t SET ${Prisma.join(sets)} ${stamp}
      FROM import_incoming n JOIN import_changed c ON c.id = n.id JOIN import_before b ON b.id = n.id
      WHERE t.id = n.id ${inItsPart(plan, Prisma.sql`b.${identifier(plan.partedBy ?? "id")}`)}`;
  }
  await tx.$executeRaw`INSERT INTO ${table} (id, ${list(plan.columns, "")})
    SELECT n.id, ${list(plan.columns, "n.")} FROM import_incoming n WHERE NOT n.existed`;
  await rememberCreated(
    tx,
    plan.table,
    batch,
    Prisma.sql`SELECT id FROM import_incoming WHERE NOT existed`,
  );
}

/** Keeps how rows looked before the batch changed or removed them; returns how many. */
export async function rememberBefore(
  tx: Tx,
  table: string,
  batch: string,
  ids: Prisma.Sql,
): Promise<number> {
  return tx.$executeRaw`INSERT INTO import_change (batch_id, subject, row_id, before)
    SELECT ${batch}::uuid, ${table}, t.id, to_jsonb(t) FROM ${identifier(table)} t WHERE t.id IN (${ids})`;
}

/** Keeps the ids of rows the batch created, ten thousand to a line. */
export async function rememberCreated(
  tx: Tx,
  table: string,
  batch: string,
  ids: Prisma.Sql,
): Promise<void> {
  await tx.$executeRaw`INSERT INTO import_change (batch_id, subject, created_ids)
    SELECT ${batch}::uuid, ${table}, array_agg(x.id)
    FROM (SELECT i.id, row_number() OVER () / 10000 AS part FROM (${ids}) i) x GROUP BY x.part`;
}
