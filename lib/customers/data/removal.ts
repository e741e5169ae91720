import "server-only";
import type { Tx } from "@/lib/platform/db/access";
import { AppError } from "@/lib/platform/errors";
import type { Scope } from "@/lib/platform/scope";
import { removing } from "@/lib/undo/data";
import { findWritable } from "./customers";

/** Records that name the customer besides its contacts: deals, sales, and all that others add. */
export async function customerUse(tx: Tx, id: string): Promise<number> {
  const rows = await tx.$queryRaw<
    { used: bigint | null }[]
  >`SELECT customer_use(${id}::uuid) AS used`;
  return Number(rows[0]?.used ?? 0);
}

/**
 * Deletes a customer that nothing names, with its contacts. Answers with the id to undo it by.
 * @throws NotFoundError, ForbiddenError, AppError customerInUse
 */
export async function removeCustomer(tx: Tx, scope: Scope, id: string): Promise<string> {
  await findWritable(tx, scope, id);
  const used = await customerUse(tx, id);
  if (used > 0) throw new AppError("customerInUse", { count: used });
  return removing(tx, "customer", () => tx.customer.deleteMany({ where: { id } }));
}
