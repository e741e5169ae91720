import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { perProduct } from "./deal-facts";
import { type Group, grouped, type Question } from "./grouped";

function fact(usesProduct: boolean): Prisma.Sql {
  const { join, product, expected } = perProduct(usesProduct);
  return Prisma.sql`
    SELECT r.no, d.created_on AS day, d.unit_id, d.owner_id, d.customer_id, ${product} AS product_id, d.stage_id,
      g.kind, ${expected} AS expected
    FROM r JOIN deal d ON d.created_on >= r.f AND d.created_on < r.t
    JOIN pipeline_stage g ON g.id = d.stage_id ${join}`;
}

const parts = Prisma.sql`
  count(*)::float8 AS created,
  (count(*) FILTER (WHERE x.kind = 'won'))::float8 AS "createdWon",
  sum(x.expected)::float8 AS "createdExpected"`;

/** Deals created in each range; a deal without a date of creation is in none. */
export function createdDeals(tx: Tx, question: Question): Promise<Group[]> {
  return grouped(tx, question, { fact, parts });
}
