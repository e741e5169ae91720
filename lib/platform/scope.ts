import "server-only";
import { z } from "zod";
import { system } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";

const ids = z.array(z.string()).readonly();

const scopeRow = z
  .object({
    userId: z.string(),
    name: z.string(),
    nameEn: z.string().nullable(),
    role: z.enum(["admin", "manager", "rep"]),
    sessionEpoch: z.number(),
    /** Units below and including those the person manages today; empty for reps. */
    unitIds: ids,
    /** Units the person manages today. */
    managedUnitIds: ids,
    /** Units that once were below the managed ones; visible for those days only. */
    pastUnitIds: ids,
    /** The unit the person belongs to today. */
    memberUnitId: z.string().nullable(),
  })
  .readonly()
  .brand<"Scope">();

/** Who asks, and what they may see. Minted here only, from the database, for each request. */
export type Scope = z.infer<typeof scopeRow>;

const scopeQuery = (userId: string) => Prisma.sql`
  WITH day AS (SELECT business_today() AS today),
  managed AS (
    SELECT unit_id FROM assignment, day
    WHERE user_id = ${userId}::uuid AND kind = 'manager' AND today >= valid_from AND today < valid_to
  ), below AS (
    SELECT a.unit_id, bool_or(today >= a.valid_from AND today < a.valid_to) AS now
    FROM unit_ancestor a JOIN managed m ON m.unit_id = a.ancestor_id, day
    GROUP BY a.unit_id
  )
  SELECT u.id::text AS "userId", u.name, u.name_en AS "nameEn", u.role::text, u.session_epoch AS "sessionEpoch",
    CASE WHEN u.role = 'rep' THEN '{}' ELSE ARRAY(SELECT unit_id::text FROM below WHERE now) END AS "unitIds",
    CASE WHEN u.role = 'rep' THEN '{}' ELSE ARRAY(SELECT unit_id::text FROM managed) END AS "managedUnitIds",
    CASE WHEN u.role = 'rep' THEN '{}' ELSE ARRAY(SELECT unit_id::text FROM below WHERE NOT now) END AS "pastUnitIds",
    (SELECT unit_id::text FROM assignment, day
      WHERE user_id = u.id AND kind = 'member' AND today >= valid_from AND today < valid_to) AS "memberUnitId"
  FROM "user" u WHERE u.id = ${userId}::uuid AND u.status = 'active'`;

/** The scope of an active person; null where the person does not exist or is disabled. */
export async function scopeOf(userId: string): Promise<Scope | null> {
  const rows = await system("load the scope of a request", (tx) =>
    tx.$queryRaw(scopeQuery(userId)),
  );
  return z.array(scopeRow).parse(rows)[0] ?? null;
}
