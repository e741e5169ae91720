import type { Named, Reference } from "@/lib/shared/named";
import { VIEW_PARAM } from "@/lib/shared/view-param";

/** The lists views can be saved of; each is also the address the list stands at, except the explorer. */
export const VIEW_LISTS = [
  "deals",
  "customers",
  "sales",
  "activities",
  "feedback",
  "market",
  "findings",
  "explore",
] as const;
export type ViewList = (typeof VIEW_LISTS)[number];

/** How many views a person may keep of one list. */
export const VIEW_LIMIT = 50;
/** Characters of a view's name. */
export const VIEW_NAME_LENGTH = 60;
/** Characters of a view's query string. */
export const VIEW_QUERY_LENGTH = 4000;

export type SavedView = {
  id: string;
  name: string;
  /** As saved; empty for the whole list. */
  query: string;
  version: number;
  /** It is the reader's own. */
  mine: boolean;
  owner: Named;
  /** The unit it is shared with; null for a private one. */
  unit: Reference | null;
};

/** What stands over a list about its views. */
export type ListViews = {
  list: ViewList;
  views: readonly SavedView[];
  /** The view the list is open with, and whether it has been filtered or sorted otherwise since. */
  view: SavedView | null;
  changed: boolean;
  /** What the list shows now. */
  query: string;
  /** The view it opens with. */
  defaultId: string | null;
  /** Whom the person may share with. */
  units: readonly (Reference & { depth: number })[];
  /** Admins may delete what others share. */
  admin: boolean;
};

/** The address that opens a view of a list standing at `path`. */
export function viewHref(path: string, view: { id: string; query: string }): string {
  return `${path}?${[`${VIEW_PARAM}=${view.id}`, view.query].filter(Boolean).join("&")}`;
}

/**
 * The view a list is open with: the one its address names, or else one that says just what the address
 * says. `changed`: the list has been filtered or sorted otherwise since.
 */
export function openView<View extends { id: string; query: string }>(
  views: readonly View[],
  named: string | undefined,
  query: string,
): { view: View | null; changed: boolean } {
  const view = views.find((one) => one.id === named);
  if (view) return { view, changed: view.query !== query };
  const same = query === "" ? undefined : views.find((one) => one.query === query);
  return { view: same ?? null, changed: false };
}
