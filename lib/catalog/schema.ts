import { z } from "zod";
import { isCurrency } from "@/lib/shared/currency";
import { idsParam, pageParams, param, textParam } from "@/lib/shared/list-params";
import { namesInput, optionalText } from "@/lib/shared/text-input";
import { version } from "@/lib/shared/value-input";

const id = z.guid();

const product = {
  ...namesInput,
  sku: optionalText(80),
  categoryId: z.union([z.literal("").transform(() => null), z.null(), id]),
  /** Of one piece, in `currency`. */
  listPrice: z
    .number()
    .min(0, { error: "negative" })
    .max(99_999_999_999_999, { error: "tooLarge" })
    .nullable(),
  currency: z.string().refine(isCurrency, { error: "currencyUnknown" }),
};
export const newProductInput = z.object(product);
export const editProductInput = z.object({ id, version, ...product });
export type ProductInput = z.infer<typeof newProductInput>;

export const recordInput = z.object({ id });
export const activeInput = z.object({ id, active: z.boolean() });

export const newCategoryInput = z.object(namesInput);
export const editCategoryInput = z.object({ id, version, ...namesInput });

/** Columns the list of products can be sorted by. */
export const PRODUCT_COLUMNS = ["name", "sku", "category", "listPrice", "active"] as const;
export const productListParams = z.object({
  ...pageParams(PRODUCT_COLUMNS),
  /** Part of a name, the stock number or the external id. */
  q: textParam,
  category: idsParam,
  status: param(z.enum(["active", "inactive"])),
});
export type ProductListParams = z.infer<typeof productListParams>;
