import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { type Group, grouped, type Question } from "./grouped";

const fact = () => Prisma.sql`
  SELECT r.no, s.sold_on AS day, s.unit_id, s.owner_id, s.customer_id, s.product_id, NULL::uuid AS stage_id, s.order_no
  FROM r JOIN sale s ON s.sold_on >= r.f AND s.sold_on < r.t
  WHERE s.customer_id IS NOT NULL AND s.quantity > 0`;

const perCustomer = Prisma.sql`count(DISTINCT x.order_no) AS orders`;

const parts = Prisma.sql`
  count(*)::float8 AS "activeCustomers",
  (count(*) FILTER (WHERE orders >= 2))::float8 AS "repeatCustomers"`;

/** Customers with a positive sale line in each range, and those of them with two orders or more. */
export function activeCustomers(tx: Tx, question: Question): Promise<Group[]> {
  return grouped(tx, question, { fact, parts, perCustomer });
}
