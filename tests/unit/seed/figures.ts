import { addDays, type BusinessDate } from "@/lib/shared/business-date";
import type { Demo } from "@/prisma/seed/build";
import type { DemoSale } from "@/prisma/seed/sales";

/** The last day of the demo company most tests look at. */
export const AS_OF: BusinessDate = "2026-11-23";

export const total = (amounts: readonly number[]): number =>
  Math.round(amounts.reduce((sum, amount) => sum + amount, 0) * 100) / 100;

/** Revenue of the sales that fit, in CNY. */
export const revenue = (sales: readonly DemoSale[], fits: (sale: DemoSale) => boolean): number =>
  total(sales.filter(fits).map((sale) => sale.base));

/** Whether a day lies `from` to `to` days before the last one, both counted, `from` the longer ago. */
export function ago({ world }: Demo, from: number, to: number) {
  const first = addDays(world.asOf, -from);
  const last = addDays(world.asOf, -to);
  return (day: BusinessDate | null): boolean => day !== null && first <= day && day <= last;
}
