import "server-only";
import type { Tx } from "@/lib/platform/db/access";
import { NotFoundError } from "@/lib/platform/errors";
import { dealNamed, seesCustomer } from "../sql/named-records";

type Named = { dealId: string | null; customerId: string | null };

/** The deal and customer a follow-up names; of a deal its customer too. @throws NotFoundError */
export async function references(tx: Tx, { dealId, customerId }: Named) {
  const deal = dealId ? await dealNamed(tx, dealId) : null;
  if (dealId && !deal) throw new NotFoundError();
  const named = customerId ?? deal?.customerId ?? null;
  if (customerId && !(await seesCustomer(tx, customerId))) throw new NotFoundError();
  const customer = named && (customerId || (await seesCustomer(tx, named))) ? named : null;
  return { dealId: dealId ?? null, customerId: customer, dealUnit: deal?.unitId };
}

/** Which of the records a stored follow-up names its reader sees. */
export async function visibleReferences(tx: Tx, row: Named) {
  return {
    deal: row.dealId !== null && (await dealNamed(tx, row.dealId)) !== undefined,
    customer: row.customerId !== null && (await seesCustomer(tx, row.customerId)),
  };
}
