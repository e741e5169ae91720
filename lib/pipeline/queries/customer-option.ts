import "server-only";
import { findCustomer } from "@/lib/customers/sql/find-customer";
import { read } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { isId } from "@/lib/shared/list-params";
import { localName } from "@/lib/shared/local-name";

/** The customer an address names, as a choice; null where it names none that may be seen. */
export async function customerOption(scope: Scope, id: unknown, locale: string) {
  if (typeof id !== "string" || !isId(id)) return null;
  const customer = await read(scope, (tx) => findCustomer(tx, id));
  return customer ? { value: customer.id, label: localName(customer, locale) } : null;
}
