import type { ExportColumn } from "@/lib/shared/export-column";
import { localName } from "@/lib/shared/local-name";
import type { SaleRow } from "./sale";

type Id =
  | "id"
  | "soldOn"
  | "orderNo"
  | "customer"
  | "product"
  | "category"
  | "owner"
  | "unit"
  | "quantity"
  | "amount"
  | "cost"
  | "margin"
  | "currency"
  | "original"
  | "rate"
  | "deal"
  | "externalId";

/** What an export of sales contains, in its order. */
export const SALE_EXPORT: readonly ExportColumn<SaleRow, Id>[] = [
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
];
