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

/** How many of the largest members stand on their own; all others are told as one. */
export const TOPS = [5, 10, 20, 50] as const;
export type Top = (typeof TOPS)[number];

/** Over time as many as there are colours of lines. */
export const defaultTop = (grain: Grain | null): Top => (grain ? 5 : 20);

const OF_OTHERS: readonly ExploreDimension[] = ["rep", "manager", "unit", "region"];

/** What a metric can be broken down by for who looks at it. */
export function exploreDimensions(metric: MeasuredMetric, isRep: boolean): ExploreDimension[] {
  return metricOf(metric).dimensions.filter((by) => !isRep || !OF_OTHERS.includes(by));
}

/** Days of the period only: those of years are too many to be read. */
export function exploreGrains(span: Span): Grain[] {
  return GRAINS.filter((grain) => grain !== "day" || span === "period");
}
