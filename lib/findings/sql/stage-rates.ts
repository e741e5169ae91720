import { z } from "zod";
import { rangesSql } from "@/lib/metrics/sql/ranges";
import { stageEntryFacts } from "@/lib/metrics/sql/stage-entries";
import type { Tx } from "@/lib/platform/db/access";
import type { BusinessDate } from "@/lib/shared/business-date";
import type { Compared, StageRates } from "../domain/company-figures";

const row = z.object({
  unitId: z.string(),
  stageId: z.string(),
  recentHits: z.number(),
  recentN: z.number(),
  beforeHits: z.number(),
  beforeN: z.number(),
});

/** Entries into each stage by the unit then, and how many went on in time; a shared deal counts once. */
export async function stageRates(
  tx: Tx,
  units: readonly string[],
  { recent, before }: Compared,
  asOf: BusinessDate,
): Promise<StageRates[]> {
  const rows = z.array(row).parse(
    await tx.$queryRaw`WITH ${rangesSql([recent, before])}, ${stageEntryFacts(asOf)},
      one AS (SELECT DISTINCT ON (no, x.id) x.no, h.unit_id, x.stage_id, x.moved_on
        FROM x JOIN deal_history h ON h.id = x.id ORDER BY no, x.id)
      SELECT unit_id::text AS "unitId", stage_id::text AS "stageId",
        (count(*) FILTER (WHERE no = 0 AND moved_on))::int AS "recentHits", (count(*) FILTER (WHERE no = 0))::int AS "recentN",
        (count(*) FILTER (WHERE no = 1 AND moved_on))::int AS "beforeHits", (count(*) FILTER (WHERE no = 1))::int AS "beforeN"
      FROM one WHERE unit_id = ANY (${units}::uuid[]) GROUP BY unit_id, stage_id ORDER BY unit_id, stage_id`,
  );
  return rows.map(({ unitId, stageId, ...n }) => ({
    ...{ unitId, stageId, recent: { hits: n.recentHits, n: n.recentN } },
    before: { hits: n.beforeHits, n: n.beforeN },
  }));
}
