import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { hullOf } from "../domain/rollup-spans";
import { type Group, grouped, type Question } from "./grouped";
import { saleFacts, saleLineFacts } from "./sale-facts";
import { saleView } from "./sale-view";

/** Returns are negative lines: they lower revenue and units. Margin is of the lines that name a cost. */
const parts = Prisma.sql`
  sum(x.revenue)::float8 AS revenue,
  sum(x.quantity)::float8 AS units,
  (CASE WHEN sum(x.costed_lines) > 0 THEN coalesce(sum(x.costed_revenue), 0) - coalesce(sum(x.cost), 0) END)::float8 AS margin,
  (CASE WHEN sum(x.costed_lines) > 0 THEN sum(x.costed_revenue) END)::float8 AS "revenueWithCost",
  sum(x.lines)::float8 AS lines`;

/** A sum that several transactions have brought to nothing is no group. */
const having = Prisma.sql`sum(x.lines) <> 0`;

/** Sums of the sale lines in each range, from the sums kept of them where those allow the question. */
export async function saleSums(tx: Tx, question: Question): Promise<Group[]> {
  const hull = hullOf(question.ranges);
  if (!hull) return [];
  const view = await saleView(tx, hull, question.where.unit);
  const { unit, ...others } = question.where;
  const byBranch = question.by === "branch" || question.across?.by === "branch";
  const dropsUnit = view.seesAll && view.isEverything && !byBranch;
  const asked = dropsUnit ? { ...question, where: others } : question;
  return grouped(tx, asked, { fact: () => saleFacts(asked, view), parts, having });
}

/** The same from the lines alone: the measure of all others. */
export function saleSumsOfLines(tx: Tx, question: Question): Promise<Group[]> {
  return grouped(tx, question, { fact: () => saleLineFacts(question), parts, having });
}
