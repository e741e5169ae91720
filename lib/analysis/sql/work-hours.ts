import { z } from "zod";
import { ACTIVITY_KINDS } from "@/lib/activities/domain/activity";
import { dimensionSql, type Filter } from "@/lib/metrics/sql/dimensions";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { Period } from "@/lib/shared/period";
import type { KindHours } from "../domain/effort-working";

const row = z.object({
  key: z.string().nullable(),
  activities: z.number(),
  hours: z.number(),
  untimed: z.number(),
});
export type WorkHours = z.infer<typeof row>;

/** `w`: activities done in the range; `usual`: the middle time of each kind among all of them. */
const done = (
  range: Period,
) => Prisma.sql`w AS MATERIALIZED (SELECT day, unit_id, owner_id, customer_id, kind, minutes
      FROM activity WHERE status = 'done' AND day >= ${range.from}::date AND day < ${range.to}::date),
      usual AS (SELECT kind, percentile_cont(0.5) WITHIN GROUP (ORDER BY minutes) AS minutes FROM w GROUP BY 1)`;

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
  const rows = await tx.$queryRaw`WITH ${done(range)}
    SELECT ${key} AS key, count(*)::int AS activities, (sum(coalesce(x.minutes, u.minutes, 0)) / 60.0)::float8 AS hours,
      (count(*) FILTER (WHERE x.minutes IS NULL))::int AS untimed
    FROM w x JOIN usual u ON u.kind = x.kind ${joins} WHERE ${filter} GROUP BY 1`;
  return z.array(row).parse(rows);
}

const kindRow = z.object({
  kind: z.enum(ACTIVITY_KINDS),
  hours: z.number(),
  untimed: z.number(),
  usual: z.number().nullable(),
});

/** The same by kind, with the hours that were named and how many activities name none. */
export async function kindHours(tx: Tx, range: Period, where: Filter): Promise<KindHours[]> {
  const { joins, filter } = dimensionSql(undefined, where);
  const rows = await tx.$queryRaw`WITH ${done(range)}
    SELECT x.kind::text, (coalesce(sum(x.minutes), 0) / 60.0)::float8 AS hours,
      (count(*) FILTER (WHERE x.minutes IS NULL))::int AS untimed, min(u.minutes)::float8 AS usual
    FROM w x JOIN usual u ON u.kind = x.kind ${joins} WHERE ${filter} GROUP BY 1 ORDER BY 2 DESC, 1`;
  return z.array(kindRow).parse(rows);
}
