import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { rememberBefore, rememberCreated } from "./apply-records";
import { identifier } from "./stage";

/** A dated relation a record has one of at a time: a unit's parent, a person's unit. */
export type Memberships = {
  table: "unit_edge" | "assignment";
  owner: string;
  target: string;
  /** Rows with `id` (the owner), `target`, `starts` (date or null) and, for assignments, `kind`. */
  rows: Prisma.Sql;
  /** The open relations `b` that cannot hold beside the wanted one `w`. */
  conflict: Prisma.Sql;
  kind?: boolean;
};

const forever = Prisma.sql`'9999-12-31'::date`;

/**
 * Makes the relations of the file hold. A first relation starts on its own date or the mapping's
 * `validFrom`; a changed one ends the old relation on the file's date if it is later than the old
 * start, else today, so that history before the move stays as it was.
 */
export async function applyMemberships(
  tx: Tx,
  given: Memberships,
  validFrom: string,
  batch: string,
): Promise<void> {
  const table = identifier(given.table);
  const owner = identifier(given.owner);
  const target = identifier(given.target);
  const kind = given.kind ? Prisma.sql`AND b.kind = w.kind::assignment_kind` : Prisma.empty;
  const conflict = Prisma.sql`b.valid_to = ${forever} AND (${given.conflict}) ${kind}`;
  await tx.$executeRaw`DROP TABLE IF EXISTS import_move`;
  await tx.$executeRaw`CREATE TEMPORARY TABLE import_move ON COMMIT DROP AS
    SELECT w.*, uuid_v7() AS move_id, coalesce(
      (SELECT CASE WHEN w.starts > max(b.valid_from) THEN w.starts ELSE greatest(business_today(), max(b.valid_from) + 1) END
        FROM ${table} b WHERE ${conflict} HAVING count(*) > 0),
      greatest(coalesce(w.starts, ${validFrom}::date),
        (SELECT max(b.valid_to) FROM ${table} b WHERE (${given.conflict}) ${kind}))) AS moves_on
    FROM ${given.rows} w
    WHERE NOT EXISTS (SELECT FROM ${table} b WHERE b.${owner} = w.id AND b.${target} = w.target AND b.valid_to = ${forever} ${kind})`;
  const ending = Prisma.sql`SELECT b.id FROM ${table} b JOIN import_move w ON ${conflict}`;
  await rememberBefore(tx, given.table, batch, ending);
  await tx.$executeRaw`UPDATE ${table} b SET valid_to = w.moves_on FROM import_move w WHERE ${conflict}`;
  const extra = given.kind
    ? { name: Prisma.sql`, kind`, value: Prisma.sql`, w.kind::assignment_kind` }
    : { name: Prisma.empty, value: Prisma.empty };
  await tx.$executeRaw`INSERT INTO ${table} (id, ${owner}, ${target}, valid_from ${extra.name})
    SELECT w.move_id, w.id, w.target, w.moves_on ${extra.value} FROM import_move w`;
  await rememberCreated(tx, given.table, batch, Prisma.sql`SELECT move_id AS id FROM import_move`);
  await tx.$executeRaw`INSERT INTO import_touched SELECT id FROM import_move`;
}
