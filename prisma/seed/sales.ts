import type { BusinessDate } from "@/lib/shared/business-date";
import type { DemoProduct } from "./catalog";
import type { Row } from "./insert";

/** A sold line of the demo; amounts in `currency`, `base` in CNY. */
export type DemoSale = {
  id: string;
  soldOn: BusinessDate;
  orderNo: string;
  product: DemoProduct;
  unit: string;
  /** Blank for what a store sold as a whole. */
  ownerId: string | null;
  customerId: string | null;
  dealId: string | null;
  quantity: number;
  currency: string;
  rate: number;
  amount: number;
  base: number;
  /** The till, the order system, a won deal, a store's day; null was entered by hand. */
  source: string | null;
  externalId?: string;
  /** Of a return entered by hand: the line it takes back. */
  returnOf?: string;
};

export const cents = (amount: number): number => Math.round(amount * 100) / 100;

/** Oldest first, so that the indexes on dates grow at their end. */
export function saleRows(sales: readonly DemoSale[], unitId: (key: string) => string): Row[] {
  const sorted = [...sales].sort((a, b) =>
    a.soldOn < b.soldOn ? -1 : a.soldOn > b.soldOn ? 1 : 0,
  );
  return sorted.map((sale) => ({
    ...{ id: sale.id, sold_on: sale.soldOn, order_no: sale.orderNo, product_id: sale.product.id },
    ...{ unit_id: unitId(sale.unit), owner_id: sale.ownerId, customer_id: sale.customerId },
    ...{ deal_id: sale.dealId, quantity: sale.quantity, currency: sale.currency },
    ...{ amount: sale.amount, rate: sale.rate, base_amount: sale.base },
    ...{ source: sale.source, external_id: sale.externalId ?? null },
    return_of_id: sale.returnOf ?? null,
    base_cost: cents(sale.quantity * sale.product.cost),
    created_at: `${sale.soldOn}T01:00:00Z`,
    updated_at: `${sale.soldOn}T01:00:00Z`,
  }));
}
