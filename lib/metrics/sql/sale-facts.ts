import { Prisma } from "@/lib/platform/db/generated/client";
import type { BusinessDate } from "@/lib/shared/business-date";
import type { Period } from "@/lib/shared/period";
import type { Dimension, FilterName } from "../domain/dimensions";
import { type RollupSpan, rollupSpans } from "../domain/rollup-spans";
import type { Question } from "./grouped";
import type { SaleView } from "./sale-view";

/**
 * Where sums of sale lines are read from. Every relation has the same columns, so that one definition
 * of revenue, units and margin holds over all of them: the lines, and the sums kept of them.
 */
const LEVELS = {
  day: Prisma.sql`'day'`,
  day_unit: Prisma.sql`'day_unit'`,
  day_rep: Prisma.sql`'day_rep'`,
  day_product: Prisma.sql`'day_product'`,
  month_unit: Prisma.sql`'month_unit'`,
  month_rep: Prisma.sql`'month_rep'`,
  month_product: Prisma.sql`'month_product'`,
  month_unit_product: Prisma.sql`'month_unit_product'`,
};

type Relation = keyof typeof LEVELS | "lines";

/** The relations that answer a question, for days and for whole months. */
type Pair = { day: Relation; month: Relation };

type Needs = { unit: boolean; moves: boolean; rep: boolean; product: boolean; lines: boolean };

const NEEDS: Record<Dimension | FilterName, Partial<Needs>> = {
  rep: { rep: true },
  manager: { unit: true, moves: true },
  unit: { unit: true },
  direct: { unit: true },
  region: { unit: true, moves: true },
  branch: { unit: true, moves: true },
  product: { product: true },
  category: { product: true },
  customer: { lines: true },
  sector: { lines: true },
  segment: { lines: true },
  stage: { lines: true },
  lossReason: { lines: true },
  theme: { lines: true },
  activityKind: { lines: true },
  competitor: { lines: true },
};

function needsOf({ by, across, where }: Question): Needs {
  const needs = { unit: false, moves: false, rep: false, product: false, lines: false };
  if (by) Object.assign(needs, NEEDS[by]);
  if (across?.by) Object.assign(needs, NEEDS[across.by]);
  for (const [name, value] of Object.entries(where) as [FilterName, string | null | undefined][])
    if (value !== undefined) Object.assign(needs, NEEDS[name]);
  // A unit as a filter means all that was below it on the day.
  if (where.unit) needs.moves = true;
  return needs;
}

function pairFor({ unit, rep, product, lines }: Needs): Pair {
  if (lines || (product && rep)) return { day: "lines", month: "lines" };
  if (product)
    return unit
      ? { day: "lines", month: "month_unit_product" }
      : { day: "day_product", month: "month_product" };
  if (rep) return { day: "day_rep", month: "month_rep" };
  return unit ? { day: "day_unit", month: "month_unit" } : { day: "day", month: "day" };
}

const SHOWN = Prisma.sql`unit_id = ANY ((SELECT app_unit_ids())::uuid[])`;
/** What one sees of units one does not manage today: own lines, and the past of units that have left. */
const ELSEWHERE = Prisma.sql`NOT ${SHOWN} AND (owner_id = (SELECT app_user_id())
  OR unit_id = ANY ((SELECT app_past_unit_ids())::uuid[]))`;

function read(
  relation: Relation,
  no: number,
  { from, to, minus }: Period & { minus?: true },
  who: Prisma.Sql,
): Prisma.Sql {
  const sign = minus ? Prisma.sql`-` : Prisma.empty;
  if (relation === "lines")
    return Prisma.sql`SELECT ${no}::int AS no, sold_on AS day, unit_id, owner_id, product_id, customer_id, NULL::uuid AS stage_id,
      ${sign}1 AS lines, ${sign}quantity AS quantity, ${sign}base_amount AS revenue, ${sign}(base_cost IS NOT NULL)::int AS costed_lines,
      CASE WHEN base_cost IS NOT NULL THEN ${sign}base_amount END AS costed_revenue, ${sign}base_cost AS cost
      FROM sale WHERE sold_on >= ${from}::date AND sold_on < ${to}::date AND ${who}`;
  return Prisma.sql`SELECT ${no}::int AS no, day, unit_id, owner_id, product_id, NULL::uuid AS customer_id, NULL::uuid AS stage_id,
    ${sign}lines AS lines, ${sign}quantity AS quantity, ${sign}revenue AS revenue, ${sign}costed_lines AS costed_lines,
    ${sign}costed_revenue AS costed_revenue, ${sign}cost AS cost
    FROM sale_rollup WHERE level = ${LEVELS[relation]} AND day >= ${from}::date AND day < ${to}::date AND ${who}`;
}

const EVERYBODY = Prisma.sql`true`;

/** The lines themselves, whatever is asked: what the sums must equal. */
export function saleLineFacts({ ranges }: Question): Prisma.Sql {
  return union(ranges.map((range, no) => read("lines", no, range, EVERYBODY)));
}

/**
 * The cheapest relations that answer a question exactly, as one fact relation. What a person sees of
 * units they do not manage is added from the finer sums, for the coarser ones would show too much.
 */
export function saleFacts(question: Question, view: SaleView, asOf: BusinessDate): Prisma.Sql {
  const needs = needsOf(question);
  const { seesAll, manages, changes } = view;
  const pair = pairFor(seesAll ? needs : { ...needs, unit: true });
  const byMonth = question.grain !== "day" && question.grain !== "week";
  const parts = question.ranges.flatMap((range, no) => {
    if (pair.day === "lines" && pair.month === "lines")
      return [read("lines", no, range, EVERYBODY)];
    const spans: RollupSpan[] = byMonth
      ? rollupSpans(range, needs.moves ? changes : [], asOf)
      : [{ ...range, by: "day" }];
    const who = seesAll ? EVERYBODY : SHOWN;
    const shown = seesAll || manages ? spans.map((span) => read(pair[span.by], no, span, who)) : [];
    const finer = needs.product ? "lines" : "day_rep";
    return seesAll ? shown : [...shown, read(finer, no, range, ELSEWHERE)];
  });
  return union(parts);
}

const NOTHING = Prisma.sql`SELECT 0 AS no, NULL::date AS day, NULL::uuid AS unit_id, NULL::uuid AS owner_id, NULL::uuid AS product_id,
  NULL::uuid AS customer_id, NULL::uuid AS stage_id, 0 AS lines, 0 AS quantity, 0 AS revenue, 0 AS costed_lines,
  0 AS costed_revenue, 0 AS cost WHERE false`;

function union(parts: readonly Prisma.Sql[]): Prisma.Sql {
  return parts.length > 0 ? Prisma.join([...parts], " UNION ALL ") : NOTHING;
}
