import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import type { Period } from "@/lib/shared/period";
import type { SellerYear } from "../domain/company-figures";

const row: z.ZodType<SellerYear> = z.object({
  userId: z.string(),
  unitId: z.string(),
  won: z.number(),
  closed: z.number(),
  value: z.number(),
});

/** Deals closed in the period by their owner then; the unit is that of the latest. */
export async function sellerYears(
  tx: Tx,
  units: readonly string[],
  { from, to }: Period,
): Promise<SellerYear[]> {
  const rows = await tx.$queryRaw`
    SELECT d.owner_id::text AS "userId", (array_agg(d.unit_id ORDER BY d.closed_on DESC, d.id))[1]::text AS "unitId",
      (count(*) FILTER (WHERE s.kind = 'won'))::int AS won, count(*)::int AS closed,
      coalesce(sum(d.booked_base_amount) FILTER (WHERE s.kind = 'won'), 0)::float8 AS value
    FROM deal d JOIN pipeline_stage s ON s.id = d.stage_id AND s.kind <> 'open'
    WHERE d.closed_on >= ${from}::date AND d.closed_on < ${to}::date AND d.unit_id = ANY (${units}::uuid[])
    GROUP BY d.owner_id ORDER BY d.owner_id`;
  return z.array(row).parse(rows);
}
