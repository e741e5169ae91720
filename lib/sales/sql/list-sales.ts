import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { type ListSql, listPage, pageWithTotals } from "@/lib/platform/db/list-sql";
import { businessDay, reference, referenceSql } from "@/lib/platform/db/named";
import { rowsOf } from "@/lib/platform/db/own-rows";
import { isId } from "@/lib/shared/list-params";
import type { SaleRow, SaleTotals } from "../domain/sale";
import type { SaleColumn, SaleListParams } from "../schema";
import { saleConditions, saleSource } from "./sale-conditions";
import { SALE_SUMS, saleTotals, saleTotalsRow } from "./sale-totals";

/** One row of the list. */
export const saleRow: z.ZodType<SaleRow> = z.object({
  id: z.string(),
  soldOn: businessDay,
  orderNo: z.string(),
  customer: reference.nullable(),
  product: reference.nullable(),
  category: reference.nullable(),
  owner: reference.nullable(),
  unit: reference,
  deal: z.object({ id: z.string(), title: z.string() }).nullable(),
  quantity: z.number(),
  currency: z.string(),
  amount: z.number(),
  rate: z.number(),
  baseAmount: z.number(),
  baseCost: z.number().nullable(),
  baseMargin: z.number().nullable(),
  externalId: z.string().nullable(),
  source: z.string().nullable(),
  returnOfId: z.string().nullable(),
  version: z.number(),
});

const SORT: Record<SaleColumn, Prisma.Sql> = {
  soldOn: Prisma.sql`s.sold_on`,
  orderNo: Prisma.sql`s.order_no`,
  customer: Prisma.sql`c.name`,
  product: Prisma.sql`p.name`,
  owner: Prisma.sql`o.name`,
  unit: Prisma.sql`u.name`,
  quantity: Prisma.sql`s.quantity`,
  amount: Prisma.sql`s.base_amount`,
  cost: Prisma.sql`s.base_cost`,
  margin: Prisma.sql`s.base_amount - s.base_cost`,
  deal: Prisma.sql`d.title`,
};

const COLUMNS = Prisma.sql`s.id::text, s.sold_on::text AS "soldOn", s.order_no AS "orderNo",
  ${referenceSql("c")} AS customer, ${referenceSql("p")} AS product, ${referenceSql("k")} AS category,
  ${referenceSql("o")} AS owner, ${referenceSql("u")} AS unit,
  CASE WHEN d.id IS NOT NULL THEN jsonb_build_object('id', d.id, 'title', d.title) END AS deal,
  s.quantity::float8, s.currency, s.amount::float8, s.rate::float8, s.base_amount::float8 AS "baseAmount",
  s.base_cost::float8 AS "baseCost", (s.base_amount - s.base_cost)::float8 AS "baseMargin", s.external_id AS "externalId", s.source,
  s.return_of_id::text AS "returnOfId", s.version`;

const joins = (
  whole: boolean,
  q?: string,
) => Prisma.sql`${saleSource(whole, q)} LEFT JOIN unit u ON u.id = s.unit_id
  LEFT JOIN "user" o ON o.id = s.owner_id LEFT JOIN product_category k ON k.id = p.category_id`;

/** The list of sales; `whole`: the reader sees every sale. */
export function saleListSql(params: SaleListParams, whole = true): ListSql<SaleColumn> {
  const { sort: by = "-soldOn" } = params;
  const where = saleConditions(params, whole);
  return {
    select: COLUMNS,
    from: joins(whole, params.q),
    where,
    sort: SORT,
    by,
    full: ["soldOn", "orderNo", "quantity", "amount"],
    id: Prisma.sql`s.id`,
    part: Prisma.sql`s.sold_on`,
  };
}

/** A page in the order of customers is found along their names instead of sorting every line. */
function byCustomer({ sort }: SaleListParams, whole: boolean): ListSql<SaleColumn>["page"] {
  if (sort?.replace("-", "") !== "customer") return undefined;
  const rest = Prisma.sql`LEFT JOIN product p ON p.id = s.product_id LEFT JOIN deal d ON d.id = s.deal_id`;
  const sales = Prisma.sql`${rowsOf("sale", whole)} s`;
  return {
    from: Prisma.sql`${rowsOf("customer", whole)} c JOIN ${sales} ON s.customer_id = c.id ${rest}`,
    sort: SORT,
    without: {
      from: Prisma.sql`${sales} LEFT JOIN customer c ON false ${rest}`,
      where: Prisma.sql`s.customer_id IS NULL`,
      first: false,
    },
  };
}

/** One page of the list of sales. */
export function listSales(tx: Tx, params: SaleListParams, whole = true): Promise<SaleRow[]> {
  const list = { ...saleListSql(params, whole), page: byCustomer(params, whole) };
  return listPage(tx, list, saleRow, params);
}

/** One page of the list with the totals of all. */
export async function salePage(
  tx: Tx,
  params: SaleListParams,
  whole = true,
): Promise<{ rows: SaleRow[]; totals: SaleTotals }> {
  const { q, region, manager } = params;
  if ((q ?? region ?? manager) === undefined) {
    return {
      rows: await listSales(tx, params, whole),
      totals: await saleTotals(tx, params, whole),
    };
  }
  const shape = { row: saleRow, totals: saleTotalsRow };
  return pageWithTotals(tx, saleListSql(params, whole), shape, params, SALE_SUMS);
}

/** One sold line; undefined where it does not exist or may not be seen. */
export async function findSale(tx: Tx, id: string): Promise<SaleRow | undefined> {
  if (!isId(id)) return undefined;
  const rows = await tx.$queryRaw`SELECT ${COLUMNS} FROM ${joins(true)} WHERE s.id = ${id}::uuid`;
  return z.array(saleRow).parse(rows)[0];
}
