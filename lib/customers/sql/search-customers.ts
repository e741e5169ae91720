import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { contains, likePattern } from "@/lib/platform/db/fact-conditions";
import { Prisma } from "@/lib/platform/db/generated/client";
import { reference } from "@/lib/platform/db/named";

const row = reference.extend({ sector: z.string().nullable(), location: z.string().nullable() });
export type FoundCustomer = z.infer<typeof row>;

/** Customers whose name (either language) or external id contains the text; the closest names first. */
export async function searchCustomers(
  tx: Tx,
  text: string,
  limit: number,
): Promise<FoundCustomer[]> {
  const columns = [Prisma.sql`c.name`, Prisma.sql`c.name_en`, Prisma.sql`c.external_id`];
  const start = likePattern(text).slice(1);
  const rows = await tx.$queryRaw`
    SELECT c.id::text, c.name, c.name_en AS "nameEn", c.sector, c.location FROM customer c
    WHERE ${contains(columns, text)}
    ORDER BY (c.name ILIKE ${start} OR coalesce(c.name_en, '') ILIKE ${start}) DESC,
      greatest(similarity(c.name, ${text}), similarity(coalesce(c.name_en, ''), ${text})) DESC, c.name, c.id
    LIMIT ${limit}`;
  return z.array(row).parse(rows);
}
