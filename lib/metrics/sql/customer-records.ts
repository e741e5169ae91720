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
  again: z.boolean().nullable(),
});

const NEW = Prisma.sql`SELECT f.sold_on AS day, f.unit_id, f.owner_id, f.customer_id, f.product_id,
  NULL::uuid AS stage_id, f.sale_id::text AS order_no FROM customer_first_sale f`;

const ACTIVE = Prisma.sql`SELECT s.sold_on AS day, s.unit_id, s.owner_id, s.customer_id, s.product_id,
  NULL::uuid AS stage_id, s.order_no FROM sale s WHERE s.customer_id IS NOT NULL AND s.quantity > 0`;

/** `counted`: whose first order, or any order, is in `range`; `again`: marks those with an order in it too. */
export type CustomersAsked = {
  counted: "firstOrder" | "anyOrder";
  range: Period;
  again?: Period;
  where: Filter;
  /** From 1. */
  page: number;
};

/** Whether the customer `k` has an order in the range that the filter leaves. */
function ordered(range: Period, where: Filter): Prisma.Sql {
  const { joins, filter } = dimensionSql(undefined, where);
  return Prisma.sql`EXISTS (SELECT FROM (${ACTIVE} AND s.sold_on >= ${range.from}::date AND s.sold_on < ${range.to}::date) x
    ${joins} WHERE x.customer_id = k.id AND ${filter})`;
}

/** A page of the customers a figure counts, most orders first. */
export async function customerRecords(tx: Tx, asked: CustomersAsked): Promise<CustomerRecord[]> {
  const { counted, range, again, where, page } = asked;
  const { joins, filter } = dimensionSql(undefined, where);
  const fact = counted === "firstOrder" ? NEW : ACTIVE;
  const rows = await tx.$queryRaw`
    SELECT k.id::text, k.name, k.name_en AS "nameEn", g.first_on::text AS "firstOn", g.orders::int,
      ${again ? ordered(again, where) : Prisma.sql`NULL::boolean`} AS again
    FROM (SELECT x.customer_id, min(x.day) AS first_on, count(DISTINCT x.order_no) AS orders
      FROM (SELECT * FROM (${fact}) f WHERE day >= ${range.from}::date AND day < ${range.to}::date) x
      ${joins} WHERE ${filter} GROUP BY 1) g
    JOIN customer k ON k.id = g.customer_id
    ORDER BY g.orders DESC, g.first_on, k.id
    LIMIT ${DEFAULT_PAGE_SIZE} OFFSET ${(page - 1) * DEFAULT_PAGE_SIZE}`;
  return z.array(row).parse(rows);
}
