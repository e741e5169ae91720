import "server-only";
import { listContext } from "@/lib/lists/data";
import { may } from "@/lib/people/domain/permissions";
import { read } from "@/lib/platform/db/access";
import { EXPORT_TIMEOUT } from "@/lib/platform/db/each-batch";
import { eachRow } from "@/lib/platform/db/list-sql";
import { seesEveryUnit } from "@/lib/platform/db/sees-every-unit";
import { NotFoundError } from "@/lib/platform/errors";
import type { Scope } from "@/lib/platform/scope";
import { businessContext } from "@/lib/settings/data/business-context";
import { localName } from "@/lib/shared/local-name";
import type { SearchHit } from "@/lib/shared/search-hit";
import { contactsOf, worksWith } from "./data/contacts";
import { mergesInto } from "./data/merge";
import { countOpenRequests } from "./data/requests";
import { segmentChoices } from "./data/segments";
import type { CustomerRow } from "./domain/customer";
import type { CustomerListParams } from "./schema";
import { childrenOf } from "./sql/children";
import { findCustomer, sectorChoices } from "./sql/find-customer";
import { customerListSql, customerPage, customerRow } from "./sql/list-customers";
import { searchCustomers } from "./sql/search-customers";

/** One page of the list of customers with its totals and the choices of its filters, in one snapshot. */
export function customerList(scope: Scope, params: CustomerListParams) {
  return read(scope, async (tx) => {
    const context = await listContext(tx, scope, params);
    return {
      ...context,
      ...(await customerPage(tx, params, context.whole)),
      sectors: await sectorChoices(tx),
      segments: await segmentChoices(tx),
      /** Questions of others that wait for the reader's answer. */
      requests: await countOpenRequests(tx, scope),
    };
  });
}

/**
 * A customer with the figures the person may see.
 * @throws NotFoundError where it does not exist or may not be seen
 */
export function customerDetail(scope: Scope, id: string) {
  return read(scope, async (tx) => {
    const { organisation } = await businessContext(tx);
    const customer = await findCustomer(tx, id);
    if (!customer) throw new NotFoundError();
    return {
      currency: organisation.baseCurrency,
      customer,
      contacts: await contactsOf(tx, id),
      merges: await mergesInto(tx, id),
      family: await childrenOf(tx, id),
      /** Whether the reader may write its contacts, and the customer itself. */
      works: await worksWith(tx, id),
      writes: may(scope, "customer.write", {
        ownerId: customer.owner?.id ?? null,
        unitId: customer.unit?.id ?? null,
      }),
    };
  });
}

/** Customers the reader may see that match the text. */
export async function findCustomers(
  scope: Scope,
  text: string,
  limit: number,
  locale: string,
): Promise<SearchHit[]> {
  const found = await read(scope, (tx) => searchCustomers(tx, text, limit));
  return found.map((customer) => ({
    kind: "customer",
    value: customer.id,
    label: localName(customer, locale),
    hint: [customer.sector, customer.location].filter((part) => part !== null).join(" · "),
    href: `/customers/${customer.id}`,
  }));
}

/** Hands over every customer of the filtered list in its order, a batch at a time, from one snapshot. */
export function eachCustomer(
  scope: Scope,
  params: CustomerListParams,
  use: (rows: readonly CustomerRow[]) => Promise<void>,
): Promise<void> {
  return read(
    scope,
    async (tx) => eachRow(tx, customerListSql(params, await seesEveryUnit(tx)), customerRow, use),
    EXPORT_TIMEOUT,
  );
}
