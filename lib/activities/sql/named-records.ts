import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import type { BusinessDate } from "@/lib/shared/business-date";

const place = z.object({ unitId: z.string() });

/**
 * The unit an owner's follow-up of that day counts for: where the owner was a member then, else now,
 * else the unit the owner manages. Undefined for people who never had a place.
 */
export async function ownerUnit(
  tx: Tx,
  ownerId: string,
  day: BusinessDate,
): Promise<string | undefined> {
  const rows = await tx.$queryRaw`
    SELECT unit_id::text AS "unitId" FROM assignment
    WHERE user_id = ${ownerId}::uuid
    ORDER BY (kind = 'member' AND ${day}::date >= valid_from AND ${day}::date < valid_to) DESC,
      (kind = 'member' AND (SELECT business_today()) >= valid_from AND (SELECT business_today()) < valid_to) DESC,
      ((SELECT business_today()) >= valid_from AND (SELECT business_today()) < valid_to) DESC, valid_from DESC, id
    LIMIT 1`;
  return z.array(place).parse(rows)[0]?.unitId;
}

const namedDeal = z.object({ customerId: z.string().nullable(), unitId: z.string() });

/** The customer and the unit of a deal the writer sees. */
export async function dealNamed(tx: Tx, dealId: string) {
  const rows = await tx.$queryRaw`
    SELECT customer_id::text AS "customerId", unit_id::text AS "unitId" FROM deal WHERE id = ${dealId}::uuid`;
  return z.array(namedDeal).parse(rows)[0];
}

/** Whether the writer sees the customer. */
export async function seesCustomer(tx: Tx, customerId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<
    unknown[]
  >`SELECT 1 AS one FROM customer WHERE id = ${customerId}::uuid`;
  return rows.length > 0;
}
