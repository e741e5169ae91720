import "server-only";
import { canEver } from "@/lib/people/domain/permissions";
import { read } from "@/lib/platform/db/access";
import { unitChoices } from "@/lib/platform/db/unit-choices";
import type { Scope } from "@/lib/platform/scope";
import type { SearchParams } from "@/lib/shared/list-params";
import { VIEW_PARAM } from "@/lib/shared/view-param";
import { defaultViewOf, viewsOf } from "./data";
import { type ListViews, openView, type ViewList, viewHref } from "./domain/saved-view";
import { viewQuery } from "./schema";

/** The views of a list, and which of them its address shows. */
export function listViews(scope: Scope, list: ViewList, search: SearchParams): Promise<ListViews> {
  return read(scope, async (tx) => {
    const views = await viewsOf(tx, scope, list);
    const named = [search[VIEW_PARAM] ?? []].flat()[0];
    const query = viewQuery(list, search);
    return {
      ...openView(views, named, query),
      list,
      views,
      query,
      defaultId: (await defaultViewOf(tx, scope, list))?.id ?? null,
      units: canEver(scope, "view.share") ? await unitChoices(tx, scope) : [],
      admin: scope.role === "admin",
    };
  });
}

/**
 * Where a list goes whose address says nothing: to the person's default view of it. Null where there is
 * none, or the address says what to show.
 */
export async function defaultViewHref(
  scope: Scope,
  list: ViewList,
  search: SearchParams,
  path = `/${list}`,
): Promise<string | null> {
  if (Object.keys(search).length > 0) return null;
  const view = await read(scope, (tx) => defaultViewOf(tx, scope, list));
  return view && viewHref(path, { id: view.id, query: viewQuery(list, view.query) });
}
