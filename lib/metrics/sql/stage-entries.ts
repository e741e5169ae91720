import { z } from "zod";
import { CREDIT, CREDITED, WEIGHT } from "@/lib/deals/sql/deal-credit";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { medianStay } from "../domain/kaplan-meier";
import { MATURE_DAYS } from "../domain/stage-cohort";
import { bucketSql } from "./buckets";
import { dimensionSql } from "./dimensions";
import type { Group, Question } from "./grouped";
import { rangesSql } from "./ranges";

/**
 * Each time a deal came into an open stage within a range, with when and where it went from there; of a
 * shared deal once for each share.
 */
export function stageEntryFacts(asOf: string): Prisma.Sql {
  return Prisma.sql`
    e AS (SELECT *, lead(changed_on) OVER (PARTITION BY deal_id ORDER BY changed_on, id) AS next_on,
        lead(stage_id) OVER (PARTITION BY deal_id ORDER BY changed_on, id) AS next_stage
      FROM (SELECT h.*, lag(h.stage_id) OVER (PARTITION BY h.deal_id ORDER BY h.changed_on, h.id) AS stage_before
        FROM deal_history h WHERE h.changed_on <= ${asOf}::date) l
      WHERE stage_id IS DISTINCT FROM stage_before),
    x AS (SELECT r.no, e.id, e.deal_id, e.changed_on AS day, coalesce(c.unit_id, e.unit_id) AS unit_id, coalesce(c.user_id, e.owner_id) AS owner_id,
        ${WEIGHT} AS weight, d.customer_id, NULL::uuid AS product_id,
        e.stage_id, e.next_stage, e.next_on, coalesce(e.next_on, ${asOf}::date) - e.changed_on AS days, e.next_on IS NOT NULL AS gone,
        e.changed_on <= ${asOf}::date - ${MATURE_DAYS}::int AS mature,
        e.next_on - e.changed_on <= ${MATURE_DAYS}::int AND (n.kind = 'won' OR n.kind = 'open' AND n.position > s.position) AS moved_on
      FROM r JOIN e ON e.changed_on >= r.f AND e.changed_on < r.t
      JOIN pipeline_stage s ON s.id = e.stage_id AND s.kind = 'open'
      LEFT JOIN pipeline_stage n ON n.id = e.next_stage
      JOIN deal d ON d.id = e.deal_id ${CREDIT} WHERE ${CREDITED})`;
}

const row = z.object({
  range: z.number(),
  key: z.string().nullable(),
  across: z.string().nullable(),
  bucket: z.string().nullable(),
  days: z.number(),
  left: z.boolean(),
  count: z.number(),
  records: z.number(),
  mature: z.number(),
  matureRecords: z.number(),
  movedOn: z.number(),
});

/** Entries into open stages, how many of the mature ones went on, and the median days they stayed. */
export async function stageEntries(tx: Tx, question: Question, asOf: string): Promise<Group[]> {
  const { joins, key, across, filter } = dimensionSql(question.by, question.where, question);
  const bucket = Prisma.sql`(${bucketSql(question.grain, question.calendar)})::text`;
  const rows = z.array(row).parse(
    await tx.$queryRaw`WITH ${rangesSql(question.ranges)}, ${stageEntryFacts(asOf)}
      SELECT x.no AS range, ${key} AS key, ${across} AS across, ${bucket} AS bucket, x.days, x.gone AS left, sum(x.weight)::float8 AS count,
        count(DISTINCT x.id)::int AS records, coalesce(sum(x.weight) FILTER (WHERE x.mature), 0)::float8 AS mature,
        (count(DISTINCT x.id) FILTER (WHERE x.mature))::int AS "matureRecords",
        coalesce(sum(x.weight) FILTER (WHERE x.mature AND x.moved_on), 0)::float8 AS "movedOn"
      FROM x ${joins} WHERE ${filter} GROUP BY 1, 2, 3, 4, 5, 6`,
  );
  const groups = Map.groupBy(rows, (r) => JSON.stringify([r.range, r.key, r.across, r.bucket]));
  return [...groups.values()].flatMap((stays) => {
    const [first] = stays;
    if (!first) return [];
    const sum = (name: "count" | "records" | "mature" | "matureRecords" | "movedOn") =>
      stays.reduce((total, stay) => total + stay[name], 0);
    const parts = {
      entries: sum("count"),
      entriesRecords: sum("records"),
      matureEntries: sum("mature"),
      matureEntriesRecords: sum("matureRecords"),
      movedOn: sum("movedOn"),
      stayMedian: medianStay(stays),
    };
    const { range, key, across, bucket } = first;
    return [{ range, key, across, bucket, parts }];
  });
}
