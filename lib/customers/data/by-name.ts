import "server-only";
import type { Tx } from "@/lib/platform/db/access";
import { customerContains } from "@/lib/platform/db/fact-conditions";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { Scope } from "@/lib/platform/scope";
import { insertCustomer } from "./customers";

/**
 * The customer in use of this name that the writer sees, else a new one of the owner's. For places
 * where a name is all that is known; the customer's own page says the rest.
 */
export async function customerByName(
  tx: Tx,
  scope: Scope,
  name: string,
  place: { ownerId: string; unitId: string },
): Promise<string> {
  const [known] = await tx.$queryRaw<{ id: string }[]>`
    SELECT c.id::text FROM customer c
    WHERE c.active AND (lower(c.name) = lower(${name}) OR lower(c.name_en) = lower(${name}))
      AND ${customerContains(Prisma.sql`c.id`, name, true)}
    ORDER BY c.id LIMIT 1`;
  if (known) return known.id;
  const blank = { nameEn: null, segmentId: null, sector: null, location: null, parentId: null };
  return insertCustomer(tx, scope, { name, ...blank, ...place });
}
