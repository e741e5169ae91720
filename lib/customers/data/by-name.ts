import "server-only";
import type { Tx } from "@/lib/platform/db/access";
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
  const same = { equals: name, mode: "insensitive" } as const;
  const known = await tx.customer.findFirst({
    where: { active: true, OR: [{ name: same }, { nameEn: same }] },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  if (known) return known.id;
  const blank = { nameEn: null, segmentId: null, sector: null, location: null, parentId: null };
  return insertCustomer(tx, scope, { name, ...blank, ...place });
}
