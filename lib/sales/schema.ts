import { z } from "zod";
import { requiredDay } from "@/lib/shared/date-input";
import {
  amountParams,
  dayParams,
  idsParam,
  listParams,
  param,
  placeParams,
  textParam,
  wordsParam,
} from "@/lib/shared/list-params";
import { requiredText } from "@/lib/shared/text-input";
import { currencyInput, version } from "@/lib/shared/value-input";
import { lineKey, lineProblem } from "./domain/store-days";

/**
 * Parameters of `/sales`, `/api/export/sales` and every link to "the records behind a figure".
 * All are optional and joined by AND; values separated by commas are joined by OR.
 *
 * - `q`: part of the order number, the customer's or product's name, or the external id.
 * - `from` + `to`: sold in the half-open range `[from, to)`.
 * - `kind`: `sale` (quantity above 0) or `return` (below 0).
 * - `unit`: a unit and all below it on the day of the sale (`direct=1`: only the unit itself);
 *   `region`: ids of regions, `none` for sales outside any region.
 * - `owner`: user ids (the rep), `none` for sales without one; `manager`: who managed the
 *   sale's unit, or the nearest unit above it that had a manager, on that day, or `none`.
 * - `product`, `category`, `customer`, `sector`, `segment`: `none` for sales without one.
 * - `deal`: deal ids, `none` for sales without a deal; `stage`: stage ids of the deal, `none` likewise.
 * - `order`: order numbers, exactly.
 * - `min`, `max`: the line's amount in base currency, both inclusive.
 */
const filters = {
  q: textParam,
  ...dayParams,
  kind: param(z.enum(["sale", "return"])),
  ...placeParams,
  owner: idsParam,
  product: idsParam,
  category: idsParam,
  customer: idsParam,
  sector: wordsParam,
  segment: idsParam,
  deal: idsParam,
  stage: idsParam,
  order: wordsParam,
  ...amountParams,
};

/** Columns of the list of sales, which are also what it can be sorted by. */
export const SALE_COLUMNS = [
  "soldOn",
  "orderNo",
  "customer",
  "product",
  "owner",
  "unit",
  "quantity",
  "amount",
  "cost",
  "margin",
  "deal",
] as const;
export type SaleColumn = (typeof SALE_COLUMNS)[number];

export const {
  list: saleListSchema,
  filter: saleFilterSchema,
  parse: parseSaleList,
  href: saleListHref,
} = listParams("/sales", filters, SALE_COLUMNS);

export type SaleFilter = z.infer<typeof saleFilterSchema>;
export type SaleListParams = z.infer<typeof saleListSchema>;

const id = z.guid();
const storeDay = requiredDay.refine((day) => day >= "2000-01-01", { error: "dateRange" });
const number = z.number().nullable();
const reference = z
  .string()
  .nullable()
  .pipe(z.guid({ error: "required" }));
const optional = z.guid().nullable();
const positive = number.pipe(
  z
    .number({ error: "required" })
    .positive({ error: "notPositive" })
    .max(1e9, { error: "tooLarge" })
    .transform((quantity) => Math.round(quantity * 1000) / 1000)
    .refine((quantity) => quantity > 0, { error: "notPositive" }),
);
const amount = number.pipe(
  z.number({ error: "required" }).min(0, { error: "negative" }).max(1e12, { error: "tooLarge" }),
);

/** A sale entered by hand; `id` is made with its form, so that sending it again books nothing more. */
export const newSaleInput = z.object({
  id,
  soldOn: requiredDay,
  orderNo: requiredText(100),
  productId: reference,
  customerId: optional,
  dealId: optional,
  unitId: reference,
  ownerId: optional,
  quantity: positive,
  amount,
  currency: currencyInput,
});
export type NewSale = z.infer<typeof newSaleInput>;

/** What comes back of a line: quantity and amount as people say them, above 0. */
export const newReturnInput = z.object({
  id,
  returnOfId: id,
  soldOn: requiredDay,
  quantity: positive,
  amount,
});
export type NewReturn = z.infer<typeof newReturnInput>;
export const saleInput = z.object({ id });

/** A line entered by hand as it shall be, and the version its editor saw. */
export const editSaleInput = newSaleInput.extend({ version });
export type SaleEdit = z.infer<typeof editSaleInput>;

/** The same of a return, whose customer, product and rate are those of its line. */
export const editReturnInput = newReturnInput.omit({ returnOfId: true }).extend({ version });
export type ReturnEdit = z.infer<typeof editReturnInput>;

/** A number for a product of a store's day; messages as in the grid itself. */
const storeLine = z.object({
  quantity: z.number().min(-1e9).max(1e9),
  amount: z.number().min(-1e12).max(1e12),
});
const dayLine = storeLine
  .refine((line) => lineProblem(line) === null && line.quantity !== 0, { error: "dayLine" })
  .refine(({ quantity }) => Math.round(quantity * 1e3) / 1e3 === quantity, { error: "dayLine" });
const seenLine = storeLine.nullable();

/** Days of a store as entered in its grid: each line with what its writer saw in its place. */
export const storeDaysInput = z.object({
  unitId: id,
  changes: z
    .array(z.object({ productId: id, day: storeDay, line: dayLine.nullable(), seen: seenLine }))
    .min(1)
    .max(3000)
    .refine((changes) => new Set(changes.map(lineKey)).size === changes.length, {
      error: "dayLine",
    }),
});

/** Address of the grid of a store's days: `unit`, and `day` with `span` day or the week around it. */
export const storeDaysParams = z.object({
  unit: z.guid().optional().catch(undefined),
  day: storeDay.optional().catch(undefined),
  span: z.enum(["day", "week"]).optional().catch(undefined),
});
export type StoreDaysParams = z.infer<typeof storeDaysParams>;
