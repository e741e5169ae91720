import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { BusinessDate } from "@/lib/shared/business-date";
import { hullOf, wholeMonths } from "../domain/rollup-spans";
import { type Group, grouped, type Question } from "./grouped";
import { saleFacts, saleLineFacts } from "./sale-facts";
import { saleView } from "./sale-view";

/** Returns are negative lines: they lower revenue and units. Margin is of the lines that name a cost. */
const PARTS = {
  lines: Prisma.sql`sum(x.lines)::float8 AS lines`,
  revenue: Prisma.sql`sum(x.revenue)::float8 AS revenue`,
  units: Prisma.sql`sum(x.quantity)::float8 AS units`,
  margin: Prisma.sql`(CASE WHEN sum(x.costed_lines) > 0 THEN coalesce(sum(x.costed_revenue), 0) - coalesce(sum(x.cost), 0) END)::float8 AS margin`,
  revenueWithCost: Prisma.sql`(CASE WHEN sum(x.costed_lines) > 0 THEN sum(x.costed_revenue) END)::float8 AS "revenueWithCost"`,
};

/** Only what is asked for is added up: `needed` are names of parts, null all. */
const partsOf = (needed: ReadonlySet<string> | null): Prisma.Sql =>
  Prisma.join(
    Object.entries(PARTS).flatMap(([name, sql]) =>
      name === "lines" || !needed || needed.has(name) ? [sql] : [],
    ),
  );

/** A sum that several transactions have brought to nothing is no group. */
const having = Prisma.sql`sum(x.lines) <> 0`;

/** Sums of the sale lines in each range, from the sums kept of them where those allow the question. */
export async function saleSums(
  tx: Tx,
  question: Question,
  { needed, asOf }: { needed: ReadonlySet<string> | null; asOf: BusinessDate },
): Promise<Group[]> {
  const hull = hullOf(question.ranges);
  // A range may be read as whole months less some days, so what changes on those days counts too.
  if (!hull) return [];
  const view = await saleView(tx, wholeMonths(hull), question.where.unit);
  const { unit, ...others } = question.where;
  const byBranch = question.by === "branch" || question.across?.by === "branch";
  const dropsUnit = view.seesAll && view.isEverything && !byBranch;
  const asked = dropsUnit ? { ...question, where: others } : question;
  return grouped(tx, asked, {
    fact: () => saleFacts(asked, view, asOf),
    parts: partsOf(needed),
    having,
  });
}

/** The same from the lines alone: the measure of all others. */
export function saleSumsOfLines(tx: Tx, question: Question): Promise<Group[]> {
  return grouped(tx, question, {
    fact: () => saleLineFacts(question),
    parts: partsOf(null),
    having,
  });
}
