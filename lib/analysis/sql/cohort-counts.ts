import { z } from "zod";
import { dimensionSql } from "@/lib/metrics/sql/dimensions";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { type BusinessDate, isBusinessDate } from "@/lib/shared/business-date";
import type { CohortCount } from "../domain/cohorts";
import { type CustomerQuestion, customerLines } from "./customer-facts";

const month = z.string().refine(isBusinessDate);
const row = z.object({ cohort: month, month, active: z.number() });
const size = z.object({ cohort: month, size: z.number() });

/** `n`: the customers whose first order of all was in the range, with its month; credited as new customers are. */
function newcomers({ range, where }: CustomerQuestion): Prisma.Sql {
  const { joins, filter } = dimensionSql(undefined, where);
  return Prisma.sql`n AS MATERIALIZED (SELECT x.customer_id, date_trunc('month', x.day)::date AS cohort
    FROM (SELECT sold_on AS day, unit_id, owner_id, customer_id, product_id FROM customer_first_sale
      WHERE sold_on >= ${range.from}::date AND sold_on < ${range.to}::date) x ${joins} WHERE ${filter})`;
}

/** Of the customers first seen in each month of the range, how many there are and how many ordered in each month since. */
export async function cohortCounts(
  tx: Tx,
  question: CustomerQuestion,
): Promise<{ sizes: { cohort: BusinessDate; size: number }[]; counts: CohortCount[] }> {
  const sizes = await tx.$queryRaw`WITH ${newcomers(question)}
    SELECT cohort::text, count(*)::int AS size FROM n GROUP BY 1 ORDER BY 1`;
  const counts = await tx.$queryRaw`WITH ${newcomers(question)},
      a AS (SELECT DISTINCT x.customer_id, date_trunc('month', x.day)::date AS month
        FROM ${customerLines(question)} AND x.quantity > 0)
    SELECT n.cohort::text, a.month::text, count(*)::int AS active FROM n JOIN a USING (customer_id)
    WHERE a.month > n.cohort GROUP BY 1, 2`;
  return { sizes: z.array(size).parse(sizes), counts: z.array(row).parse(counts) };
}
