import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { type BusinessDate, isBusinessDate } from "@/lib/shared/business-date";

const row = z.object({ day: z.string().refine(isBusinessDate).nullable() });

/** The last day up to `today` with a visible sale or closed deal; null where there is none. */
export async function lastDataDay(tx: Tx, today: BusinessDate): Promise<BusinessDate | null> {
  const rows = await tx.$queryRaw`SELECT greatest(
    (SELECT sold_on FROM sale WHERE sold_on <= ${today}::date ORDER BY sold_on DESC LIMIT 1),
    (SELECT closed_on FROM deal WHERE closed_on <= ${today}::date ORDER BY closed_on DESC LIMIT 1))::text AS day`;
  return z.array(row).parse(rows)[0]?.day ?? null;
}
