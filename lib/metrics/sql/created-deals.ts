import { CREDIT, CREDITED, credited, WEIGHT } from "@/lib/deals/sql/deal-credit";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { perProduct } from "./deal-facts";
import { type Group, grouped, type Question } from "./grouped";

function fact(usesProduct: boolean, digits: number): Prisma.Sql {
  const { join, product, expected } = perProduct(usesProduct);
  return Prisma.sql`
    SELECT r.no, d.created_on AS day, coalesce(c.unit_id, d.unit_id) AS unit_id, coalesce(c.user_id, d.owner_id) AS owner_id, d.customer_id, ${product} AS product_id, d.stage_id,
      d.id AS deal_id, ${WEIGHT} AS weight,
      g.kind, ${credited(expected, digits)} AS expected
    FROM r JOIN deal d ON d.created_on >= r.f AND d.created_on < r.t
    JOIN pipeline_stage g ON g.id = d.stage_id ${CREDIT} ${join} WHERE ${CREDITED}`;
}

const parts = Prisma.sql`
  sum(x.weight)::float8 AS created,
  count(DISTINCT x.deal_id)::float8 AS "createdRecords",
  coalesce(sum(x.weight) FILTER (WHERE x.kind = 'won'), 0)::float8 AS "createdWon",
  sum(x.expected)::float8 AS "createdExpected"`;

/** Deals created in each range; a deal without a date of creation is in none. */
export function createdDeals(tx: Tx, question: Question, digits: number): Promise<Group[]> {
  return grouped(tx, question, { fact: (product) => fact(product, digits), parts });
}
