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
  /** Where it comes from: null was entered by hand, else `deal`, `store-day` or an import's source. */
  source: string | null;
  /** Of a return of one line: that line. */
  returnOfId: string | null;
  version: number;
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

/** Who corrects a line, and where. */
export type SaleOrigin = "hand" | "deal" | "storeDay" | "import";

/** Where a line comes from, by its source. */
export function originOf(source: string | null): SaleOrigin {
  if (source === null) return "hand";
  if (source === "store-day") return "storeDay";
  return source === "deal" ? "deal" : "import";
}
