import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { type ListSql, listPage } from "@/lib/platform/db/list-sql";
import { businessDay, reference, referenceSql } from "@/lib/platform/db/named";
import type { CustomerRow, CustomerTotals } from "../domain/customer";
import type { CustomerColumn, CustomerFilter, CustomerListParams } from "../schema";
import { customerConditions, salesCondition } from "./customer-conditions";

/** One row of the list. */
export const customerRow: z.ZodType<CustomerRow> = z.object({
  id: z.string(),
  name: z.string(),
  nameEn: z.string().nullable(),
  segment: reference.nullable(),
  active: z.boolean(),
  sector: z.string().nullable(),
  location: z.string().nullable(),
  owner: reference.nullable(),
  unit: reference.nullable(),
  openDeals: z.number(),
  openAmount: z.number().nullable(),
  revenue: z.number().nullable(),
  orders: z.number(),
  firstSaleOn: businessDay.nullable(),
  lastSaleOn: businessDay.nullable(),
  externalId: z.string().nullable(),
});

/** Figures of one customer `c`, looked up for the rows shown. */
export function customerFigures(filter: CustomerFilter) {
  const sales = Prisma.sql`FROM sale s WHERE s.customer_id = c.id AND ${salesCondition(filter)}`;
  const open = Prisma.sql`FROM deal d JOIN pipeline_stage st ON st.id = d.stage_id AND st.kind = 'open' WHERE d.customer_id = c.id`;
  return {
    openDeals: Prisma.sql`(SELECT count(*)::int ${open})`,
    openAmount: Prisma.sql`(SELECT sum(d.expected_base_amount) ${open})`,
    revenue: Prisma.sql`(SELECT sum(s.base_amount) ${sales})`,
    orders: Prisma.sql`(SELECT (count(DISTINCT s.order_no) FILTER (WHERE s.quantity > 0))::int ${sales})`,
    firstSaleOn: Prisma.sql`(SELECT f.sold_on FROM customer_first_sale f WHERE f.customer_id = c.id)`,
    lastSaleOn: Prisma.sql`(SELECT max(s.sold_on) ${sales} AND s.quantity > 0)`,
  };
}

/** The list of customers. */
export function customerListSql(params: CustomerListParams): ListSql<CustomerColumn> {
  const figure = customerFigures(params);
  return {
    select: Prisma.sql`c.id::text, c.name, c.name_en AS "nameEn", c.active, c.sector, c.location,
      ${referenceSql("g")} AS segment, ${referenceSql("o")} AS owner, ${referenceSql("u")} AS unit,
      ${figure.openDeals} AS "openDeals", ${figure.openAmount}::float8 AS "openAmount",
      ${figure.revenue}::float8 AS revenue, ${figure.orders} AS orders,
      ${figure.firstSaleOn}::text AS "firstSaleOn", ${figure.lastSaleOn}::text AS "lastSaleOn", c.external_id AS "externalId"`,
    from: Prisma.sql`customer c LEFT JOIN "user" o ON o.id = c.owner_id LEFT JOIN unit u ON u.id = c.unit_id
      LEFT JOIN customer_segment g ON g.id = c.segment_id`,
    where: customerConditions(params),
    sort: {
      name: Prisma.sql`c.name`,
      segment: Prisma.sql`g.name`,
      sector: Prisma.sql`c.sector`,
      location: Prisma.sql`c.location`,
      owner: Prisma.sql`o.name`,
      unit: Prisma.sql`u.name`,
      ...figure,
    },
    by: params.sort ?? "name",
    id: Prisma.sql`c.id`,
  };
}

/** One page of the list of customers. */
export function listCustomers(tx: Tx, params: CustomerListParams): Promise<CustomerRow[]> {
  return listPage(tx, customerListSql(params), customerRow, params);
}

const totalsRow: z.ZodType<CustomerTotals> = z.object({
  count: z.number(),
  openDeals: z.number(),
  openAmount: z.number().nullable(),
  revenue: z.number().nullable(),
});

/** Totals of the filtered list. */
export async function customerTotals(tx: Tx, filter: CustomerFilter): Promise<CustomerTotals> {
  const rows = await tx.$queryRaw`
    WITH c AS MATERIALIZED (SELECT c.id FROM customer c WHERE ${customerConditions(filter)}),
    open AS (SELECT count(*)::int AS deals, sum(d.expected_base_amount)::float8 AS amount FROM deal d
      JOIN pipeline_stage st ON st.id = d.stage_id AND st.kind = 'open' WHERE d.customer_id IN (SELECT id FROM c))
    SELECT (SELECT count(*)::int FROM c) AS count, open.deals AS "openDeals", open.amount AS "openAmount",
      (SELECT sum(s.base_amount)::float8 FROM sale s WHERE s.customer_id IN (SELECT id FROM c) AND ${salesCondition(filter)}) AS revenue
    FROM open`;
  return z.tuple([totalsRow]).parse(rows)[0];
}
