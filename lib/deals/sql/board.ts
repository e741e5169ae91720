import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { all } from "@/lib/platform/db/fact-conditions";
import { Prisma } from "@/lib/platform/db/generated/client";
import { businessDay, reference, referenceSql } from "@/lib/platform/db/named";
import { type BoardCard, type BoardColumn, CARDS_PER_COLUMN, CLOSED_DAYS } from "../domain/board";
import type { DealFilter } from "../schema";
import { dealConditions, dealSource } from "./deal-conditions";
import { creditedAmounts } from "./deal-totals";

const column: z.ZodType<BoardColumn> = reference.extend({
  kind: z.enum(["open", "won", "lost"]),
  count: z.number(),
  expected: z.number().nullable(),
  weighted: z.number().nullable(),
  booked: z.number().nullable(),
});

/** The board shows deals as they are now. */
const today = ({ openOn: _, ...filter }: DealFilter): DealFilter => filter;

/** What the board shows of the filtered deals: all open ones, and those closed lately or in the range asked for. */
function shown(filter: DealFilter): Prisma.Sql {
  const recent =
    (filter.from ?? filter.to)
      ? undefined
      : Prisma.sql`(st.kind = 'open' OR d.closed_on > (SELECT business_today()) - ${CLOSED_DAYS}::int)`;
  return all([dealConditions(filter), recent]);
}

/** Every stage in use with the sums over all its deals that match, by the definitions of the list's totals. */
export async function boardColumns(
  tx: Tx,
  filter: DealFilter,
  digits: number,
): Promise<BoardColumn[]> {
  const now = today(filter);
  const { expected, weighted, booked } = creditedAmounts(now, digits);
  const rows = await tx.$queryRaw`
    SELECT s.id::text, s.name, s.name_en AS "nameEn", s.kind::text, coalesce(x.count, 0)::int AS count,
      x.expected::float8, x.weighted::float8, x.booked::float8
    FROM pipeline_stage s LEFT JOIN (
      SELECT d.stage_id, count(*) AS count, sum(${expected}) AS expected,
        sum(${weighted}) AS weighted, sum(${booked}) AS booked
      FROM ${dealSource()} WHERE ${shown(now)} GROUP BY d.stage_id) x ON x.stage_id = s.id
    WHERE s.active ORDER BY s.position, s.id LIMIT 50`;
  return z.array(column).parse(rows);
}

const card: z.ZodType<BoardCard> = z.object({
  id: z.string(),
  version: z.number(),
  stageId: z.string(),
  title: z.string(),
  customer: reference.nullable(),
  owner: reference,
  unitId: z.string(),
  currency: z.string(),
  expectedAmount: z.number().nullable(),
  expectedBaseAmount: z.number().nullable(),
  weighted: z.number().nullable(),
  expectedCloseOn: businessDay.nullable(),
  nextStepOn: businessDay.nullable(),
  linesAmount: z.number().nullable(),
  lines: z.number(),
  entered: z.number(),
  isShared: z.boolean(),
});

/** The first cards of each column: what closes soonest, of closed deals what closed last. */
export async function boardCards(tx: Tx, filter: DealFilter, digits: number): Promise<BoardCard[]> {
  const now = today(filter);
  const { expected, weighted } = creditedAmounts(now, digits);
  const rows = await tx.$queryRaw`
    WITH first AS (SELECT id FROM (
      SELECT d.id, row_number() OVER (PARTITION BY d.stage_id ORDER BY d.closed_on DESC NULLS FIRST, d.expected_close_on NULLS LAST, d.id) AS place
      FROM ${dealSource()} WHERE ${shown(now)}) ranked WHERE place <= ${CARDS_PER_COLUMN})
    SELECT d.id::text, d.version, d.stage_id::text AS "stageId", d.title, ${referenceSql("c")} AS customer, ${referenceSql("o")} AS owner,
      d.unit_id::text AS "unitId", d.currency, d.expected_amount::float8 AS "expectedAmount",
      ${expected}::float8 AS "expectedBaseAmount", ${weighted}::float8 AS weighted,
      d.expected_close_on::text AS "expectedCloseOn", d.next_step_on::text AS "nextStepOn", d.is_shared AS "isShared",
      l.lines::int, l.amount::float8 AS "linesAmount",
      (SELECT count(*) FROM sale s WHERE s.deal_id = d.id AND s.source IS NULL)::int AS entered
    FROM ${dealSource()} JOIN first ON first.id = d.id JOIN "user" o ON o.id = d.owner_id
      CROSS JOIN LATERAL (SELECT count(*) AS lines, CASE WHEN count(*) > 0 AND count(*) = count(l.amount) THEN sum(l.amount) END AS amount
        FROM deal_line l WHERE l.deal_id = d.id) l
    ORDER BY d.closed_on DESC NULLS FIRST, d.expected_close_on NULLS LAST, d.id`;
  return z.array(card).parse(rows);
}
