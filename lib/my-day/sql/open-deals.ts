import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { businessDay, reference, referenceSql } from "@/lib/platform/db/named";
import type { OpenDeal } from "../domain/deal-attention";

const row: z.ZodType<OpenDeal> = z.object({
  id: z.string(),
  title: z.string(),
  customer: reference.nullable(),
  stage: reference,
  amount: z.number().nullable(),
  estimated: z.boolean(),
  expectedCloseOn: businessDay.nullable(),
  stageSince: businessDay,
  changedOn: businessDay,
  lastActivityOn: businessDay.nullable(),
  hasNextStep: z.boolean(),
  usualDays: z.number().nullable(),
  usualCount: z.number(),
});

/**
 * An owner's open deals with what the rules of attention ask for, at most `limit`, the largest first.
 * How long a stage usually takes is the median over the owner's own deals that left it within a year.
 */
export async function openDealsOf(tx: Tx, ownerId: string, limit: number): Promise<OpenDeal[]> {
  const rows = await tx.$queryRaw`
    WITH steps AS (
      SELECT h.deal_id, h.stage_id, h.changed_on,
        h.stage_id IS DISTINCT FROM lag(h.stage_id) OVER w AS enters
      FROM deal_history h JOIN deal d ON d.id = h.deal_id
      WHERE d.owner_id = ${ownerId}::uuid AND (d.closed_on IS NULL OR d.closed_on > (SELECT business_today()) - 365)
      WINDOW w AS (PARTITION BY h.deal_id ORDER BY h.changed_on, h.id)
    ), stays AS (
      SELECT deal_id, stage_id, changed_on AS entered, lead(changed_on) OVER (PARTITION BY deal_id ORDER BY changed_on) AS left_on
      FROM steps WHERE enters
    ), usual AS (
      SELECT stage_id, percentile_cont(0.5) WITHIN GROUP (ORDER BY left_on - entered) AS days, count(*)::int AS n
      FROM stays WHERE left_on IS NOT NULL GROUP BY stage_id
    )
    SELECT d.id::text, d.title, ${referenceSql("c")} AS customer, ${referenceSql("st")} AS stage,
      d.expected_base_amount::float8 AS amount, d.expected_estimated AS estimated,
      d.expected_close_on::text AS "expectedCloseOn",
      coalesce((SELECT max(s.entered) FROM stays s WHERE s.deal_id = d.id), d.created_on, d.created_at::date)::text AS "stageSince",
      coalesce((SELECT max(s.changed_on) FROM steps s WHERE s.deal_id = d.id), d.created_on, d.created_at::date)::text AS "changedOn",
      (SELECT max(a.day) FROM activity a WHERE a.deal_id = d.id AND a.status = 'done')::text AS "lastActivityOn",
      (d.next_step IS NOT NULL OR EXISTS (SELECT FROM activity a WHERE a.deal_id = d.id AND a.status = 'planned')) AS "hasNextStep",
      u.days::float8 AS "usualDays", coalesce(u.n, 0) AS "usualCount"
    FROM deal d JOIN pipeline_stage st ON st.id = d.stage_id LEFT JOIN customer c ON c.id = d.customer_id
      LEFT JOIN usual u ON u.stage_id = d.stage_id
    WHERE d.owner_id = ${ownerId}::uuid AND d.closed_on IS NULL AND st.kind = 'open'
    ORDER BY d.expected_base_amount DESC NULLS LAST, d.id LIMIT ${limit}`;
  return z.array(row).parse(rows);
}
