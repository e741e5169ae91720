import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import type { Period } from "@/lib/shared/period";

const row = z.object({
  unitId: z.string(),
  open: z.number(),
  closePassed: z.number(),
  noNextStep: z.number(),
  lost: z.number(),
  noLossReason: z.number(),
});
export type DealGaps = z.infer<typeof row>;

/** By unit: open deals and those whose expected day has passed or that have no next step; lost ones without a reason. */
export async function dealGaps(
  tx: Tx,
  units: readonly string[],
  { from, to }: Period,
): Promise<DealGaps[]> {
  const rows = await tx.$queryRaw`
    SELECT d.unit_id::text AS "unitId", (count(*) FILTER (WHERE s.kind = 'open'))::int AS open,
      (count(*) FILTER (WHERE s.kind = 'open' AND d.expected_close_on < ${to}::date - 1))::int AS "closePassed",
      (count(*) FILTER (WHERE s.kind = 'open' AND d.next_step IS NULL))::int AS "noNextStep",
      (count(*) FILTER (WHERE s.kind = 'lost'))::int AS lost,
      (count(*) FILTER (WHERE s.kind = 'lost' AND d.loss_reason_id IS NULL))::int AS "noLossReason"
    FROM deal d JOIN pipeline_stage s ON s.id = d.stage_id
    WHERE d.unit_id = ANY (${units}::uuid[]) AND (s.kind = 'open' OR d.closed_on >= ${from}::date AND d.closed_on < ${to}::date)
    GROUP BY d.unit_id ORDER BY d.unit_id`;
  return z.array(row).parse(rows);
}
