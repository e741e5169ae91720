import "server-only";
import type { Tx } from "@/lib/platform/db/access";
import type { Share } from "../domain/split";

/** Puts these shares, which sum to 1, in the place of the deal's shares; the database checks them again. */
export async function shareDeal(tx: Tx, id: string, shares: readonly Share[]): Promise<void> {
  const parts = shares.map(({ userId, unitId, from, to }) => ({
    ...{ userId, unitId, shareFrom: from, shareTo: to },
  }));
  await tx.$executeRaw`SELECT app_share_deal(${id}::uuid, ${JSON.stringify(parts)}::jsonb)`;
}
