import type { ExportColumn } from "@/lib/shared/export-column";
import { localName } from "@/lib/shared/local-name";
import type { CustomerRow } from "./customer";

type Id =
  | "id"
  | "name"
  | "nameEn"
  | "sector"
  | "location"
  | "owner"
  | "unit"
  | "openDeals"
  | "openAmount"
  | "revenue"
  | "orders"
  | "firstSaleOn"
  | "lastSaleOn"
  | "externalId";

/** What an export of customers contains, in its order. */
export const CUSTOMER_EXPORT: readonly ExportColumn<CustomerRow, Id>[] = [
  { id: "name", type: "text", value: (customer) => customer.name },
  { id: "nameEn", type: "text", value: (customer) => customer.nameEn },
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
];
