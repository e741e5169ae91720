import "server-only";
import type { Tx } from "@/lib/platform/db/access";
import { toUtcMidnight } from "@/lib/shared/business-date";
import type { Period } from "@/lib/shared/period";

/** Ids of the unit and of all that hung below it on any day of the period. */
export async function unitsBelow(
  tx: Tx,
  unitId: string,
  { from, to }: Period,
): Promise<ReadonlySet<string>> {
  const held = { validFrom: { lt: toUtcMidnight(to) }, validTo: { gt: toUtcMidnight(from) } };
  const below = await tx.unitAncestor.findMany({
    where: { ancestorId: unitId, ...held },
    select: { unitId: true },
  });
  return new Set(below.map((row) => row.unitId));
}
