import { CREDIT, CREDITED, credited, WEIGHT } from "@/lib/deals/sql/deal-credit";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { perProduct } from "./deal-facts";
import { type Group, grouped, type Question } from "./grouped";

function fact(usesProduct: boolean, digits: number): Prisma.Sql {
  const { join, product, expected, booked } = perProduct(usesProduct);
  return Prisma.sql`
    SELECT r.no, d.closed_on AS day, coalesce(c.unit_id, d.unit_id) AS unit_id, coalesce(c.user_id, d.owner_id) AS owner_id, d.customer_id, ${product} AS product_id, d.stage_id,
      d.loss_reason_id, d.competitor_id, coalesce(lr.is_no_decision, false) AS no_decision, d.id AS deal_id, ${WEIGHT} AS weight,
      g.kind, ${credited(expected, digits)} AS expected, ${credited(booked, digits)} AS booked, d.closed_on - coalesce(d.engaged_on, d.created_on) AS days
    FROM r JOIN deal d ON d.closed_on >= r.f AND d.closed_on < r.t
    JOIN pipeline_stage g ON g.id = d.stage_id AND g.kind <> 'open'
    LEFT JOIN loss_reason lr ON lr.id = d.loss_reason_id ${CREDIT} ${join} WHERE ${CREDITED}`;
}

/** By value both sides use the expected amount: a lost deal's booked amount is 0. */
const parts = Prisma.sql`
  coalesce(sum(x.weight) FILTER (WHERE x.kind = 'won'), 0)::float8 AS won,
  coalesce(sum(x.weight) FILTER (WHERE x.kind = 'lost'), 0)::float8 AS lost,
  (sum(x.weight) FILTER (WHERE x.kind = 'lost' AND x.no_decision))::float8 AS "lostNoDecision",
  (sum(x.weight) FILTER (WHERE x.kind = 'lost' AND x.competitor_id IS NOT NULL AND NOT x.no_decision))::float8 AS "lostToCompetitor",
  (count(DISTINCT x.deal_id) FILTER (WHERE x.kind = 'won'))::float8 AS "wonRecords",
  (count(DISTINCT x.deal_id) FILTER (WHERE x.kind = 'lost'))::float8 AS "lostRecords",
  (sum(x.booked) FILTER (WHERE x.kind = 'won'))::float8 AS "wonAmount",
  (sum(x.expected) FILTER (WHERE x.kind = 'won'))::float8 AS "wonExpected",
  sum(x.expected)::float8 AS "closedExpected",
  (sum(x.days * x.weight) FILTER (WHERE x.kind = 'won'))::float8 AS "wonDays",
  coalesce(sum(x.weight) FILTER (WHERE x.kind = 'won' AND x.days IS NOT NULL), 0)::float8 AS "wonDated",
  (count(DISTINCT x.deal_id) FILTER (WHERE x.kind = 'won' AND x.days IS NOT NULL))::float8 AS "wonDatedRecords",
  sum(x.days * x.weight)::float8 AS "closedDays",
  coalesce(sum(x.weight) FILTER (WHERE x.days IS NOT NULL), 0)::float8 AS "closedDated",
  (count(DISTINCT x.deal_id) FILTER (WHERE x.days IS NOT NULL))::float8 AS "closedDatedRecords",
  (percentile_cont(0.5) WITHIN GROUP (ORDER BY x.days) FILTER (WHERE x.kind = 'won'))::float8 AS "wonDaysMedian",
  (percentile_cont(0.5) WITHIN GROUP (ORDER BY x.days))::float8 AS "closedDaysMedian"`;

/** Deals won or lost in each range, by close date. */
export function closedDeals(tx: Tx, question: Question, digits: number): Promise<Group[]> {
  return grouped(tx, question, { fact: (product) => fact(product, digits), parts });
}
