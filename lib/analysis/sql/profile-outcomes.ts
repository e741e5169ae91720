import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { PROFILE_TRAITS, type TraitView } from "../domain/customers-view";
import { type ClosedQuestion, closedFacts, OUTCOME } from "./closed-facts";

const row: z.ZodType<TraitView> = z.object({
  trait: z.enum(PROFILE_TRAITS),
  key: z.string().nullable(),
  won: z.number(),
  lost: z.number(),
  revenue: z.number(),
  cycle: z.number().nullable(),
});

/** How closed deals ended by what their latest profile says; deals without one are left out. Most deals first. */
export async function profileOutcomes(tx: Tx, question: ClosedQuestion): Promise<TraitView[]> {
  const rows = await tx.$queryRaw`WITH ${closedFacts(question)}
    SELECT t.trait, t.key, ${OUTCOME} FROM x
      CROSS JOIN LATERAL (SELECT b.drivers[1]::text AS driver, b.motive::text, b.decision_stage::text AS decision
        FROM buying_profile b WHERE b.deal_id = x.deal_id ORDER BY b.created_at DESC, b.id DESC LIMIT 1) p
      CROSS JOIN LATERAL (VALUES ('driver', p.driver), ('motive', p.motive), ('decision', p.decision)) t(trait, key)
    GROUP BY 1, 2 ORDER BY 1, sum(x.weight) DESC, 2`;
  return z.array(row).parse(rows);
}
