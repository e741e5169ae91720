import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { reference, referenceSql } from "@/lib/platform/db/named";
import type { DealShare } from "../domain/deal";

const row: z.ZodType<DealShare> = z.object({
  user: reference,
  unit: reference,
  from: z.string(),
  to: z.string(),
});

/** Who shares the credit of a deal, in order; empty where it is the owner's alone. For whoever sees the deal. */
export async function dealShares(tx: Tx, dealId: string): Promise<DealShare[]> {
  return z.array(row).parse(
    await tx.$queryRaw`
      SELECT ${referenceSql("p")} AS user, ${referenceSql("u")} AS unit, s.share_from::text AS from, s.share_to::text AS to
      FROM app_deal_shares(${dealId}::uuid) s JOIN "user" p ON p.id = s.user_id JOIN unit u ON u.id = s.unit_id
      ORDER BY s.share_from`,
  );
}
