import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { contains, likePattern } from "@/lib/platform/db/fact-conditions";
import { Prisma } from "@/lib/platform/db/generated/client";
import { reference } from "@/lib/platform/db/named";

const row = reference.extend({ sector: z.string().nullable(), location: z.string().nullable() });
export type CustomerChoice = z.infer<typeof row>;

const MOST = 20;

/**
 * Customers in use to choose from, at most 20: those whose name (either language) or external id
 * contains the text, the ones that begin with it first; without a text the reader's own that changed last.
 */
export async function customerChoices(
  tx: Tx,
  userId: string,
  text: string,
): Promise<CustomerChoice[]> {
  const columns = [Prisma.sql`c.name`, Prisma.sql`c.name_en`, Prisma.sql`c.external_id`];
  const start = likePattern(text).slice(1);
  const [which, order] =
    text === ""
      ? [Prisma.sql`c.owner_id = ${userId}::uuid`, Prisma.sql`c.updated_at DESC`]
      : [
          contains(columns, text) ?? Prisma.sql`true`,
          Prisma.sql`(c.name ILIKE ${start} OR coalesce(c.name_en, '') ILIKE ${start}) DESC, length(c.name), c.name`,
        ];
  const rows = await tx.$queryRaw`
    SELECT c.id::text, c.name, c.name_en AS "nameEn", c.sector, c.location FROM customer c
    WHERE c.active AND ${which} ORDER BY ${order}, c.id LIMIT ${MOST}`;
  return z.array(row).parse(rows);
}
