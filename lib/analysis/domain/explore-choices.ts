import { metricOf } from "@/lib/metrics/domain/catalogue";
import { type DIMENSIONS, GRAINS, type Grain } from "@/lib/metrics/domain/dimensions";
import { FORMULAS, type MeasuredMetric } from "@/lib/metrics/domain/figure";

export type ExploreDimension = (typeof DIMENSIONS)[number];

/** Every measured metric of the catalogue. */
export const EXPLORED = Object.keys(FORMULAS) as [MeasuredMetric, ...MeasuredMetric[]];

/** How far back: the period chosen, or up to its end a year or three. */
export const SPANS = ["period", "year", "years"] as const;
export type Span = (typeof SPANS)[number];

export const MONTHS: Record<Exclude<Span, "period">, number> = { year: 12, years: 36 };

const OF_OTHERS: readonly ExploreDimension[] = ["rep", "manager", "unit", "region"];

/** What a metric can be broken down by for who looks at it. */
export function exploreDimensions(metric: MeasuredMetric, isRep: boolean): ExploreDimension[] {
  return metricOf(metric).dimensions.filter((by) => !isRep || !OF_OTHERS.includes(by));
}

/** Days of the period only, and no time beside customers: there are too many of both to be read. */
export function exploreGrains(by: ExploreDimension | null, span: Span): Grain[] {
  if (by === "customer") return [];
  return GRAINS.filter((grain) => grain !== "day" || span === "period");
}
