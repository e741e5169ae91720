import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { contains } from "@/lib/platform/db/fact-conditions";
import { Prisma } from "@/lib/platform/db/generated/client";
import { reference, referenceSql } from "@/lib/platform/db/named";

const row = z.object({ id: z.string(), title: z.string(), competitor: reference.nullable() });

/** Market notes in whose title or words the text is, the latest first. */
export async function searchNotes(tx: Tx, text: string, limit: number) {
  const rows = await tx.$queryRaw`
    SELECT n.id::text, n.title, ${referenceSql("k")} AS competitor
    FROM market_note n LEFT JOIN competitor k ON k.id = n.competitor_id
    WHERE ${contains([Prisma.sql`n.title`, Prisma.sql`n.text`], text)}
    ORDER BY n.happened_on DESC, n.id DESC LIMIT ${limit}`;
  return z.array(row).parse(rows);
}
