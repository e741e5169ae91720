import type { BusinessDate } from "@/lib/shared/business-date";
import type { Reference } from "@/lib/shared/named";

/** A sold line as lists, exports and its page show it. */
export type SaleRow = {
  id: string;
  soldOn: BusinessDate;
  orderNo: string;
  customer: Reference | null;
  product: Reference | null;
  category: Reference | null;
  owner: Reference | null;
  unit: Reference;
  deal: { id: string; title: string } | null;
  /** Negative for returns, and so is the amount. */
  quantity: number;
  currency: string;
  amount: number;
  /** Base currency for one unit of `currency`, frozen when the sale was booked. */
  rate: number;
  baseAmount: number;
  baseCost: number | null;
  baseMargin: number | null;
  externalId: string | null;
  /** Entered by hand, and not by an import or a won deal. */
  byHand: boolean;
};

/** Sums over all records of a list, in base currency; null where there is nothing to sum. */
export type SaleTotals = {
  count: number;
  revenue: number | null;
  units: number | null;
  cost: number | null;
  /** Over the lines whose cost is known. */
  margin: number | null;
};
