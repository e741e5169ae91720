import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { type BusinessDate, isBusinessDate } from "@/lib/shared/business-date";

const day = z.string().refine(isBusinessDate).nullable();
const row = z.object({ first: day, last: day });

/**
 * Days with visible sale lines, by the sums kept of them: of everything, of the units one manages, of
 * oneself, of units that have left. The end of each is found by its index, unit by unit, without reading
 * the rest.
 */
function saleDay(direction: Prisma.Sql, end: Prisma.Sql, until: Prisma.Sql): Prisma.Sql {
  const first = (level: Prisma.Sql, whose: Prisma.Sql) => Prisma.sql`(SELECT day FROM sale_rollup
    WHERE level = ${level} AND ${whose} AND ${until} GROUP BY day HAVING sum(lines) <> 0 ORDER BY day ${direction} LIMIT 1)`;
  const ofEach = (
    level: Prisma.Sql,
    units: Prisma.Sql,
  ) => Prisma.sql`(SELECT ${end}(x.day) FROM unnest(${units}) AS own (id)
    CROSS JOIN LATERAL ${first(level, Prisma.sql`unit_id = own.id`)} x)`;
  return Prisma.join([
    first(Prisma.sql`'day'`, Prisma.sql`true`),
    ofEach(Prisma.sql`'day_unit'`, Prisma.sql`app_unit_ids()`),
    first(Prisma.sql`'day_rep'`, Prisma.sql`owner_id = (SELECT app_user_id())`),
    ofEach(Prisma.sql`'day_rep'`, Prisma.sql`app_past_unit_ids()`),
  ]);
}

/** The first and last day up to `today` with a visible sale or closed deal; null where there is none. */
export async function dataDays(
  tx: Tx,
  today: BusinessDate,
): Promise<{ first: BusinessDate | null; last: BusinessDate | null }> {
  const rows = await tx.$queryRaw`SELECT
    least(${saleDay(Prisma.sql`ASC`, Prisma.sql`min`, Prisma.sql`true`)},
      (SELECT closed_on FROM deal WHERE closed_on IS NOT NULL ORDER BY closed_on LIMIT 1))::text AS first,
    greatest(${saleDay(Prisma.sql`DESC`, Prisma.sql`max`, Prisma.sql`day <= ${today}::date`)},
      (SELECT closed_on FROM deal WHERE closed_on <= ${today}::date ORDER BY closed_on DESC LIMIT 1))::text AS last`;
  return z.array(row).parse(rows)[0] ?? { first: null, last: null };
}
