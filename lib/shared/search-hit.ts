/** What a search can find. */
export const SEARCH_KINDS = [
  "deal",
  "customer",
  "contact",
  "feedback",
  "note",
  "product",
  "person",
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** One thing found; `value` and `label` also make it an option of a choice. */
export type SearchHit = {
  kind: SearchKind;
  /** The record's id. */
  value: string;
  label: string;
  hint?: string;
  href: string;
};

/** Too short a text finds everything: two letters, or one Chinese character. */
export function isSearchable(text: string): boolean {
  return text.length >= 2 || /\p{Script=Han}/u.test(text);
}
