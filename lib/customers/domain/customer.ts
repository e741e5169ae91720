import type { BusinessDate } from "@/lib/shared/business-date";
import type { Reference } from "@/lib/shared/named";

/** A customer as lists and exports show it; money in base currency, of what the reader may see. */
export type CustomerRow = Reference & {
  segment: Reference | null;
  /** Can be chosen for new deals and sales. */
  active: boolean;
  sector: string | null;
  location: string | null;
  owner: Reference | null;
  unit: Reference | null;
  openDeals: number;
  openAmount: number | null;
  /** Of the sales the list is about: all visible ones, or those of the period and filters asked for. */
  revenue: number | null;
  orders: number;
  firstSaleOn: BusinessDate | null;
  lastSaleOn: BusinessDate | null;
  externalId: string | null;
};

/** Sums over all records of a list, in base currency; null where there is nothing to sum. */
export type CustomerTotals = {
  count: number;
  openDeals: number;
  openAmount: number | null;
  revenue: number | null;
};

/** Everything a customer's page shows of the customer itself and of what the reader may see of it. */
export type Customer = CustomerRow & {
  version: number;
  employees: number | null;
  /** The customer's own yearly revenue as the source states it. */
  annualRevenue: number | null;
  foundedYear: number | null;
  parent: Reference | null;
  wonDeals: number;
  lostDeals: number;
  units: number | null;
  source: string | null;
};
