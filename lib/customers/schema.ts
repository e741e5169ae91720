import { z } from "zod";
import {
  dateParam,
  flagParam,
  hrefWith,
  idParam,
  idsParam,
  pageParams,
  param,
  type SearchParams,
  textParam,
  wordsParam,
} from "@/lib/shared/list-params";

/**
 * Parameters of `/customers`, `/api/export/customers` and every link to "the records behind a
 * figure". All are optional and joined by AND; values separated by commas are joined by OR.
 *
 * - `q`: part of the name (either language), the place or the external id.
 * - `owner`, `sector`: `none` for customers without one; `parent`: ids of the parent company.
 * - `activity` + `from` + `to`, in `[from, to)`: `new` (the customer's first sale falls in it),
 *   `active` (a positive sale line in it; the default) or `repeat` (two or more orders in it).
 *   Without dates: customers that ever were; `none`: customers without any sale in it.
 * - `unit` (and all below; `direct=1`: without them), `region`, `rep`, `manager`, `product`, `category`: of those sales: for
 *   `new` of the first one, on the day of the sale. Without `activity`, `unit` is the customer's own, today.
 */
const filterShape = {
  q: textParam,
  sector: wordsParam,
  owner: idsParam,
  parent: idsParam,
  activity: param(z.enum(["new", "active", "repeat", "none"])),
  from: dateParam,
  to: dateParam,
  unit: idParam,
  direct: flagParam,
  region: idsParam,
  rep: idsParam,
  manager: idsParam,
  product: idsParam,
  category: idsParam,
};

/** Columns of the list of customers, which are also what it can be sorted by. */
export const CUSTOMER_COLUMNS = [
  "name",
  "sector",
  "location",
  "owner",
  "unit",
  "openDeals",
  "openAmount",
  "revenue",
  "orders",
  "firstSaleOn",
  "lastSaleOn",
] as const;
export type CustomerColumn = (typeof CUSTOMER_COLUMNS)[number];

export const customerFilterSchema = z.object(filterShape);
export const customerListSchema = z.object({ ...filterShape, ...pageParams(CUSTOMER_COLUMNS) });

export type CustomerFilter = z.infer<typeof customerFilterSchema>;
export type CustomerListParams = z.infer<typeof customerListSchema>;

/** Parameters of a request; unknown ones and values that make no sense are left out. */
export function parseCustomerList(params: SearchParams): CustomerListParams {
  return customerListSchema.parse(params);
}

/** Address of the list with these parameters, e.g. for the records behind a figure. */
export function customerListHref(params: CustomerListParams): string {
  return hrefWith("/customers", params);
}

/** Filters that are about sales and not about the customer. */
const SALE_FILTERS = [
  "from",
  "to",
  "region",
  "rep",
  "manager",
  "product",
  "category",
] as const satisfies readonly (keyof CustomerFilter)[];

/** What the customer must have done; a filter about sales without a word asks for active ones. */
export function activityOf(filter: CustomerFilter): CustomerFilter["activity"] {
  if (filter.activity) return filter.activity;
  return SALE_FILTERS.some((name) => filter[name] !== undefined) ? "active" : undefined;
}
