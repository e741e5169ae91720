import { getLocale } from "next-intl/server";
import { z } from "zod";
import { findProducts } from "@/lib/catalog/queries";
import { findCustomers } from "@/lib/customers/queries";
import { findContacts } from "@/lib/customers/queries/search-contacts";
import { findDeals } from "@/lib/deals/queries";
import { recentRecords } from "@/lib/discussion/queries/recent-records";
import { findFeedback } from "@/lib/feedback/queries/search-feedback";
import { findNotes } from "@/lib/market/queries";
import { findColleagues, findPeople } from "@/lib/people/queries/search-people";
import { optionalScope } from "@/lib/platform/auth/session";
import { problem } from "@/lib/platform/problem";
import type { Scope } from "@/lib/platform/scope";
import { param, textParam } from "@/lib/shared/list-params";
import {
  isSearchable,
  SEARCH_KINDS,
  type SearchHit,
  type SearchKind,
} from "@/lib/shared/search-hit";

const KINDS = [...SEARCH_KINDS, "colleague"] as const;
const query = z.object({
  q: textParam,
  only: param(z.enum(KINDS)),
  /** Records visited lately, `kind:id` separated by commas. */
  recent: param(z.string().transform((text) => text.slice(0, 1000).split(","))),
});

type Find = (scope: Scope, text: string, limit: number, locale: string) => Promise<SearchHit[]>;

/** Colleagues are found only where they are asked for. */
const FIND: Record<SearchKind | "colleague", Find> = {
  deal: findDeals,
  customer: findCustomers,
  contact: findContacts,
  feedback: findFeedback,
  note: findNotes,
  product: findProducts,
  person: findPeople,
  colleague: findColleagues,
};

/**
 * What the reader may see that matches `q`: a few of each kind, or up to 20 of the `only` one. With
 * `recent` the records named there, as far as the reader still may see them.
 */
export async function GET(request: Request): Promise<Response> {
  const scope = await optionalScope();
  if (!scope) return problem(401, "signed-out", "Sign in first.");
  const { q, only, recent } = query.parse(Object.fromEntries(new URL(request.url).searchParams));
  const locale = await getLocale();
  const headers = { "cache-control": "no-store" };
  if (recent) {
    return Response.json({ hits: await recentRecords(scope, recent, locale) }, { headers });
  }
  const kinds = only ? [only] : SEARCH_KINDS;
  const found =
    q === undefined || !isSearchable(q)
      ? []
      : await Promise.all(kinds.map((kind) => FIND[kind](scope, q, only ? 20 : 6, locale)));
  return Response.json({ hits: found.flat() }, { headers });
}
