import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { DEFAULT_PAGE_SIZE } from "@/lib/shared/list-params";
import type { Period } from "@/lib/shared/period";
import type { CustomerRecord } from "../domain/customer-record";
import { dimensionSql, type Filter } from "./dimensions";

const row: z.ZodType<CustomerRecord> = z.object({
  id: z.string(),
  name: z.string(),
  nameEn: z.string().nullable(),
  firstOn: z.string(),
  orders: z.number(),
});

const NEW = Prisma.sql`SELECT f.sold_on AS day, f.unit_id, f.owner_id, f.customer_id, f.product_id,
  NULL::uuid AS stage_id, f.sale_id::text AS order_no FROM customer_first_sale f`;

const ACTIVE = Prisma.sql`SELECT s.sold_on AS day, s.unit_id, s.owner_id, s.customer_id, s.product_id,
  NULL::uuid AS stage_id, s.order_no FROM sale s WHERE s.customer_id IS NOT NULL AND s.quantity > 0`;

/** A page (from 1) of the customers a figure counts, most orders first: new ones by their first sale, active ones by any. */
export async function customerRecords(
  tx: Tx,
  which: "newCustomers" | "activeCustomers",
  range: Period,
  where: Filter,
  page = 1,
): Promise<CustomerRecord[]> {
  const { joins, filter } = dimensionSql(undefined, where);
  const fact = which === "newCustomers" ? NEW : ACTIVE;
  const rows = await tx.$queryRaw`
    SELECT k.id::text, k.name, k.name_en AS "nameEn", g.first_on::text AS "firstOn", g.orders::int
    FROM (SELECT x.customer_id, min(x.day) AS first_on, count(DISTINCT x.order_no) AS orders
      FROM (SELECT * FROM (${fact}) f WHERE day >= ${range.from}::date AND day < ${range.to}::date) x
      ${joins} WHERE ${filter} GROUP BY 1) g
    JOIN customer k ON k.id = g.customer_id
    ORDER BY g.orders DESC, g.first_on, k.id 
    LIMIT ${DEFAULT_PAGE_SIZE} OFFSET ${(page - 1) * DEFAULT_PAGE_SIZE}`;
  return z.array(row).parse(rows);
}
