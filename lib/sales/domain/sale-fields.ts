import type { ListField } from "@/lib/shared/list-field";
import { localName } from "@/lib/shared/local-name";
import type { SaleRow } from "./sale";

/** What a list of sales can show; an export has all of it, in this order. */
export const SALE_FIELDS = [
  { id: "soldOn", type: "date", value: (sale) => sale.soldOn },
  { id: "orderNo", type: "text", value: (sale) => sale.orderNo },
  {
    id: "customer",
    type: "text",
    value: (sale, locale) => (sale.customer ? localName(sale.customer, locale) : null),
  },
  {
    id: "product",
    type: "text",
    value: (sale, locale) => (sale.product ? localName(sale.product, locale) : null),
  },
  {
    id: "category",
    type: "text",
    value: (sale, locale) => (sale.category ? localName(sale.category, locale) : null),
  },
  {
    id: "owner",
    type: "text",
    value: (sale, locale) => (sale.owner ? localName(sale.owner, locale) : null),
  },
  { id: "unit", type: "text", value: (sale, locale) => localName(sale.unit, locale) },
  { id: "quantity", type: "number", value: (sale) => sale.quantity },
  { id: "amount", type: "amount", value: (sale) => sale.baseAmount },
  { id: "cost", type: "amount", value: (sale) => sale.baseCost },
  { id: "margin", type: "amount", value: (sale) => sale.baseMargin },
  { id: "currency", type: "text", value: (sale) => sale.currency },
  { id: "original", type: "amount", value: (sale) => sale.amount },
  { id: "rate", type: "number", value: (sale) => sale.rate },
  { id: "deal", type: "text", value: (sale) => sale.deal?.title ?? null },
  { id: "externalId", type: "text", value: (sale) => sale.externalId },
  { id: "id", type: "text", value: (sale) => sale.id },
] as const satisfies readonly ListField<SaleRow>[];
