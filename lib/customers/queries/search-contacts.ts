import "server-only";
import { read } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { localName } from "@/lib/shared/local-name";
import type { SearchHit } from "@/lib/shared/search-hit";
import { searchContacts } from "../sql/search-contacts";

/** Contacts of customers the reader may see, leading to the customer. */
export async function findContacts(
  scope: Scope,
  text: string,
  limit: number,
  locale: string,
): Promise<SearchHit[]> {
  const found = await read(scope, (tx) => searchContacts(tx, text, limit));
  return found.map((contact) => ({
    kind: "contact",
    value: contact.id,
    label: localName(contact, locale),
    hint: [contact.title, localName(contact.customer, locale)].filter(Boolean).join(" · "),
    href: `/customers/${contact.customer.id}`,
  }));
}
