import "server-only";
import type { Tx } from "@/lib/platform/db/access";
import { AppError } from "@/lib/platform/errors";
import type { Scope } from "@/lib/platform/scope";
import { removing } from "@/lib/undo/data";
import { findWritable } from "./customers";

/** Whether anything names the customer besides its contacts, and how much of that the person sees. */
async function customerUse(tx: Tx, id: string): Promise<{ used: boolean; seen: number }> {
  const rows = await tx.$queryRaw<{ used: boolean | null; seen: bigint }[]>`
    SELECT customer_is_used(${id}::uuid) AS used, customer_use_seen(${id}::uuid) AS seen`;
  return { used: rows[0]?.used ?? false, seen: Number(rows[0]?.seen ?? 0) };
}

/**
 * Deletes a customer that nothing names, with its contacts. Answers with the id to undo it by.
 * @throws NotFoundError, ForbiddenError, AppError customerInUse, customerInUseElsewhere
 */
export async function removeCustomer(tx: Tx, scope: Scope, id: string): Promise<string> {
  await findWritable(tx, scope, id);
  const { used, seen } = await customerUse(tx, id);
  if (seen > 0) throw new AppError("customerInUse", { count: seen });
  if (used) throw new AppError("customerInUseElsewhere");
  return removing(tx, "customer", () => tx.customer.deleteMany({ where: { id } }));
}
