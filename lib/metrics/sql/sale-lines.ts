import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { type Group, grouped, type Question } from "./grouped";

const fact = () => Prisma.sql`
  SELECT r.no, s.sold_on AS day, s.unit_id, s.owner_id, s.customer_id, s.product_id, NULL::uuid AS stage_id,
    s.order_no, s.quantity, s.base_amount, s.base_cost
  FROM r JOIN sale s ON s.sold_on >= r.f AND s.sold_on < r.t`;

/** Returns are negative lines: they lower revenue and units and are no orders. */
const parts = Prisma.sql`
  sum(x.base_amount)::float8 AS revenue,
  sum(x.quantity)::float8 AS units,
  (count(DISTINCT x.order_no) FILTER (WHERE x.quantity > 0))::float8 AS orders,
  (sum(x.base_amount - x.base_cost))::float8 AS margin,
  (sum(x.base_amount) FILTER (WHERE x.base_cost IS NOT NULL))::float8 AS "revenueWithCost",
  count(*)::float8 AS lines`;

/** Sale lines sold in each range. */
export function saleLines(tx: Tx, question: Question): Promise<Group[]> {
  return grouped(tx, question, { fact, parts });
}
