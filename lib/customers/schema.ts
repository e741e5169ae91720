import { z } from "zod";
import {
  dayParams,
  idsParam,
  listParams,
  param,
  placeParams,
  textParam,
  wordsParam,
} from "@/lib/shared/list-params";
import { namesInput, optionalText, requiredText } from "@/lib/shared/text-input";
import { version } from "@/lib/shared/value-input";
import { DECISION_STAGES, MOTIVES, VALUE_DRIVERS } from "./domain/buying-profile";

/**
 * Parameters of `/customers`, `/api/export/customers` and every link to "the records behind a
 * figure". All are optional and joined by AND; values separated by commas are joined by OR.
 *
 * - `q`: part of the name (either language), the place or the external id.
 * - `owner`, `sector`, `segment`: `none` for customers without one; `parent`: ids of the parent company.
 * - `status`: `active` for those that can be chosen, `inactive` for those out of use.
 * - `activity` + `from` + `to`, in `[from, to)`: `new` (the customer's first sale falls in it),
 *   `active` (a positive sale line in it; the default) or `repeat` (two or more orders in it).
 *   Without dates: customers that ever were; `none`: customers without any sale in it.
 * - `unit` (and all below; `direct=1`: without them), `region`, `rep`, `manager`, `product`, `category`: of those sales: for
 *   `new` of the first one, on the day of the sale. Without `activity`, `unit` is the customer's own, today.
 */
const filters = {
  q: textParam,
  segment: idsParam,
  sector: wordsParam,
  status: param(z.enum(["active", "inactive"])),
  owner: idsParam,
  parent: idsParam,
  activity: param(z.enum(["new", "active", "repeat", "none"])),
  ...dayParams,
  ...placeParams,
  rep: idsParam,
  product: idsParam,
  category: idsParam,
};

/** Columns of the list of customers, which are also what it can be sorted by. */
export const CUSTOMER_COLUMNS = [
  "name",
  "segment",
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

export const {
  list: customerListSchema,
  filter: customerFilterSchema,
  parse: parseCustomerList,
  href: customerListHref,
} = listParams("/customers", filters, CUSTOMER_COLUMNS);

export type CustomerFilter = z.infer<typeof customerFilterSchema>;
export type CustomerListParams = z.infer<typeof customerListSchema>;

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
  return asksOfSales(filter) ? "active" : undefined;
}

/** Does a filter name days, people or products of sales? */
export const asksOfSales = (filter: CustomerFilter): boolean =>
  SALE_FILTERS.some((name) => filter[name] !== undefined);

const id = z.guid();
const chosen = z.union([z.literal("").transform(() => null), z.null(), id]);

/** What a customer is called, where it belongs and who looks after it. */
const customer = {
  ...namesInput,
  segmentId: chosen,
  sector: optionalText(100),
  location: optionalText(100),
  parentId: chosen,
  ownerId: chosen,
  unitId: chosen,
};
export const newCustomerInput = z.object(customer);
export const editCustomerInput = z.object({ id, version, ...customer });
export type CustomerInput = z.infer<typeof newCustomerInput>;

/** Any one record by its id. */
export const recordInput = z.object({ id });
export const activeInput = z.object({ id, active: z.boolean() });

export const choiceSearchInput = z.object({ text: optionalText() });

export const DECISION_ROLES = [
  "decision_maker",
  "influencer",
  "user",
  "purchaser",
  "gatekeeper",
  "champion",
] as const;
export type DecisionRole = (typeof DECISION_ROLES)[number];

/** A person at a customer; the address is checked for its form only. */
const contact = {
  ...namesInput,
  title: optionalText(100),
  phone: optionalText(50).refine((text) => text === null || /^[+\d][\d\s()./#x-]*$/i.test(text), {
    error: "phoneInvalid",
  }),
  email: optionalText(254).refine((text) => text === null || z.email().safeParse(text).success, {
    error: "emailInvalid",
  }),
  decisionRole: z.union([z.literal("").transform(() => null), z.null(), z.enum(DECISION_ROLES)]),
};
export const newContactInput = z.object({ customerId: id, ...contact });
export const editContactInput = z.object({ id, version, ...contact });
export type ContactInput = Omit<z.infer<typeof newContactInput>, "customerId">;

export const newSegmentInput = z.object(namesInput);
export const editSegmentInput = z.object({ id, version, ...namesInput });

const typedName = requiredText().refine((text) => text.length >= 2, { error: "required" });
export const similarInput = z.object({ name: typedName, exceptId: id.nullable() });
export const askInput = z.object({ name: typedName, note: optionalText(500) });
export const answerInput = z.object({ id, answer: requiredText(500) });

/** What two customers may differ in; for each the person says whose value stays. */
export const MERGE_FIELDS = [
  "name",
  "nameEn",
  "segment",
  "sector",
  "location",
  "parent",
  "owner",
  "unit",
  "employees",
  "annualRevenue",
  "foundedYear",
] as const;
export type MergeField = (typeof MERGE_FIELDS)[number];

const merged = z.object({ id, version });
export const mergeInput = z.object({
  survivor: merged,
  loser: merged,
  /** Fields that take the value of the one that goes. */
  take: z.array(z.enum(MERGE_FIELDS)),
});
export type MergeInput = z.infer<typeof mergeInput>;
export const undoMergeInput = z.object({ merge: id });

/** How a customer decides; a deal's, or the customer's own where no deal is meant. */
export const profileInput = z
  .object({
    dealId: id.nullable(),
    customerId: id.nullable(),
    /** The version the form was opened on; null where there was none. */
    seen: id.nullable(),
    /** Most important first. */
    drivers: z
      .array(z.enum(VALUE_DRIVERS))
      .max(VALUE_DRIVERS.length)
      .refine((all) => new Set(all).size === all.length),
    motive: z.enum(MOTIVES).nullable(),
    decisionStage: z.enum(DECISION_STAGES).nullable(),
    criteria: optionalText(2000),
    people: z
      .array(z.object({ contactId: id, role: z.enum(DECISION_ROLES) }))
      .max(20)
      .refine((all) => new Set(all.map((one) => one.contactId)).size === all.length),
  })
  .refine(({ dealId, customerId }) => (dealId === null) !== (customerId === null));
export type ProfileInput = z.infer<typeof profileInput>;
