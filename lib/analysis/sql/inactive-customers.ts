import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { type BusinessDate, isBusinessDate } from "@/lib/shared/business-date";
import { lastDay } from "@/lib/shared/period";
import { INACTIVE_GAPS } from "../domain/inactive";
import { type CustomerQuestion, customerLines } from "./customer-facts";

/** `g`: customers with enough gaps between days of orders, their own median gap and how long they have been silent. */
function gaps(question: CustomerQuestion): Prisma.Sql {
  const asOf = lastDay(question.range);
  return Prisma.sql`
    d AS (SELECT x.customer_id, x.day, sum(x.base_amount) AS amount, bool_or(x.quantity > 0) AS ordered
      FROM ${customerLines(question)} GROUP BY 1, 2),
    o AS (SELECT customer_id, day - lag(day) OVER (PARTITION BY customer_id ORDER BY day) AS gap, day FROM d WHERE ordered),
    g AS MATERIALIZED (SELECT customer_id, percentile_cont(0.5) WITHIN GROUP (ORDER BY gap) AS gap, max(day) AS last_on,
        ${asOf}::date - max(day) AS silent FROM o GROUP BY 1 HAVING count(gap) >= ${INACTIVE_GAPS}::int)`;
}

const row = z.object({
  id: z.string(),
  name: z.string(),
  nameEn: z.string().nullable(),
  lastOn: z.string().refine(isBusinessDate),
  gap: z.number(),
  silent: z.number(),
  revenue: z.number(),
});
export type InactiveCustomer = z.infer<typeof row>;

const overview = z.object({
  judged: z.number(),
  inactive: z.number(),
  revenue: z.number(),
  rows: z.array(row),
});

/**
 * Customers that have been silent for more than `times` their own median gap: how many of those that can
 * be judged, what they brought in the range, and the largest `limit` of them after the first `offset`.
 */
export async function inactiveCustomers(
  tx: Tx,
  question: CustomerQuestion,
  times: number,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<z.infer<typeof overview>> {
  const rows = await tx.$queryRaw`WITH ${gaps(question)},
      i AS (SELECT g.*, (SELECT sum(d.amount) FROM d WHERE d.customer_id = g.customer_id) AS revenue
        FROM g WHERE g.silent > ${times}::float8 * g.gap),
      p AS (SELECT k.id::text, k.name, k.name_en AS "nameEn", i.last_on::text AS "lastOn", i.gap, i.silent, i.revenue::float8 AS revenue
        FROM i JOIN customer k ON k.id = i.customer_id ORDER BY i.revenue DESC, k.id LIMIT ${limit}::int OFFSET ${offset}::int)
    SELECT (SELECT count(*) FROM g)::int AS judged, (SELECT count(*) FROM i)::int AS inactive,
      coalesce((SELECT sum(revenue) FROM i), 0)::float8 AS revenue, coalesce((SELECT json_agg(p) FROM p), '[]') AS rows`;
  return z.tuple([overview]).parse(rows)[0];
}

const day = z.string().refine(isBusinessDate);

/** The days on which one customer ordered, the first first. */
export async function orderDays(
  tx: Tx,
  question: CustomerQuestion,
  customer: string,
): Promise<BusinessDate[]> {
  const where = { ...question.where, customer };
  const rows = await tx.$queryRaw`SELECT DISTINCT x.day::text
    FROM ${customerLines({ ...question, where })} AND x.quantity > 0 ORDER BY 1`;
  return z
    .array(z.object({ day }))
    .parse(rows)
    .map((one) => one.day);
}
