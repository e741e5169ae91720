import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { contains, likePattern } from "@/lib/platform/db/fact-conditions";
import { Prisma } from "@/lib/platform/db/generated/client";
import { reference, referenceSql } from "@/lib/platform/db/named";

const row = reference.extend({ title: z.string().nullable(), customer: reference });

/** Contacts whose name, e-mail or telephone number contains the text; those that begin with it first. */
export async function searchContacts(tx: Tx, text: string, limit: number) {
  const columns = [
    Prisma.sql`k.name`,
    Prisma.sql`k.name_en`,
    Prisma.sql`k.email`,
    Prisma.sql`k.phone`,
  ];
  const rows = await tx.$queryRaw`
    SELECT k.id::text, k.name, k.name_en AS "nameEn", k.title, ${referenceSql("c")} AS customer
    FROM contact k JOIN customer c ON c.id = k.customer_id
    WHERE ${contains(columns, text)}
    ORDER BY NOT k.active, k.name ILIKE ${likePattern(text).slice(1)} DESC, k.name, k.id LIMIT ${limit}`;
  return z.array(row).parse(rows);
}
