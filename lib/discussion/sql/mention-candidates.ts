import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { contains } from "@/lib/platform/db/fact-conditions";
import { Prisma } from "@/lib/platform/db/generated/client";
import { named, reference, referenceSql } from "@/lib/platform/db/named";
import type { RecordRef } from "@/lib/shared/record";

const row = reference.extend({ unit: named.nullable() });
export type MentionCandidate = z.infer<typeof row>;

/**
 * Up to 40 active people whose name contains the text, likeliest first: who has part in the record's
 * discussion, then managers and admins. Whether each may see the record is asked afterwards.
 */
export async function mentionCandidates(
  tx: Tx,
  { kind, id }: RecordRef,
  text: string,
): Promise<MentionCandidate[]> {
  const matches = contains([Prisma.sql`u.name`, Prisma.sql`u.name_en`], text || undefined);
  const rows = await tx.$queryRaw`
    WITH part AS (
      SELECT c.author_id AS id FROM comment c WHERE c.subject_kind = ${kind} AND c.subject_id = ${id}::uuid
      UNION SELECT f.user_id FROM follow f WHERE f.subject_kind = ${kind} AND f.subject_id = ${id}::uuid
      UNION SELECT r.owner_id FROM app_record(${kind}, ${id}::uuid) r)
    SELECT u.id::text, u.name, u.name_en AS "nameEn", ${referenceSql("t")} AS unit
    FROM "user" u LEFT JOIN assignment a ON a.user_id = u.id AND a.kind = 'member'
        AND (SELECT business_today()) >= a.valid_from AND (SELECT business_today()) < a.valid_to
      LEFT JOIN unit t ON t.id = a.unit_id
    WHERE u.status = 'active' AND ${matches ?? Prisma.sql`true`}
    ORDER BY u.id IN (SELECT id FROM part) DESC, u.role = 'manager' DESC, u.role = 'admin' DESC, u.name, u.id LIMIT 40`;
  return z.array(row).parse(rows);
}
