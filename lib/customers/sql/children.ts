import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { reference } from "@/lib/platform/db/named";

const row = reference.extend({ location: z.string().nullable(), revenue: z.number().nullable() });

const SHOWN = 10;

/** The companies below a customer that the reader may see, the biggest first, and how many there are. */
export async function childrenOf(tx: Tx, customerId: string) {
  const rows = await tx.$queryRaw`
    SELECT c.id::text, c.name, c.name_en AS "nameEn", c.location,
      (SELECT sum(s.base_amount)::float8 FROM sale s WHERE s.customer_id = c.id) AS revenue
    FROM customer c WHERE c.parent_id = ${customerId}::uuid
    ORDER BY revenue DESC NULLS LAST, c.name, c.id LIMIT ${SHOWN}`;
  const count = await tx.customer.count({ where: { parentId: customerId } });
  return { rows: z.array(row).parse(rows), count };
}
export type Children = Awaited<ReturnType<typeof childrenOf>>;
