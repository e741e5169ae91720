import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { Period } from "@/lib/shared/period";
import { ratio } from "@/lib/shared/ratio";
import type { Figure } from "../domain/figure";
import { dimensionSql, type Filter } from "./dimensions";

/** Customers whose first order of all was in the period, credited as new customers are. */
export function cohortSql({ from, to }: Period, where: Filter): Prisma.Sql {
  const { joins, filter } = dimensionSql(undefined, where);
  return Prisma.sql`SELECT x.customer_id, x.day FROM (SELECT sold_on AS day, unit_id, owner_id, customer_id, product_id
    FROM customer_first_sale WHERE sold_on >= ${from}::date AND sold_on < ${to}::date) x ${joins} WHERE ${filter}`;
}

const row = z.object({ size: z.number(), active: z.number() });

/** Customers of the cohort with an order in the range ÷ customers of the cohort. */
export async function cohortRetention(
  tx: Tx,
  cohort: Period,
  range: Period,
  where: Filter,
): Promise<Figure> {
  const { joins, filter } = dimensionSql(undefined, where);
  const rows = await tx.$queryRaw`WITH n AS MATERIALIZED (${cohortSql(cohort, where)})
    SELECT (SELECT count(*) FROM n)::int AS size, (SELECT count(DISTINCT x.customer_id)
      FROM (SELECT sold_on AS day, unit_id, owner_id, customer_id, product_id FROM sale
        WHERE sold_on >= ${range.from}::date AND sold_on < ${range.to}::date AND quantity > 0
        AND customer_id IN (SELECT customer_id FROM n)) x ${joins} WHERE ${filter})::int AS active`;
  const [found] = z.tuple([row]).parse(rows);
  const { active, size } = found;
  return { value: ratio(active, size), numerator: active, denominator: size, n: size };
}
