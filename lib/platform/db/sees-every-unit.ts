import type { Tx } from "./access";

/** Does the person see every sale: an admin, or who leads all units? Then sums over all of them are theirs to read. */
export async function seesEveryUnit(tx: Tx): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ every: boolean }[]>`SELECT app_sees_every_unit() AS every`;
  return row?.every === true;
}
