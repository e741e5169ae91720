import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { businessDay } from "@/lib/platform/db/named";

const row = z.object({ from: businessDay, to: businessDay, count: z.coerce.number() });

/** The periods targets are set for, with the number of targets of each. */
export async function targetPeriods(tx: Tx) {
  return z.array(row).parse(
    await tx.$queryRaw`
      SELECT period_from::text AS "from", period_to::text AS "to", count(*) AS count
      FROM target GROUP BY period_from, period_to`,
  );
}
