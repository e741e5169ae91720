import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { type ListSql, listPage, pageWithTotals } from "@/lib/platform/db/list-sql";
import { businessDay, reference, referenceSql } from "@/lib/platform/db/named";
import { rowsOf } from "@/lib/platform/db/own-rows";
import { isFiltered } from "@/lib/shared/list-filters";
import type { CustomerRow, CustomerTotals } from "../domain/customer";
import {
  activityOf,
  type CustomerColumn,
  type CustomerFilter,
  type CustomerListParams,
} from "../schema";
import { customerConditions } from "./customer-conditions";
import { customerFigures, FIGURE_SORT, joinedTo, orderedBy, revenueOf } from "./customer-figures";

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

const SORT: Record<CustomerColumn, Prisma.Sql> = {
  name: Prisma.sql`c.name`,
  sector: Prisma.sql`c.sector`,
  segment: Prisma.sql`g.name`,
  location: Prisma.sql`c.location`,
  owner: Prisma.sql`o.name`,
  unit: Prisma.sql`u.name`,
  openDeals: Prisma.sql`coalesce(df.deals, 0)`,
  openAmount: Prisma.sql`df.amount`,
  revenue: Prisma.sql`sf.revenue`,
  orders: Prisma.sql`coalesce(sf.orders, 0)`,
  firstSaleOn: Prisma.sql`f.sold_on`,
  lastSaleOn: Prisma.sql`sf.last_on`,
};

/** No order and no open deal is zero of them. */
const COUNTS = {
  openDeals: Prisma.sql`coalesce(figures.deals, 0)`,
  orders: Prisma.sql`coalesce(figures.orders, 0)`,
};

/** The list of customers; `whole`: the reader sees every sale. */
export function customerListSql(
  params: CustomerListParams,
  whole: boolean,
): ListSql<CustomerColumn> {
  const by = params.sort ?? "name";
  const column = by.replace("-", "") as CustomerColumn;
  const ask = { filter: params, whole, upwards: by === column };
  return {
    select: Prisma.sql`c.id::text, c.name, c.name_en AS "nameEn", c.active, c.sector, c.location,
      ${referenceSql("g")} AS segment, ${referenceSql("o")} AS owner, ${referenceSql("u")} AS unit,
      df.deals AS "openDeals", df.amount::float8 AS "openAmount", sf.revenue::float8 AS revenue,
      sf.orders, f.sold_on::text AS "firstSaleOn", sf.last_on::text AS "lastSaleOn",
      c.external_id AS "externalId"`,
    from: Prisma.sql`customer c LEFT JOIN "user" o ON o.id = c.owner_id LEFT JOIN unit u ON u.id = c.unit_id
      LEFT JOIN customer_segment g ON g.id = c.segment_id
      ${customerFigures(params)}`,
    where: customerConditions(params, whole),
    sort: SORT,
    by,
    full: ["name"],
    id: Prisma.sql`c.id`,
    page: { ...orderedBy(column, ask), sort: { ...SORT, ...FIGURE_SORT } },
  };
}

/** One page of the list of customers. */
export function listCustomers(
  tx: Tx,
  params: CustomerListParams,
  whole: boolean,
): Promise<CustomerRow[]> {
  return listPage(tx, customerListSql(params, whole), customerRow, params);
}

const totalsRow: z.ZodType<CustomerTotals> = z.object({
  count: z.number(),
  openDeals: z.number(),
  openAmount: z.number().nullable(),
  revenue: z.number().nullable(),
});

/** Totals of the filtered list. */
export async function customerTotals(
  tx: Tx,
  filter: CustomerFilter,
  whole: boolean,
): Promise<CustomerTotals> {
  // Whoever sees a deal or a sale sees its customer.
  const some = isFiltered(filter);
  const rows = await tx.$queryRaw`WITH ${listedAs(filter, whole, some)}
    SELECT (SELECT count(*)::int FROM c) AS count, ${sumsOf(filter, whole, some)}`;
  return z.tuple([totalsRow]).parse(rows)[0];
}

/** The listed customers as `c`, and what is open with them, or with all that are seen unless `some`. */
function listedAs(filter: CustomerFilter, whole: boolean, some: boolean): Prisma.Sql {
  const listed = some ? Prisma.sql`IN (SELECT id FROM c)` : Prisma.sql`IS NOT NULL`;
  return Prisma.sql`c AS ${some ? Prisma.sql`MATERIALIZED` : Prisma.sql`NOT MATERIALIZED`} (
      SELECT c.id, c.name, c.sector, c.location, c.segment_id, c.owner_id, c.unit_id
      FROM ${rowsOf("customer", whole)} c WHERE ${customerConditions(filter, whole)}),
    open AS (SELECT count(*)::int AS deals, sum(d.expected_base_amount)::float8 AS amount FROM ${rowsOf("deal", whole)} d
      JOIN pipeline_stage st ON st.id = d.stage_id AND st.kind = 'open' WHERE d.customer_id ${listed})`;
}

function sumsOf(filter: CustomerFilter, whole: boolean, some: boolean): Prisma.Sql {
  return Prisma.sql`(SELECT deals FROM open) AS "openDeals", (SELECT amount FROM open) AS "openAmount",
    ${revenueOf(filter, whole, some)}::float8 AS revenue`;
}

/** One page of the list with the totals of all. */
export async function customerPage(
  tx: Tx,
  params: CustomerListParams,
  whole: boolean,
): Promise<{ rows: CustomerRow[]; totals: CustomerTotals }> {
  if (params.q === undefined && activityOf(params) === undefined) {
    return {
      rows: await listCustomers(tx, params, whole),
      totals: await customerTotals(tx, params, whole),
    };
  }
  const all = customerListSql(params, whole);
  const column = all.by.replace("-", "") as CustomerColumn;
  const list = {
    ...all,
    where: Prisma.sql`true`,
    page: {
      from: Prisma.sql`c ${joinedTo(column, params, whole)}`,
      sort: { ...SORT, ...FIGURE_SORT, ...COUNTS },
    },
  };
  const shape = { row: customerRow, totals: totalsRow };
  return pageWithTotals(tx, list, shape, params, {
    before: Prisma.sql`${listedAs(params, whole, true)},`,
    of: Prisma.sql`1 AS one`,
    sums: Prisma.sql`count(*)::int AS count, ${sumsOf(params, whole, true)}`,
  });
}
