import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { type Group, grouped, type Question } from "./grouped";

const fact = () => Prisma.sql`
  SELECT r.no, a.day, a.unit_id, a.owner_id, a.customer_id, a.kind AS activity_kind
  FROM r JOIN activity a ON a.day >= r.f AND a.day < r.t AND a.status = 'done'`;

const parts = Prisma.sql`count(*)::float8 AS activities`;

/** Follow-ups done in each range, by their day. */
export function doneActivities(tx: Tx, question: Question): Promise<Group[]> {
  return grouped(tx, question, { fact, parts });
}
