import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { perProduct } from "./deal-facts";
import { type Group, grouped, type Question } from "./grouped";

function fact(usesProduct: boolean): Prisma.Sql {
  const { join, product, expected, booked } = perProduct(usesProduct);
  return Prisma.sql`
    SELECT r.no, d.closed_on AS day, d.unit_id, d.owner_id, d.customer_id, ${product} AS product_id, d.stage_id,
      g.kind, ${expected} AS expected, ${booked} AS booked, d.closed_on - coalesce(d.engaged_on, d.created_on) AS days
    FROM r JOIN deal d ON d.closed_on >= r.f AND d.closed_on < r.t
    JOIN pipeline_stage g ON g.id = d.stage_id AND g.kind <> 'open' ${join}`;
}

/** By value both sides use the expected amount: a lost deal's booked amount is 0. */
const parts = Prisma.sql`
  (count(*) FILTER (WHERE x.kind = 'won'))::float8 AS won,
  (count(*) FILTER (WHERE x.kind = 'lost'))::float8 AS lost,
  (sum(x.booked) FILTER (WHERE x.kind = 'won'))::float8 AS "wonAmount",
  (sum(x.expected) FILTER (WHERE x.kind = 'won'))::float8 AS "wonExpected",
  sum(x.expected)::float8 AS "closedExpected",
  (sum(x.days) FILTER (WHERE x.kind = 'won'))::float8 AS "wonDays",
  (count(x.days) FILTER (WHERE x.kind = 'won'))::float8 AS "wonDated",
  sum(x.days)::float8 AS "closedDays",
  count(x.days)::float8 AS "closedDated",
  (percentile_cont(0.5) WITHIN GROUP (ORDER BY x.days) FILTER (WHERE x.kind = 'won'))::float8 AS "wonDaysMedian",
  (percentile_cont(0.5) WITHIN GROUP (ORDER BY x.days))::float8 AS "closedDaysMedian"`;

/** Deals won or lost in each range, by close date. */
export function closedDeals(tx: Tx, question: Question): Promise<Group[]> {
  return grouped(tx, question, { fact, parts });
}
