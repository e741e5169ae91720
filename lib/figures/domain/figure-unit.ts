import { type MetricUnit, metricOf } from "@/lib/metrics/domain/catalogue";
import type { FigureAddress } from "./figure-link";

export type FigureUnit = Exclude<MetricUnit, "own"> | "points";

const POINTS = ["change", "gap"];

/** The unit a figure is shown in: that of the metric it is about where it has none of its own. */
export function unitOf({
  metric,
  of = "revenue",
}: Pick<FigureAddress, "metric" | "of">): FigureUnit {
  const { unit } = metricOf(metric);
  if (unit !== "own") return unit;
  const own = metricOf(of).unit;
  if (own === "percent") return POINTS.includes(metric) ? "points" : "percent";
  return own === "own" ? "count" : own;
}
