import { allowsDimension, metricOf } from "@/lib/metrics/domain/catalogue";
import type { Dimension } from "@/lib/metrics/domain/dimensions";
import { isAdditive, isTargetKpi } from "@/lib/targets/domain/target-kpi";

/** Metrics whose gap can be split into what each member adds: sums and quotients of sums. */
export const GAP_METRICS = [
  "revenue",
  "gross_margin",
  "units",
  "margin_rate",
  "new_customers",
  "win_rate",
  "average_deal_size",
  "sales_cycle_won",
] as const;
export type GapMetric = (typeof GAP_METRICS)[number];

/** What a figure is held against. */
export const GAP_BASES = ["target", "lastYear", "previous"] as const;
export type GapBase = (typeof GAP_BASES)[number];

export const GAP_DIMENSIONS = [
  "branch",
  "rep",
  "product",
  "category",
  "customer",
  "sector",
  "segment",
] as const;
export type GapDimension = (typeof GAP_DIMENSIONS)[number];

/** What the whole can be limited to by opening one of its members. */
export const DRILLS = ["rep", "product", "category", "customer", "sector", "segment"] as const;
export type Drill = (typeof DRILLS)[number];

/** Sums over sale lines by customer are kept short by the database for revenue only. */
const WITHOUT_CUSTOMER: readonly GapMetric[] = [
  "gross_margin",
  "units",
  "margin_rate",
  "new_customers",
];

type Whose = {
  /** Units lie below the one looked at. */
  hasBranches: boolean;
  /** Figures of one person only. */
  isRep: boolean;
  drilled: readonly string[];
};

/** By what the gap of a metric can be split for who looks at it, the coarsest first. */
export function gapDimensions(metric: GapMetric, whose: Whose): GapDimension[] {
  return GAP_DIMENSIONS.filter((by) => {
    if (whose.drilled.includes(by)) return false;
    if (by === "branch") return whose.hasBranches;
    if (by === "rep" && whose.isRep) return false;
    if (by === "category" && whose.drilled.includes("product")) return false;
    if ((by === "sector" || by === "segment") && whose.drilled.includes("customer")) return false;
    if (by === "customer" && WITHOUT_CUSTOMER.includes(metric)) return false;
    return allowsDimension(metric, by);
  });
}

/** Parts of another one, so that a table of both says nothing new. */
const NESTED: Partial<Record<GapDimension, readonly GapDimension[]>> = {
  product: ["category"],
  category: ["product"],
  customer: ["sector", "segment"],
  sector: ["customer"],
  segment: ["customer"],
};

/** What can stand across a split, the most telling first: products × units before anything else. */
export function crossDimensions(
  by: GapDimension,
  dimensions: readonly GapDimension[],
): GapDimension[] {
  const order: readonly GapDimension[] =
    by === "branch" || by === "rep"
      ? ["product", "customer", "branch", "rep", "category", "sector", "segment"]
      : ["branch", "rep", "product", "customer", "category", "sector", "segment"];
  return order.filter(
    (one) => one !== by && !NESTED[by]?.includes(one) && dimensions.includes(one),
  );
}

/** Targets are set for units and reps; a ratio's target holds for every part alike. */
export function canMeetTarget(metric: GapMetric, by: Dimension, drilled: boolean): boolean {
  if (!isTargetKpi(metric) || drilled) return false;
  return !isAdditive(metric) || by === "branch" || by === "rep";
}

/** True where a higher figure is the worse one. */
export function isReversed(metric: GapMetric): boolean {
  return metricOf(metric).direction === "down";
}
