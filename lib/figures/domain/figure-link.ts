import type { MetricId } from "@/lib/metrics/domain/catalogue";
import type { FilterName } from "@/lib/metrics/domain/dimensions";
import type { MeasuredMetric } from "@/lib/metrics/domain/figure";
import type { BusinessDate } from "@/lib/shared/business-date";
import type { Period } from "@/lib/shared/period";
import type { TargetKpi } from "@/lib/targets/domain/target-kpi";

/** A figure as it stands in an address: which metric, of when, of whom or what. `null` is "without one". */
export type FigureAddress = {
  metric: MetricId;
  /** What a growth, change, share or linearity is of, or which KPI is held against its target; revenue where left out. */
  of?: MeasuredMetric | TargetKpi;
  /** Of a figure against a target the whole fiscal month, quarter or year. */
  range: Period;
  /** What a growth or change is measured against. */
  base?: Period;
  /** Of a share: the filter that makes the part, left out for the whole. */
  part?: FilterName;
  /** End of the fiscal period of which the range is the part that has passed. */
  until?: BusinessDate;
  where: Partial<Record<FilterName, string | null>>;
};

/** In an address: the records that have no such value. */
export const NONE = "none";

/** The page that explains a figure and lists its records. */
export function figureHref(address: FigureAddress): string {
  const { metric, of, range, base, part, until, where } = address;
  const params = new URLSearchParams({ from: range.from, to: range.to });
  const more = { of, until, part, baseFrom: base?.from, baseTo: base?.to };
  for (const [name, value] of Object.entries(more)) if (value) params.set(name, value);
  for (const [dimension, value] of Object.entries(where))
    if (value !== undefined) params.set(dimension, value ?? NONE);
  return `/figures/${metric}?${params}`;
}
