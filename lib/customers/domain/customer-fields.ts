import type { ListField } from "@/lib/shared/list-field";
import { localName } from "@/lib/shared/local-name";
import type { CustomerRow } from "./customer";

/** What a list of customers can show; an export has all of it, in this order. */
export const CUSTOMER_FIELDS = [
  { id: "name", type: "text", value: (customer) => customer.name },
  { id: "nameEn", type: "text", value: (customer) => customer.nameEn },
  {
    id: "segment",
    type: "text",
    value: (customer, locale) => (customer.segment ? localName(customer.segment, locale) : null),
  },
  { id: "sector", type: "text", value: (customer) => customer.sector },
  { id: "location", type: "text", value: (customer) => customer.location },
  {
    id: "owner",
    type: "text",
    value: (customer, locale) => (customer.owner ? localName(customer.owner, locale) : null),
  },
  {
    id: "unit",
    type: "text",
    value: (customer, locale) => (customer.unit ? localName(customer.unit, locale) : null),
  },
  { id: "openDeals", type: "number", value: (customer) => customer.openDeals },
  { id: "openAmount", type: "amount", value: (customer) => customer.openAmount },
  { id: "revenue", type: "amount", value: (customer) => customer.revenue },
  { id: "orders", type: "number", value: (customer) => customer.orders },
  { id: "firstSaleOn", type: "date", value: (customer) => customer.firstSaleOn },
  { id: "lastSaleOn", type: "date", value: (customer) => customer.lastSaleOn },
  { id: "externalId", type: "text", value: (customer) => customer.externalId },
  { id: "id", type: "text", value: (customer) => customer.id },
] as const satisfies readonly ListField<CustomerRow>[];
