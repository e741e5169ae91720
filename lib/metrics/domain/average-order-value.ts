import { ratio } from "@/lib/shared/ratio";

/** Revenue (returns deducted) ÷ orders with a positive line, in money. Null without orders. */
export function averageOrderValue({
  revenue,
  orders,
}: {
  revenue: number;
  orders: number;
}): number | null {
  return ratio(revenue, orders);
}
