import "server-only";
import { may } from "@/lib/people/domain/permissions";
import { read, type Tx } from "@/lib/platform/db/access";
import { NotFoundError } from "@/lib/platform/errors";
import type { Scope } from "@/lib/platform/scope";
import { businessContext } from "@/lib/settings/data/business-context";
import { mergedInto, pointedTo } from "../data/merge";
import type { Customer } from "../domain/customer";
import { findCustomer } from "../sql/find-customer";

async function findOwn(tx: Tx, scope: Scope, id: string): Promise<Customer | null> {
  const customer = await findCustomer(tx, id);
  if (!customer) return null;
  const place = { ownerId: customer.owner?.id ?? null, unitId: customer.unit?.id ?? null };
  return may(scope, "customer.write", place) ? customer : null;
}

/**
 * Two customers side by side; `other` is null where none is chosen or the person may not merge it.
 * @throws NotFoundError where the first may not be changed
 */
export function mergePage(scope: Scope, id: string, otherId: string | undefined) {
  return read(scope, async (tx) => {
    const { organisation } = await businessContext(tx);
    const customer = await findOwn(tx, scope, id);
    if (!customer) throw new NotFoundError();
    const other = otherId && otherId !== id ? await findOwn(tx, scope, otherId) : null;
    return {
      currency: organisation.baseCurrency,
      customer,
      other,
      records: {
        [id]: await pointedTo(tx, id),
        ...(other ? { [other.id]: await pointedTo(tx, other.id) } : {}),
      },
    };
  });
}

/** Where a customer that was merged away lives on; null for any other. */
export function mergedCustomer(scope: Scope, id: string): Promise<string | null> {
  return read(scope, (tx) => mergedInto(tx, id));
}
