import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { contains, likePattern } from "@/lib/platform/db/fact-conditions";
import { Prisma } from "@/lib/platform/db/generated/client";
import { named, reference, referenceSql } from "@/lib/platform/db/named";

const row = reference.extend({ unit: named });

/**
 * People in use who belong to a unit today, by name in either language: whom a deal can be shared with
 * or handed to. Everybody may look for colleagues; their records stay their own.
 */
export async function searchColleagues(tx: Tx, text: string, limit: number) {
  const rows = await tx.$queryRaw`
    SELECT u.id::text, u.name, u.name_en AS "nameEn", ${referenceSql("t")} AS unit
    FROM "user" u JOIN LATERAL (SELECT a.unit_id FROM assignment a WHERE a.user_id = u.id
        AND (SELECT business_today()) >= a.valid_from AND (SELECT business_today()) < a.valid_to
      ORDER BY a.kind = 'member' DESC, a.valid_from, a.id LIMIT 1) home ON true
    JOIN unit t ON t.id = home.unit_id
    WHERE u.status <> 'disabled' AND ${contains([Prisma.sql`u.name`, Prisma.sql`u.name_en`], text)}
    ORDER BY u.name ILIKE ${likePattern(text).slice(1)} DESC, u.name, u.id LIMIT ${limit}`;
  return z.array(row).parse(rows);
}
