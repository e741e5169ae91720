import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { type BusinessDate, isBusinessDate } from "@/lib/shared/business-date";

const day = z.string().refine(isBusinessDate).nullable();
const row = z.object({ first: day, last: day });

/**
 * Days with visible sale lines, by the sums kept of them: of everything, of the units one manages, of
 * oneself, of units that have left. The end of each is found without reading the rest; who manages no
 * unit looks at none.
 */
function saleDay(direction: Prisma.Sql, until: Prisma.Sql): Prisma.Sql {
  const first = (level: Prisma.Sql, whose: Prisma.Sql) => Prisma.sql`(SELECT day FROM sale_rollup
    WHERE level = ${level} AND ${whose} AND ${until} GROUP BY day HAVING sum(lines) <> 0 ORDER BY day ${direction} LIMIT 1)`;
  return Prisma.join([
    first(Prisma.sql`'day'`, Prisma.sql`true`),
    first(
      Prisma.sql`'day_unit'`,
      Prisma.sql`(SELECT cardinality(app_unit_ids()) > 0) AND unit_id = ANY ((SELECT app_unit_ids())::uuid[])`,
    ),
    first(Prisma.sql`'day_rep'`, Prisma.sql`owner_id = (SELECT app_user_id())`),
    first(
      Prisma.sql`'day_rep'`,
      Prisma.sql`(SELECT cardinality(app_past_unit_ids()) > 0) AND unit_id = ANY ((SELECT app_past_unit_ids())::uuid[])`,
    ),
  ]);
}

/** The first and last day up to `today` with a visible sale or closed deal; null where there is none. */
export async function dataDays(
  tx: Tx,
  today: BusinessDate,
): Promise<{ first: BusinessDate | null; last: BusinessDate | null }> {
  const rows = await tx.$queryRaw`SELECT
    least(${saleDay(Prisma.sql`ASC`, Prisma.sql`true`)},
      (SELECT closed_on FROM deal WHERE closed_on IS NOT NULL ORDER BY closed_on LIMIT 1))::text AS first,
    greatest(${saleDay(Prisma.sql`DESC`, Prisma.sql`day <= ${today}::date`)},
      (SELECT closed_on FROM deal WHERE closed_on <= ${today}::date ORDER BY closed_on DESC LIMIT 1))::text AS last`;
  return z.array(row).parse(rows)[0] ?? { first: null, last: null };
}
