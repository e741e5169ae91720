import type { ListField } from "@/lib/shared/list-field";
import { localName } from "@/lib/shared/local-name";
import type { DealRow } from "./deal";

/** What a list of deals can show; an export has all of it, in this order. */
export const DEAL_FIELDS = [
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
  { id: "share", type: "share", value: (deal) => deal.share },
  { id: "currency", type: "text", value: (deal) => deal.currency },
  { id: "expectedOriginal", type: "amount", value: (deal) => deal.expectedAmount },
  { id: "bookedOriginal", type: "amount", value: (deal) => deal.bookedAmount },
  { id: "createdOn", type: "date", value: (deal) => deal.createdOn },
  { id: "engagedOn", type: "date", value: (deal) => deal.engagedOn },
  { id: "expectedCloseOn", type: "date", value: (deal) => deal.expectedCloseOn },
  { id: "closedOn", type: "date", value: (deal) => deal.closedOn },
  { id: "externalId", type: "text", value: (deal) => deal.externalId },
  { id: "id", type: "text", value: (deal) => deal.id },
] as const satisfies readonly ListField<DealRow>[];
