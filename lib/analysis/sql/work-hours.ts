import { z } from "zod";
import { dimensionSql, type Filter } from "@/lib/metrics/sql/dimensions";
import type { Tx } from "@/lib/platform/db/access";
import type { Period } from "@/lib/shared/period";

const row = z.object({
  key: z.string().nullable(),
  activities: z.number(),
  hours: z.number(),
  untimed: z.number(),
});
export type WorkHours = z.infer<typeof row>;

/**
 * Hours of the activities done in the range by unit or rep. One that names no time counts with the
 * median of its kind in the range; where no other of the kind names one either it counts as nothing.
 */
export async function workHours(
  tx: Tx,
  range: Period,
  where: Filter,
  by: "rep" | "branch",
): Promise<WorkHours[]> {
  const { joins, key, filter } = dimensionSql(by, where);
  const rows =
    await tx.$queryRaw`WITH w AS MATERIALIZED (SELECT day, unit_id, owner_id, customer_id, kind, minutes
      FROM activity WHERE status = 'done' AND day >= ${range.from}::date AND day < ${range.to}::date),
      usual AS (SELECT kind, percentile_cont(0.5) WITHIN GROUP (ORDER BY minutes) AS minutes FROM w GROUP BY 1)
    SELECT ${key} AS key, count(*)::int AS activities, (sum(coalesce(x.minutes, u.minutes, 0)) / 60.0)::float8 AS hours,
      (count(*) FILTER (WHERE x.minutes IS NULL))::int AS untimed
    FROM w x JOIN usual u ON u.kind = x.kind ${joins} WHERE ${filter} GROUP BY 1`;
  return z.array(row).parse(rows);
}
