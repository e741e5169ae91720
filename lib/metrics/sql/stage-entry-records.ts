import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { DEFAULT_PAGE_SIZE } from "@/lib/shared/list-params";
import type { Period } from "@/lib/shared/period";
import type { StageEntryRecord } from "../domain/stage-entry-record";
import { dimensionSql, type Filter } from "./dimensions";
import { rangesSql } from "./ranges";
import { stageEntryFacts } from "./stage-entries";

const named = z.object({ name: z.string(), nameEn: z.string().nullable() });
const row: z.ZodType<StageEntryRecord> = z.object({
  id: z.string(),
  dealId: z.string(),
  title: z.string(),
  stage: named,
  owner: named,
  enteredOn: z.string(),
  leftOn: z.string().nullable(),
  days: z.number(),
  next: named.nullable(),
});

const NAMED = (table: string) =>
  Prisma.raw(`jsonb_build_object('name', ${table}.name, 'nameEn', ${table}.name_en)`);

type Wanted = { range: Period; where: Filter; asOf: string; matureOnly: boolean; page: number };

/** A page (from 1) of the entries a figure of stages is computed from, the latest first. */
export async function stageEntryRecords(tx: Tx, wanted: Wanted): Promise<StageEntryRecord[]> {
  const { range, where, asOf, matureOnly, page } = wanted;
  const { joins, filter } = dimensionSql(undefined, where);
  const rows = await tx.$queryRaw`WITH ${rangesSql([range])}, ${stageEntryFacts(asOf)},
      -- An entry of a deal shared by several is one record.
      y AS (SELECT DISTINCT ON (x.day, x.id) x.* FROM x ${joins} WHERE ${filter} AND (x.mature OR NOT ${matureOnly}::boolean)
        ORDER BY x.day DESC, x.id LIMIT ${DEFAULT_PAGE_SIZE} OFFSET ${(page - 1) * DEFAULT_PAGE_SIZE})
    SELECT x.id::text, d.id::text AS "dealId", d.title, ${NAMED("st")} AS stage, ${NAMED("u")} AS owner,
      x.day::text AS "enteredOn", x.next_on::text AS "leftOn", x.days, CASE WHEN nx.id IS NOT NULL THEN ${NAMED("nx")} END AS next
    FROM y x JOIN deal d ON d.id = x.deal_id JOIN pipeline_stage st ON st.id = x.stage_id JOIN "user" u ON u.id = x.owner_id
    LEFT JOIN pipeline_stage nx ON nx.id = x.next_stage ORDER BY x.day DESC, x.id`;
  return z.array(row).parse(rows);
}
