import { z } from "zod";
import { activityListHref, parseActivityList } from "@/lib/activities/schema";
import { exploreHref, parseExplore } from "@/lib/analysis/schema";
import { customerListHref, parseCustomerList } from "@/lib/customers/schema";
import { dealListHref, parseDealList } from "@/lib/deals/schema";
import { feedbackListHref, parseFeedbackList } from "@/lib/feedback/schema";
import { findingListHref, parseFindingList } from "@/lib/findings/schema";
import { noteListHref, parseNoteList } from "@/lib/market/schema";
import { parseSaleList, saleListHref } from "@/lib/sales/schema";
import type { SearchParams } from "@/lib/shared/list-params";
import { requiredText } from "@/lib/shared/text-input";
import { version } from "@/lib/shared/value-input";
import {
  VIEW_LISTS,
  VIEW_NAME_LENGTH,
  VIEW_QUERY_LENGTH,
  type ViewList,
} from "./domain/saved-view";

/** A list's address written anew from what its own schema understands of it, without the page. */
function canonical<Params extends { page?: number }>(
  parse: (search: SearchParams) => Params,
  href: (params: Params) => string,
) {
  return (search: SearchParams) => href({ ...parse(search), page: undefined }).split("?")[1] ?? "";
}

const QUERIES: Record<ViewList, (search: SearchParams) => string> = {
  deals: canonical(parseDealList, dealListHref),
  customers: canonical(parseCustomerList, customerListHref),
  sales: canonical(parseSaleList, saleListHref),
  activities: canonical(parseActivityList, activityListHref),
  feedback: canonical(parseFeedbackList, feedbackListHref),
  market: canonical(parseNoteList, noteListHref),
  findings: canonical(parseFindingList, findingListHref),
  explore: canonical(parseExplore, exploreHref),
};

/**
 * What a list's parameters say, as one query string: the same for the same list, with the parameters
 * in the list's order. What the list does not know (any more) or nobody could have chosen is left out.
 */
export function viewQuery(list: ViewList, search: SearchParams | string): string {
  const params =
    typeof search === "string" ? Object.fromEntries(new URLSearchParams(search)) : search;
  return QUERIES[list](params);
}

const id = z.guid();
const name = requiredText(VIEW_NAME_LENGTH);
const list = z.enum(VIEW_LISTS);
const query = z.string().max(VIEW_QUERY_LENGTH, { error: "viewTooLong" });
const unitId = z.preprocess((value) => (value === "" ? null : value), id.nullable());

/** `id` is made when the form opens, so that sending it again saves no second view. */
export const newViewInput = z.object({ id, list, name, query, unitId });
export type NewView = z.infer<typeof newViewInput>;
export const editViewInput = z.object({ id, version, name, unitId });
export const overwriteViewInput = z.object({ id, version, query });
export const viewInput = z.object({ id });
/** Without a view the list opens whole. */
export const defaultViewInput = z.object({ list, viewId: id.nullable() });
