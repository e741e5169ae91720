import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { contains, likePattern } from "@/lib/platform/db/fact-conditions";
import { Prisma } from "@/lib/platform/db/generated/client";
import { named, reference, referenceSql } from "@/lib/platform/db/named";

const row = reference.extend({ sku: z.string().nullable(), category: named.nullable() });
export type FoundProduct = z.infer<typeof row>;

/** Products whose name (either language) or SKU contains the text, those still sold first. */
export async function searchProducts(tx: Tx, text: string, limit: number): Promise<FoundProduct[]> {
  const columns = [Prisma.sql`p.name`, Prisma.sql`p.name_en`, Prisma.sql`p.sku`];
  const rows = await tx.$queryRaw`
    SELECT p.id::text, p.name, p.name_en AS "nameEn", p.sku, ${referenceSql("k")} AS category
    FROM product p LEFT JOIN product_category k ON k.id = p.category_id
    WHERE ${contains(columns, text)}
    ORDER BY p.active DESC, p.name ILIKE ${likePattern(text).slice(1)} DESC, p.name, p.id LIMIT ${limit}`;
  return z.array(row).parse(rows);
}
