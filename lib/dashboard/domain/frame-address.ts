import type { FigureAddress } from "@/lib/figures/domain/figure-link";
import type { Figure, MeasuredMetric } from "@/lib/metrics/domain/figure";
import { isEmpty, type Period } from "@/lib/shared/period";
import type { TargetKpi } from "@/lib/targets/domain/target-kpi";

/** Of a frame, what an address needs: the period, the part of it that has passed, and whose figures. */
type Framed = { elapsed: Period; period: Period; where: FigureAddress["where"] };

export const figureValue = (
  figures: Partial<Record<MeasuredMetric, Pick<Figure, "value">>>,
  metric: MeasuredMetric,
) => figures[metric]?.value ?? null;

/** A figure of the part of the period that has passed; of all of a period that has not begun. */
export function addressOf(
  { elapsed, period, where }: Framed,
  metric: FigureAddress["metric"],
  more: FigureAddress["where"] = {},
): FigureAddress {
  const range = isEmpty(elapsed) ? { from: period.from, to: period.to } : elapsed;
  const until = range.to < period.to ? period.to : undefined;
  return { metric, range, until, where: { ...where, ...more } };
}

/** The attainment of a KPI in the period. */
export function againstOf(
  { period: { from, to }, where }: Framed,
  of: TargetKpi,
  more: FigureAddress["where"] = {},
): FigureAddress {
  return { metric: "attainment", of, range: { from, to }, where: { ...where, ...more } };
}
