import { allowsDimension, metricOf } from "@/lib/metrics/domain/catalogue";
import type { Dimension } from "@/lib/metrics/domain/dimensions";

/** Who or what stands side by side. */
export const COMPARED = [
  "store",
  "team",
  "region",
  "rep",
  "product",
  "category",
  "sector",
  "segment",
] as const;
export type Compared = (typeof COMPARED)[number];

export const COMPARE_METRICS = [
  "revenue",
  "gross_margin",
  "units",
  "margin_rate",
  "average_order_value",
  "new_customers",
  "won_deals",
  "win_rate",
  "average_deal_size",
  "activities",
] as const;
export type CompareMetric = (typeof COMPARE_METRICS)[number];

/** What makes members of different size comparable. */
export const NORMS = ["none", "head", "ramped", "day", "same"] as const;
export type Norm = (typeof NORMS)[number];

export function dimensionOf(of: Compared): Dimension {
  return of === "store" || of === "team" ? "unit" : of;
}

/** Kinds of members a metric can be compared between; a rep's own figures have no units beside them. */
export function comparedFor(metric: CompareMetric, isRep: boolean): Compared[] {
  const own = ["product", "category", "sector", "segment"];
  return COMPARED.filter(
    (of) => allowsDimension(metric, dimensionOf(of) as never) && (!isRep || own.includes(of)),
  );
}

/** Ratios need no norm: their denominator is one. Heads are people, so of units and reps only. */
export function normsFor(metric: CompareMetric, of: Compared): Norm[] {
  if (metricOf(metric).form !== "sum") return ["none"];
  const people = of === "store" || of === "team" || of === "region";
  return NORMS.filter((norm) => {
    if (norm === "head") return people;
    if (norm === "ramped") return people || of === "rep";
    return true;
  });
}
