import type { BusinessDate } from "@/lib/shared/business-date";
import type { Period } from "@/lib/shared/period";

/** Where a target's period stands on a day; a target is over the day after its last one. */
export type PeriodState = "upcoming" | "running" | "over";

export function periodState(period: Period, asOf: BusinessDate): PeriodState {
  if (asOf < period.from) return "upcoming";
  return asOf < period.to ? "running" : "over";
}
