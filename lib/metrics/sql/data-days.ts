import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { type BusinessDate, isBusinessDate } from "@/lib/shared/business-date";

const day = z.string().refine(isBusinessDate).nullable();
const row = z.object({ first: day, last: day });

/** The first and last day up to `today` with a visible sale or closed deal; null where there is none. */
export async function dataDays(
  tx: Tx,
  today: BusinessDate,
): Promise<{ first: BusinessDate | null; last: BusinessDate | null }> {
  const rows = await tx.$queryRaw`SELECT
    least((SELECT sold_on FROM sale ORDER BY sold_on LIMIT 1),
      (SELECT closed_on FROM deal WHERE closed_on IS NOT NULL ORDER BY closed_on LIMIT 1))::text AS first,
    greatest((SELECT sold_on FROM sale WHERE sold_on <= ${today}::date ORDER BY sold_on DESC LIMIT 1),
      (SELECT closed_on FROM deal WHERE closed_on <= ${today}::date ORDER BY closed_on DESC LIMIT 1))::text AS last`;
  return z.array(row).parse(rows)[0] ?? { first: null, last: null };
}
