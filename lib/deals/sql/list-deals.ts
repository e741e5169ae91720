import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { type ListSql, listPage, pageWithTotals } from "@/lib/platform/db/list-sql";
import { businessDay, named, reference, referenceSql } from "@/lib/platform/db/named";
import type { DealRow, DealTotals } from "../domain/deal";
import { type DealColumn, type DealListParams, dealSort } from "../schema";
import { creditedShare, dealConditions, dealSource } from "./deal-conditions";
import { creditedAmounts, dealSums, dealTotals, dealTotalsRow, ownAmounts } from "./deal-totals";

/** One row of the list. */
export const dealRow: z.ZodType<DealRow> = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(["open", "won", "lost"]),
  stage: reference,
  customer: reference.nullable(),
  owner: reference,
  unit: reference,
  products: z.array(named),
  share: z.number(),
  currency: z.string(),
  expectedAmount: z.number().nullable(),
  expectedEstimated: z.boolean(),
  expectedBaseAmount: z.number().nullable(),
  bookedAmount: z.number().nullable(),
  bookedBaseAmount: z.number().nullable(),
  probability: z.number().nullable(),
  weighted: z.number().nullable(),
  createdOn: businessDay.nullable(),
  engagedOn: businessDay.nullable(),
  expectedCloseOn: businessDay.nullable(),
  closedOn: businessDay.nullable(),
  updatedAt: z.string(),
  externalId: z.string().nullable(),
});

const SORT = {
  title: Prisma.sql`d.title`,
  customer: Prisma.sql`c.name`,
  stage: Prisma.sql`st.position`,
  owner: Prisma.sql`o.name`,
  unit: Prisma.sql`u.name`,
  createdOn: Prisma.sql`d.created_on`,
  expectedCloseOn: Prisma.sql`d.expected_close_on`,
  closedOn: Prisma.sql`d.closed_on`,
  updatedAt: Prisma.sql`d.updated_at`,
} satisfies Partial<Record<DealColumn, Prisma.Sql>>;

/** The list of deals; `digits` are the decimals of the base currency, `whole`: the reader sees every deal. */
export function dealListSql(
  params: DealListParams,
  digits: number,
  whole = true,
): ListSql<DealColumn> {
  const amounts = creditedAmounts(params, digits);
  const own = ownAmounts(params);
  return {
    select: Prisma.sql`d.id::text, d.title, st.kind::text, ${referenceSql("st")} AS stage,
      ${referenceSql("c")} AS customer, ${referenceSql("o")} AS owner, ${referenceSql("u")} AS unit,
      ARRAY(SELECT jsonb_build_object('name', p.name, 'nameEn', p.name_en)
        FROM deal_line l JOIN product p ON p.id = l.product_id WHERE l.deal_id = d.id ORDER BY l.id) AS products,
      d.currency, ${own.expected}::float8 AS "expectedAmount", d.expected_estimated AS "expectedEstimated",
      ${creditedShare(params)}::float8 AS share, ${amounts.expected}::float8 AS "expectedBaseAmount",
      CASE WHEN st.kind = 'won' THEN ${own.booked}::float8 END AS "bookedAmount",
      ${amounts.booked}::float8 AS "bookedBaseAmount",
      CASE WHEN st.kind = 'open' THEN coalesce(d.probability, st.probability)::float8 END AS probability,
      ${amounts.weighted}::float8 AS weighted,
      d.created_on::text AS "createdOn", d.engaged_on::text AS "engagedOn",
      d.expected_close_on::text AS "expectedCloseOn", d.closed_on::text AS "closedOn",
      to_json(d.updated_at)#>>'{}' AS "updatedAt", d.external_id AS "externalId"`,
    from: Prisma.sql`${dealSource(params.openOn, whole)} LEFT JOIN "user" o ON o.id = d.owner_id LEFT JOIN unit u ON u.id = d.unit_id`,
    where: dealConditions(params, whole),
    sort: { ...SORT, ...amounts },
    by: dealSort(params),
    full: ["title", "updatedAt"],
    id: Prisma.sql`d.id`,
  };
}

/** One page of the list of deals. */
export function listDeals(
  tx: Tx,
  params: DealListParams,
  digits: number,
  whole = true,
): Promise<DealRow[]> {
  return listPage(tx, dealListSql(params, digits, whole), dealRow, params);
}

/** One page of the list with the totals of all. */
export async function dealPage(
  tx: Tx,
  params: DealListParams,
  digits: number,
  whole = true,
): Promise<{ rows: DealRow[]; totals: DealTotals }> {
  const { q, region, manager, missing } = params;
  if ((q ?? region ?? manager ?? missing) === undefined) {
    return {
      rows: await listDeals(tx, params, digits, whole),
      totals: await dealTotals(tx, params, digits, whole),
    };
  }
  const shape = { row: dealRow, totals: dealTotalsRow };
  const list = dealListSql(params, digits, whole);
  return pageWithTotals(tx, list, shape, params, dealSums(params, digits));
}
