import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { businessDay } from "@/lib/platform/db/named";
import { NotFoundError } from "@/lib/platform/errors";
import type { LockedDeal } from "../domain/deal-version";

const row: z.ZodType<LockedDeal> = z.object({
  id: z.string(),
  title: z.string(),
  version: z.number(),
  kind: z.enum(["open", "won", "lost"]),
  stageId: z.string(),
  ownerId: z.string(),
  unitId: z.string(),
  customerId: z.string().nullable(),
  currency: z.string(),
  rate: z.string(),
  expectedAmount: z.string().nullable(),
  bookedAmount: z.string().nullable(),
  bookedBaseAmount: z.string().nullable(),
  createdOn: businessDay.nullable(),
  expectedCloseOn: businessDay.nullable(),
  closedOn: businessDay.nullable(),
  isShared: z.boolean(),
});

/**
 * The deals among the ids that the writer may change, locked until the end of the transaction in one
 * order, so that two people never wait for each other. Others are left out.
 */
export async function lockDeals(tx: Tx, ids: readonly string[]): Promise<LockedDeal[]> {
  // Locked before it is read: a row waited for and joined in one statement would be lost.
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM deal WHERE id = ANY (${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`;
  const locked = rows.map((deal) => deal.id);
  return z.array(row).parse(
    await tx.$queryRaw`
      SELECT d.id::text, d.title, d.version, st.kind::text, d.stage_id::text AS "stageId", d.owner_id::text AS "ownerId",
        d.unit_id::text AS "unitId", d.customer_id::text AS "customerId", d.currency, d.rate::text,
        d.expected_amount::text AS "expectedAmount", d.booked_amount::text AS "bookedAmount",
        d.booked_base_amount::text AS "bookedBaseAmount", d.created_on::text AS "createdOn",
        d.expected_close_on::text AS "expectedCloseOn", d.closed_on::text AS "closedOn", d.is_shared AS "isShared"
      FROM deal d JOIN pipeline_stage st ON st.id = d.stage_id
      WHERE d.id = ANY (${locked}::uuid[]) ORDER BY d.id`,
  );
}

/** One deal, locked. @throws NotFoundError where it does not exist or may not be changed */
export async function lockDeal(tx: Tx, id: string): Promise<LockedDeal> {
  const [deal] = await lockDeals(tx, [id]);
  if (!deal) throw new NotFoundError();
  return deal;
}
