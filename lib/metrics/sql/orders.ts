import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { type Group, grouped, type Question } from "./grouped";

const fact = ({ ranges }: Question) =>
  Prisma.join(
    ranges.map(
      ({ from, to }, no) => Prisma.sql`
        SELECT ${no}::int AS no, sold_on AS day, unit_id, owner_id, customer_id, product_id, NULL::uuid AS stage_id, order_no
        FROM sale WHERE sold_on >= ${from}::date AND sold_on < ${to}::date AND quantity > 0`,
    ),
    " UNION ALL ",
  );

const parts = Prisma.sql`count(DISTINCT x.order_no)::float8 AS orders`;

/** Orders with a positive line in each range; a return is no order. Counted distinctly, so from the lines. */
export function orders(tx: Tx, question: Question): Promise<Group[]> {
  return grouped(tx, question, { fact: () => fact(question), parts });
}
