import { type BusinessDate, diffDays } from "@/lib/shared/business-date";
import { mean, median } from "@/lib/shared/median";

export interface ClosedDeal {
  readonly outcome: "won" | "lost";
  /** day the customer was engaged, or the deal created where that is not known */
  readonly startedOn: BusinessDate | null;
  readonly closedOn: BusinessDate;
}

export interface SalesCycle {
  readonly mean: number | null;
  readonly median: number | null;
  /** deals with a known start, the others are left out */
  readonly n: number;
}

/**
 * Days from start to close, as mean and median. `won` counts won deals only (the usual meaning),
 * `closed` lost ones too; the two differ and are always shown by their names.
 */
export function salesCycle(deals: readonly ClosedDeal[], of: "won" | "closed"): SalesCycle {
  const days = deals
    .filter((deal) => of === "closed" || deal.outcome === "won")
    .flatMap((deal) => (deal.startedOn ? [diffDays(deal.startedOn, deal.closedOn)] : []));
  return { mean: mean(days), median: median(days), n: days.length };
}
