import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { contains, likePattern } from "@/lib/platform/db/fact-conditions";
import { Prisma } from "@/lib/platform/db/generated/client";
import { named, reference, referenceSql } from "@/lib/platform/db/named";
import type { Scope } from "@/lib/platform/scope";

const row = reference.extend({ unit: named.nullable() });
export type FoundPerson = z.infer<typeof row>;

/**
 * People whose name (either language) contains the text: all for admins, those in the managed
 * subtrees now or before for managers, only themselves for reps.
 */
export async function searchPeople(
  tx: Tx,
  scope: Scope,
  text: string,
  limit: number,
): Promise<FoundPerson[]> {
  const rows = await tx.$queryRaw`
    SELECT u.id::text, u.name, u.name_en AS "nameEn", ${referenceSql("t")} AS unit
    FROM "user" u LEFT JOIN assignment a ON a.user_id = u.id AND a.kind = 'member'
      AND (SELECT business_today()) >= a.valid_from AND (SELECT business_today()) < a.valid_to
    LEFT JOIN unit t ON t.id = a.unit_id
    WHERE ${contains([Prisma.sql`u.name`, Prisma.sql`u.name_en`], text)}
      AND (${scope.role === "admin"} OR u.id = ${scope.userId}::uuid OR EXISTS (
        SELECT FROM assignment m WHERE m.user_id = u.id AND m.unit_id = ANY (${scope.unitIds}::uuid[])))
    ORDER BY u.status = 'disabled', u.name ILIKE ${likePattern(text).slice(1)} DESC, u.name, u.id LIMIT ${limit}`;
  return z.array(row).parse(rows);
}
