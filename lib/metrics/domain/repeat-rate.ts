import { ratio } from "@/lib/shared/ratio";

/**
 * Customers with two or more orders ÷ active customers, within the period. `orders` holds the
 * number of orders of each active customer; null without any.
 */
export function repeatRate(orders: readonly number[]): number | null {
  const active = orders.filter((count) => count > 0);
  return ratio(active.filter((count) => count >= 2).length, active.length);
}
