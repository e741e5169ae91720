import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { type Group, grouped, type Question } from "./grouped";

/** One row for each theme of a piece of feedback; feedback without a theme has none. */
const fact = () => Prisma.sql`
  SELECT r.no, f.given_on AS day, f.unit_id, f.owner_id, f.customer_id, f.product_id, NULL::uuid AS stage_id, f.competitor_id,
    g.theme_id, f.id AS feedback_id
  FROM r JOIN feedback f ON f.given_on >= r.f AND f.given_on < r.t JOIN feedback_tag g ON g.feedback_id = f.id`;

const whole = Prisma.sql`count(DISTINCT x.feedback_id)::float8 AS themed`;
const named = Prisma.sql`count(DISTINCT x.feedback_id)::float8 AS "themeNamed"`;

/** What the whole of a group is found by: a theme is a part of it. */
const wholeKey = ({ range, key, across, bucket }: Group, byTheme: boolean) =>
  JSON.stringify([range, byTheme ? null : key, across, bucket]);

/**
 * Feedback of each range that names a theme (`themeNamed`), and that names any (`themed`), which is the
 * whole also where one theme is looked at. Where none is there is no part.
 */
export async function themeShares(tx: Tx, asked: Question): Promise<Group[]> {
  // Of the largest parts the whole must be known, so all are read.
  const question = { ...asked, top: undefined };
  const { theme, ...where } = question.where;
  const byTheme = question.by === "theme";
  const by = byTheme ? undefined : question.by;
  const wholes = await grouped(tx, { ...question, by, where }, { fact, parts: whole });
  if (!byTheme && theme === undefined) return wholes;
  const parts = await grouped(tx, question, { fact, parts: named });
  const themed = new Map(wholes.map((group) => [wholeKey(group, byTheme), group.parts]));
  const found = parts.map((group) => ({
    ...group,
    parts: { ...themed.get(wholeKey(group, byTheme)), ...group.parts },
  }));
  if (byTheme) return found;
  const known = new Set(found.map((group) => wholeKey(group, false)));
  const without = wholes.filter((group) => !known.has(wholeKey(group, false)));
  return [
    ...found,
    ...without.map((group) => ({ ...group, parts: { ...group.parts, themeNamed: 0 } })),
  ];
}
