import "server-only";
import { read } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { localName } from "@/lib/shared/local-name";
import type { SearchHit } from "@/lib/shared/search-hit";
import { searchFeedback } from "../sql/search-feedback";

/** Feedback the reader may see whose words contain the text. */
export async function findFeedback(
  scope: Scope,
  text: string,
  limit: number,
  locale: string,
): Promise<SearchHit[]> {
  const found = await read(scope, (tx) => searchFeedback(tx, text, limit));
  return found.map((feedback) => ({
    kind: "feedback",
    value: feedback.id,
    label: feedback.text.replace(/\s+/g, " "),
    hint: feedback.customer ? localName(feedback.customer, locale) : undefined,
    href: `/feedback/${feedback.id}`,
  }));
}
