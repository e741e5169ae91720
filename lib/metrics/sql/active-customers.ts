import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { type Group, grouped, type Question } from "./grouped";

const fact = ({ ranges }: Question) =>
  Prisma.join(
    ranges.map(
      ({ from, to }, no) => Prisma.sql`
        SELECT ${no}::int AS no, sold_on AS day, unit_id, owner_id, customer_id, product_id, NULL::uuid AS stage_id, order_no
        FROM sale WHERE sold_on >= ${from}::date AND sold_on < ${to}::date AND customer_id IS NOT NULL AND quantity > 0`,
    ),
    " UNION ALL ",
  );

const perCustomer = Prisma.sql`count(DISTINCT x.order_no) AS orders`;

const parts = Prisma.sql`
  count(*)::float8 AS "activeCustomers",
  (count(*) FILTER (WHERE orders >= 2))::float8 AS "repeatCustomers"`;

/** Customers with a positive sale line in each range, and those of them with two orders or more. */
export function activeCustomers(tx: Tx, question: Question): Promise<Group[]> {
  return grouped(tx, question, { fact: () => fact(question), parts, perCustomer });
}
