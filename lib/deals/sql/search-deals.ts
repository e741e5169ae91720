import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { contains, likePattern } from "@/lib/platform/db/fact-conditions";
import { Prisma } from "@/lib/platform/db/generated/client";
import { named, referenceSql } from "@/lib/platform/db/named";
import type { Named } from "@/lib/shared/named";

const row = z.object({
  id: z.string(),
  title: z.string(),
  customer: named.nullable(),
  stage: named,
});
export type FoundDeal = { id: string; title: string; customer: Named | null; stage: Named };

/** Deals whose title, customer or external id contains the text; titles that begin with it first, then open ones. */
export async function searchDeals(tx: Tx, text: string, limit: number): Promise<FoundDeal[]> {
  const columns = [
    Prisma.sql`d.title`,
    Prisma.sql`d.external_id`,
    Prisma.sql`c.name`,
    Prisma.sql`c.name_en`,
  ];
  const rows = await tx.$queryRaw`
    SELECT d.id::text, d.title, ${referenceSql("c")} AS customer, ${referenceSql("st")} AS stage
    FROM deal d JOIN pipeline_stage st ON st.id = d.stage_id LEFT JOIN customer c ON c.id = d.customer_id
    WHERE ${contains(columns, text)}
    ORDER BY d.title ILIKE ${likePattern(text).slice(1)} DESC, st.kind = 'open' DESC, d.updated_at DESC, d.id
    LIMIT ${limit}`;
  return z.array(row).parse(rows);
}
