import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { previousPeriod } from "@/lib/shared/period";
import { type Group, grouped, type Question } from "./grouped";

/** Lines of known customers in each range and, unless it is cut into buckets, in the one before it. */
const fact = ({ ranges, grain }: Question) =>
  Prisma.join(
    ranges.map((range, no) => {
      const from = grain ? range.from : previousPeriod(range).from;
      return Prisma.sql`
        SELECT ${no}::int AS no, sold_on AS day, unit_id, owner_id, customer_id, product_id, NULL::uuid AS stage_id, order_no,
          sold_on >= ${range.from}::date AS now, quantity > 0 AS ordered, base_amount, base_cost, ${range.to}::date AS until
        FROM sale WHERE sold_on >= ${from}::date AND sold_on < ${range.to}::date AND customer_id IS NOT NULL`;
    }),
    " UNION ALL ",
  );

const perCustomer = Prisma.sql`
  bool_or(x.now AND x.ordered) AS active, bool_or(NOT x.now AND x.ordered) AS earlier,
  count(DISTINCT x.order_no) FILTER (WHERE x.now AND x.ordered) AS orders,
  min(x.until) - 1 - max(x.day) FILTER (WHERE x.now AND x.ordered) AS recency,
  sum(x.base_amount) FILTER (WHERE x.now) AS spent,
  sum(x.base_amount) FILTER (WHERE x.now AND x.base_cost IS NOT NULL) AS costed,
  sum(x.base_amount - x.base_cost) FILTER (WHERE x.now) AS margin`;

const parts = Prisma.sql`
  (count(*) FILTER (WHERE active))::float8 AS "baseCustomers",
  (sum(orders) FILTER (WHERE active))::float8 AS "baseOrders",
  (sum(spent) FILTER (WHERE active))::float8 AS "baseSpent",
  (sum(costed) FILTER (WHERE active))::float8 AS "baseCosted",
  (sum(margin) FILTER (WHERE active))::float8 AS "baseMargin",
  (percentile_cont(0.5) WITHIN GROUP (ORDER BY recency) FILTER (WHERE active))::float8 AS "recencyMedian",
  (count(*) FILTER (WHERE earlier))::float8 AS "earlierCustomers",
  (count(*) FILTER (WHERE earlier AND NOT active))::float8 AS "lostCustomers"`;

/**
 * What the customers with an order in each range bought, returns taken off, and how many of those of the
 * period before, of the same shape, did not order again.
 */
export function customerBase(tx: Tx, question: Question): Promise<Group[]> {
  return grouped(tx, question, { fact: () => fact(question), parts, perCustomer });
}
