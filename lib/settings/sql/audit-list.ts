import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { reference } from "@/lib/platform/db/named";
import type { AuditParams } from "../schema";

const row = z.object({
  /** A bigint, as text. */
  id: z.string(),
  at: z.date(),
  user: reference.nullable(),
  userId: z.string().nullable(),
  action: z.string(),
  subject: z.string(),
  rowId: z.string().nullable(),
  before: z.unknown(),
  after: z.unknown(),
  note: z.string().nullable(),
});
export type AuditRow = z.infer<typeof row>;

export const AUDIT_PAGE = 50;

function conditions(params: AuditParams, timeZone: string): Prisma.Sql[] {
  const { who, action, subject, from, to, record } = params;
  const parts: Prisma.Sql[] = [];
  if (who === "system") parts.push(Prisma.sql`a.user_id IS NULL`);
  else if (who) parts.push(Prisma.sql`a.user_id = ${who}::uuid`);
  if (action) parts.push(Prisma.sql`a.action = ${action}`);
  if (subject) parts.push(Prisma.sql`a.subject = ${subject}`);
  if (record) parts.push(Prisma.sql`a.row_id = ${record}`);
  if (from) parts.push(Prisma.sql`a.at >= ${from}::date::timestamp AT TIME ZONE ${timeZone}`);
  if (to) parts.push(Prisma.sql`a.at < ${to}::date::timestamp AT TIME ZONE ${timeZone}`);
  return parts;
}

/** The place of an entry in the order of the log; null where there is none of this id. */
async function placeOf(tx: Tx, id: string): Promise<Prisma.Sql | null> {
  const found = z
    .array(z.object({ at: z.date() }))
    .parse(await tx.$queryRaw`SELECT at FROM audit_entry WHERE id = ${id}::bigint`);
  return found[0] ? Prisma.sql`(${found[0].at}::timestamptz, ${id}::bigint)` : null;
}

/**
 * One page of the audit log, newest first. Pages follow each other by the last entry seen, so the
 * cost does not grow with how far back one reads. Admins only may read it.
 */
export async function auditList(tx: Tx, params: AuditParams, timeZone: string) {
  const parts = conditions(params, timeZone);
  const cursor = params.after ?? params.before;
  const place = cursor ? await placeOf(tx, cursor) : null;
  const newer = place !== null && params.after !== undefined;
  if (place) parts.push(Prisma.sql`(a.at, a.id) ${newer ? Prisma.sql`>` : Prisma.sql`<`} ${place}`);
  const where = parts.length > 0 ? Prisma.sql`WHERE ${Prisma.join(parts, " AND ")}` : Prisma.empty;
  const order = newer ? Prisma.sql`a.at, a.id` : Prisma.sql`a.at DESC, a.id DESC`;
  const found = z.array(row).parse(
    await tx.$queryRaw`
      SELECT a.id::text, a.at, a.user_id::text AS "userId", a.action, a.subject, a.row_id AS "rowId", a.before, a.after, a.note,
        CASE WHEN u.id IS NOT NULL THEN jsonb_build_object('id', u.id, 'name', u.name, 'nameEn', u.name_en) END AS "user"
      FROM (SELECT * FROM audit_entry a ${where} ORDER BY ${order} LIMIT ${AUDIT_PAGE + 1}) a
      LEFT JOIN "user" u ON u.id = a.user_id
      ORDER BY ${order}`,
  );
  const more = found.length > AUDIT_PAGE;
  const page = found.slice(0, AUDIT_PAGE);
  const rows = newer ? page.reverse() : page;
  return { rows, hasNewer: newer ? more : place !== null, hasOlder: newer ? true : more };
}

/** Everybody who is in the log, by a walk along the index from person to person. */
export async function auditPeople(tx: Tx) {
  return z.array(reference).parse(
    await tx.$queryRaw`
      WITH RECURSIVE actor AS (
        (SELECT user_id FROM audit_entry WHERE user_id IS NOT NULL ORDER BY user_id LIMIT 1)
        UNION ALL
        SELECT (SELECT a.user_id FROM audit_entry a WHERE a.user_id > actor.user_id ORDER BY a.user_id LIMIT 1)
        FROM actor WHERE actor.user_id IS NOT NULL
      )
      SELECT u.id::text, u.name, u.name_en AS "nameEn" FROM actor JOIN "user" u ON u.id = actor.user_id ORDER BY u.name`,
  );
}
