import { dimensionSql, type Filter } from "@/lib/metrics/sql/dimensions";
import { Prisma } from "@/lib/platform/db/generated/client";
import { lastDay, type Period } from "@/lib/shared/period";

/** Which customers' orders are looked at. */
export type CustomerQuestion = { range: Period; where: Filter };

/** Sale lines of known customers as the fact `x`, with their condition: more may follow with AND. */
export function customerLines({ range, where }: CustomerQuestion): Prisma.Sql {
  const { joins, filter } = dimensionSql(undefined, where);
  return Prisma.sql`(SELECT sold_on AS day, unit_id, owner_id, customer_id, product_id, order_no, quantity, base_amount
    FROM sale WHERE sold_on >= ${range.from}::date AND sold_on < ${range.to}::date AND customer_id IS NOT NULL) x
    ${joins} WHERE ${filter}`;
}

/**
 * The relations `c`: recency, frequency and monetary of each customer with an order in the range, and
 * `q`: the cuts between fifths of each. Returns lower what a customer brought; they are no order.
 */
export function customerFacts(question: CustomerQuestion): Prisma.Sql {
  const asOf = lastDay(question.range);
  return Prisma.sql`
    c AS MATERIALIZED (SELECT x.customer_id, ${asOf}::date - max(x.day) FILTER (WHERE x.quantity > 0) AS recency,
        count(DISTINCT x.order_no) FILTER (WHERE x.quantity > 0) AS frequency, sum(x.base_amount) AS monetary
      FROM ${customerLines(question)} GROUP BY 1 HAVING bool_or(x.quantity > 0)),
    q AS MATERIALIZED (SELECT percentile_cont(${FIFTHS}) WITHIN GROUP (ORDER BY recency) AS recency,
        percentile_cont(${FIFTHS}) WITHIN GROUP (ORDER BY frequency) AS frequency,
        percentile_cont(${FIFTHS}) WITHIN GROUP (ORDER BY monetary::float8) AS monetary FROM c)`;
}

const FIFTHS = Prisma.sql`ARRAY[0.2, 0.4, 0.6, 0.8]`;
