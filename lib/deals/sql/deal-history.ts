import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { businessDay, reference, referenceSql } from "@/lib/platform/db/named";
import type { HistoryEntry } from "../domain/deal";

const entry: z.ZodType<HistoryEntry> = z.object({
  id: z.string(),
  changedOn: businessDay,
  stage: reference.extend({ kind: z.enum(["open", "won", "lost"]) }),
  expectedBaseAmount: z.number().nullable(),
  expectedCloseOn: businessDay.nullable(),
  owner: reference,
  unit: reference,
  /** Who changed it; null for jobs and imports. */
  changedBy: reference.nullable(),
});

/** The history of a deal from its first day on, oldest first; at most the latest 500 entries. */
export async function dealHistory(tx: Tx, dealId: string): Promise<HistoryEntry[]> {
  const rows = await tx.$queryRaw`
    SELECT h.id::text, h.changed_on::text AS "changedOn",
      jsonb_build_object('id', st.id, 'name', st.name, 'nameEn', st.name_en, 'kind', st.kind) AS stage,
      h.expected_base_amount::float8 AS "expectedBaseAmount", h.expected_close_on::text AS "expectedCloseOn",
      ${referenceSql("o")} AS owner, ${referenceSql("u")} AS unit, ${referenceSql("b")} AS "changedBy"
    FROM deal_history h JOIN pipeline_stage st ON st.id = h.stage_id
      JOIN "user" o ON o.id = h.owner_id JOIN unit u ON u.id = h.unit_id LEFT JOIN "user" b ON b.id = h.changed_by_id
    WHERE h.deal_id = ${dealId}::uuid ORDER BY h.changed_on DESC, h.id DESC LIMIT 500`;
  return z.array(entry).parse(rows).reverse();
}
