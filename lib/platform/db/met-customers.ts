import type { Scope } from "@/lib/platform/scope";
import type { Tx } from "./access";

/**
 * Works out once, for the read-only transaction of a page with several queries over customers, which
 * ones only a deal or a sale lets the person see; otherwise each query does it for itself.
 */
export async function meetCustomers(tx: Tx, scope: Scope): Promise<void> {
  if (scope.role === "admin") return;
  await tx.$queryRaw`SELECT set_config('app.customers_met', app_meet_customers()::text, true) IS NULL
    WHERE current_setting('transaction_read_only') = 'on'`;
}

/** Does the person see every sale: an admin, or who leads all units? Then sums over all of them are theirs to read. */
export async function seesEveryUnit(tx: Tx): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ every: boolean }[]>`SELECT app_sees_every_unit() AS every`;
  return row?.every === true;
}
