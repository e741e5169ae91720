import { credited, WEIGHT } from "@/lib/deals/sql/deal-credit";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { perProduct } from "./deal-facts";
import { type Group, grouped, type Question } from "./grouped";

/**
 * What an open deal was on the day looked at stands in its history; on `asOf` itself, and where the
 * history does not reach back, in its own row. A deal closed since without a history has no stage.
 */
function fact(usesProduct: boolean, asOf: string, digits: number): Prisma.Sql {
  const { join, product, expected, share } = perProduct(usesProduct);
  const amount = Prisma.sql`CASE WHEN h.id IS NULL THEN ${expected} ELSE h.expected_base_amount * (${share}) END`;
  return Prisma.sql`
    SELECT o.no, o.day, coalesce(c.unit_id, o.unit_id) AS unit_id, coalesce(c.user_id, o.owner_id) AS owner_id, o.customer_id,
      o.product_id, o.stage_id, o.expected_estimated, o.due, o.deal_id, ${WEIGHT} AS weight,
      ${credited(Prisma.sql`o.expected`, digits)} AS expected,
      ${credited(Prisma.sql`round(o.expected * o.probability, ${digits}::int)`, digits)} AS weighted
    FROM (
      SELECT r.no, n.day, d.id AS deal_id, d.is_shared, coalesce(h.unit_id, d.unit_id) AS unit_id, coalesce(h.owner_id, d.owner_id) AS owner_id,
        d.customer_id, ${product} AS product_id, st.id AS stage_id, ${amount} AS expected, d.expected_estimated,
        coalesce(CASE WHEN h.id IS NULL OR n.day >= ${asOf}::date THEN d.probability END, st.probability) AS probability,
        CASE WHEN h.id IS NULL THEN d.expected_close_on ELSE h.expected_close_on END >= r.f
          AND CASE WHEN h.id IS NULL THEN d.expected_close_on ELSE h.expected_close_on END < r.t AS due
      FROM r CROSS JOIN LATERAL (SELECT least(r.t - 1, ${asOf}::date) AS day) n
      JOIN deal d ON (d.created_on IS NULL OR d.created_on <= n.day) AND (d.closed_on IS NULL OR d.closed_on > n.day)
      JOIN pipeline_stage g ON g.id = d.stage_id
      LEFT JOIN LATERAL (SELECT * FROM deal_history h WHERE n.day < ${asOf}::date AND h.deal_id = d.id AND h.changed_on <= n.day
        ORDER BY h.changed_on DESC, h.id DESC LIMIT 1) h ON true
      LEFT JOIN pipeline_stage st ON st.kind = 'open'
        AND st.id = CASE WHEN h.id IS NOT NULL THEN h.stage_id WHEN g.kind = 'open' THEN d.stage_id END
      ${join}) o
    LEFT JOIN deal_split c ON o.is_shared AND c.deal_id = o.deal_id WHERE NOT o.is_shared OR c.id IS NOT NULL`;
}

const parts = Prisma.sql`
  sum(x.weight)::float8 AS open,
  count(DISTINCT x.deal_id)::float8 AS "openRecords",
  sum(x.expected)::float8 AS "openExpected",
  sum(x.weighted)::float8 AS "openWeighted",
  (sum(x.expected) FILTER (WHERE x.due))::float8 AS "dueExpected",
  coalesce(sum(x.weight) FILTER (WHERE x.due), 0)::float8 AS due,
  (count(DISTINCT x.deal_id) FILTER (WHERE x.due))::float8 AS "dueRecords",
  (count(*) FILTER (WHERE x.expected_estimated))::float8 AS estimated`;

/** Deals open on the last day of each range, or on `asOf` where the range is not over; weighted per deal to `digits` decimals. */
export function openDeals(
  tx: Tx,
  question: Question,
  asOf: string,
  digits: number,
): Promise<Group[]> {
  return grouped(tx, question, { fact: (product) => fact(product, asOf, digits), parts });
}
