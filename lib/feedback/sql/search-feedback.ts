import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { contains } from "@/lib/platform/db/fact-conditions";
import { Prisma } from "@/lib/platform/db/generated/client";
import { reference, referenceSql } from "@/lib/platform/db/named";

const row = z.object({ id: z.string(), text: z.string(), customer: reference.nullable() });

/** Feedback in whose words the text is, the latest first, with the words around it. */
export async function searchFeedback(tx: Tx, text: string, limit: number) {
  const rows = await tx.$queryRaw`
    SELECT f.id::text, ${referenceSql("c")} AS customer,
      substr(f.text, greatest(strpos(lower(f.text), lower(${text})) - 20, 1), 100) AS text
    FROM feedback f LEFT JOIN customer c ON c.id = f.customer_id
    WHERE ${contains([Prisma.sql`f.text`], text)}
    ORDER BY f.given_on DESC, f.id DESC LIMIT ${limit}`;
  return z.array(row).parse(rows);
}
