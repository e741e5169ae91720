import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { all, inRange } from "@/lib/platform/db/fact-conditions";
import { Prisma } from "@/lib/platform/db/generated/client";

/** What results are asked by: the driver named first, the motive, or how far the customer was. */
export type ProfileDimension = "driver" | "motive" | "stage";

const COLUMN: Record<ProfileDimension, Prisma.Sql> = {
  driver: Prisma.sql`p.drivers[1]::text`,
  motive: Prisma.sql`p.motive::text`,
  stage: Prisma.sql`p.decision_stage::text`,
};

const row = z.object({
  /** null: a profile that does not say. */
  key: z.string().nullable(),
  won: z.number(),
  lost: z.number(),
  /** Won ÷ (won + lost). */
  winRate: z.number(),
  /** Booked, in base currency. */
  revenue: z.number().nullable(),
});
export type ProfileResult = z.infer<typeof row>;

/**
 * Win rate and booked revenue of the deals that closed in `[from, to)`, by what their latest profile
 * says; deals without a profile are left out. Most deals first.
 */
export async function profileResults(
  tx: Tx,
  by: ProfileDimension,
  range: { from?: string; to?: string } = {},
): Promise<ProfileResult[]> {
  const rows = await tx.$queryRaw`
    SELECT ${COLUMN[by]} AS key, (count(*) FILTER (WHERE st.kind = 'won'))::int AS won,
      (count(*) FILTER (WHERE st.kind = 'lost'))::int AS lost,
      ((count(*) FILTER (WHERE st.kind = 'won'))::float8 / count(*)) AS "winRate",
      (sum(d.booked_base_amount) FILTER (WHERE st.kind = 'won'))::float8 AS revenue
    FROM deal d JOIN pipeline_stage st ON st.id = d.stage_id AND st.kind IN ('won', 'lost')
      CROSS JOIN LATERAL (SELECT * FROM buying_profile b WHERE b.deal_id = d.id
        ORDER BY b.created_at DESC, b.id DESC LIMIT 1) p
    WHERE d.closed_on IS NOT NULL AND ${all([inRange(Prisma.sql`d.closed_on`, range.from, range.to)])}
    GROUP BY 1 ORDER BY count(*) DESC, 1`;
  return z.array(row).parse(rows);
}
