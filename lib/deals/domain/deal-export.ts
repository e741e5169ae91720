import type { ExportColumn } from "@/lib/shared/export-column";
import { localName } from "@/lib/shared/local-name";
import type { DealRow } from "./deal";

type Id =
  | "id"
  | "title"
  | "customer"
  | "stage"
  | "products"
  | "owner"
  | "unit"
  | "currency"
  | "expectedOriginal"
  | "expected"
  | "probability"
  | "weighted"
  | "bookedOriginal"
  | "booked"
  | "createdOn"
  | "engagedOn"
  | "expectedCloseOn"
  | "closedOn"
  | "externalId";

/** What an export of deals contains, in its order. */
export const DEAL_EXPORT: readonly ExportColumn<DealRow, Id>[] = [
  { id: "title", type: "text", value: (deal) => deal.title },
  {
    id: "customer",
    type: "text",
    value: (deal, locale) => (deal.customer ? localName(deal.customer, locale) : null),
  },
  { id: "stage", type: "text", value: (deal, locale) => localName(deal.stage, locale) },
  {
    id: "products",
    type: "text",
    value: (deal, locale) => deal.products.map((product) => localName(product, locale)).join("; "),
  },
  { id: "owner", type: "text", value: (deal, locale) => localName(deal.owner, locale) },
  { id: "unit", type: "text", value: (deal, locale) => localName(deal.unit, locale) },
  { id: "expected", type: "amount", value: (deal) => deal.expectedBaseAmount },
  { id: "probability", type: "share", value: (deal) => deal.probability },
  { id: "weighted", type: "amount", value: (deal) => deal.weighted },
  { id: "booked", type: "amount", value: (deal) => deal.bookedBaseAmount },
  { id: "currency", type: "text", value: (deal) => deal.currency },
  { id: "expectedOriginal", type: "amount", value: (deal) => deal.expectedAmount },
  { id: "bookedOriginal", type: "amount", value: (deal) => deal.bookedAmount },
  { id: "createdOn", type: "date", value: (deal) => deal.createdOn },
  { id: "engagedOn", type: "date", value: (deal) => deal.engagedOn },
  { id: "expectedCloseOn", type: "date", value: (deal) => deal.expectedCloseOn },
  { id: "closedOn", type: "date", value: (deal) => deal.closedOn },
  { id: "externalId", type: "text", value: (deal) => deal.externalId },
  { id: "id", type: "text", value: (deal) => deal.id },
];
