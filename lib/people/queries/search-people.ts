import "server-only";
import { searchColleagues } from "@/lib/people/sql/search-colleagues";
import { searchPeople } from "@/lib/people/sql/search-people";
import { read } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { localName } from "@/lib/shared/local-name";
import type { SearchHit } from "@/lib/shared/search-hit";

/** People the reader may look at, leading to their deals. */
export async function findPeople(
  scope: Scope,
  text: string,
  limit: number,
  locale: string,
): Promise<SearchHit[]> {
  const found = await read(scope, (tx) => searchPeople(tx, scope, text, limit));
  return found.map((person) => ({
    kind: "person",
    value: person.id,
    label: localName(person, locale),
    hint: person.unit ? localName(person.unit, locale) : undefined,
    href: `/deals?owner=${person.id}`,
  }));
}

/** Colleagues a deal can be shared with or handed to. */
export async function findColleagues(
  scope: Scope,
  text: string,
  limit: number,
  locale: string,
): Promise<SearchHit[]> {
  const found = await read(scope, (tx) => searchColleagues(tx, text, limit));
  return found.map((person) => ({
    kind: "person",
    value: person.id,
    label: localName(person, locale),
    hint: localName(person.unit, locale),
    href: `/deals?owner=${person.id}`,
  }));
}
