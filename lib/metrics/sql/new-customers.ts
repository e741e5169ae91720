import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { type Group, grouped, type Question } from "./grouped";

const fact = () => Prisma.sql`
  SELECT r.no, f.sold_on AS day, f.unit_id, f.owner_id, f.customer_id, f.product_id, NULL::uuid AS stage_id
  FROM r JOIN customer_first_sale f ON f.sold_on >= r.f AND f.sold_on < r.t`;

const parts = Prisma.sql`count(*)::float8 AS "newCustomers"`;

/** Customers whose first positive sale line of all falls in each range; credited to that line's owner and unit. */
export function newCustomers(tx: Tx, question: Question): Promise<Group[]> {
  return grouped(tx, question, { fact, parts });
}
