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

/** `person_scope` is also what the database asks whether another person may see a record. */
const scopeQuery = (userId: string) => Prisma.sql`
  SELECT u.id::text AS "userId", u.name, u.name_en AS "nameEn", s.role, u.session_epoch AS "sessionEpoch",
    s.unit_ids::text[] AS "unitIds", s.managed_unit_ids::text[] AS "managedUnitIds", s.past_unit_ids::text[] AS "pastUnitIds",
    (SELECT a.unit_id::text FROM assignment a WHERE a.user_id = u.id AND a.kind = 'member'
      AND business_today() >= a.valid_from AND business_today() < a.valid_to) AS "memberUnitId"
  FROM "user" u CROSS JOIN LATERAL person_scope(u.id) s WHERE u.id = ${userId}::uuid AND u.status = 'active'`;

/** The scope of an active person; null where the person does not exist or is disabled. */
export async function scopeOf(userId: string): Promise<Scope | null> {
  const rows = await system("load the scope of a request", (tx) =>
    tx.$queryRaw(scopeQuery(userId)),
  );
  return z.array(scopeRow).parse(rows)[0] ?? null;
}
