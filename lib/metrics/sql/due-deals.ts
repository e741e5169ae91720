import { CREDIT, CREDITED, WEIGHT } from "@/lib/deals/sql/deal-credit";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { perProduct } from "./deal-facts";
import { type Group, grouped, type Question } from "./grouped";

/**
 * Deals open when a range began and then due within it: what they were on the day before stands in their
 * history, or, where it does not reach back, in their own row. See `slipRate` for what is pushed.
 */
function fact(usesProduct: boolean, asOf: string): Prisma.Sql {
  const { join, product } = perProduct(usesProduct);
  return Prisma.sql`
    SELECT r.no, r.f - 1 AS day, coalesce(c.unit_id, h.unit_id, d.unit_id) AS unit_id, coalesce(c.user_id, h.owner_id, d.owner_id) AS owner_id,
      d.id AS deal_id, ${WEIGHT} AS weight,
      d.customer_id, ${product} AS product_id, coalesce(h.stage_id, d.stage_id) AS stage_id,
      CASE WHEN d.closed_on IS NULL THEN d.expected_close_on >= r.t OR ${asOf}::date >= r.t ELSE d.closed_on >= r.t END AS pushed
    FROM r JOIN deal d ON (d.created_on IS NULL OR d.created_on < r.f) AND (d.closed_on IS NULL OR d.closed_on >= r.f)
    LEFT JOIN LATERAL (SELECT * FROM deal_history h WHERE h.deal_id = d.id AND h.changed_on < r.f
      ORDER BY h.changed_on DESC, h.id DESC LIMIT 1) h ON true ${CREDIT} ${join}
    WHERE ${CREDITED} AND r.f <= ${asOf}::date AND CASE WHEN h.id IS NULL THEN d.expected_close_on ELSE h.expected_close_on END >= r.f
      AND CASE WHEN h.id IS NULL THEN d.expected_close_on ELSE h.expected_close_on END < r.t`;
}

const parts = Prisma.sql`
  coalesce(sum(x.weight), 0)::float8 AS "dueAtStart",
  count(DISTINCT x.deal_id)::float8 AS "dueAtStartRecords",
  coalesce(sum(x.weight) FILTER (WHERE x.pushed), 0)::float8 AS pushed`;

/** Deals due in each range at its start, and those of them pushed past its end. */
export function dueDeals(tx: Tx, question: Question, asOf: string): Promise<Group[]> {
  return grouped(tx, question, { fact: (product) => fact(product, asOf), parts });
}
