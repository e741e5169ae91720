import type { Period } from "@/lib/shared/period";
import type { FilterName } from "./dimensions";
import type { MeasuredMetric } from "./figure";

/** A figure as it stands in an address: which metric, of when, of whom or what. `null` is "without one". */
export type FigureAddress = {
  metric: MeasuredMetric | "growth";
  range: Period;
  /** What a growth is measured against. */
  base?: Period;
  where: Partial<Record<FilterName, string | null>>;
};

/** In an address: the records that have no such value. */
export const NONE = "none";

/** The page that explains a figure and lists its records. */
export function figureHref({ metric, range, base, where }: FigureAddress): string {
  const params = new URLSearchParams({ from: range.from, to: range.to });
  if (base) {
    params.set("baseFrom", base.from);
    params.set("baseTo", base.to);
  }
  for (const [dimension, value] of Object.entries(where))
    if (value !== undefined) params.set(dimension, value ?? NONE);
  return `/figures/${metric}?${params}`;
}
