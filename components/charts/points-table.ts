import type { ChartPoint, ChartSeries, ChartTable, NumberStyle } from "./chart-types";
import { pointText } from "./number-text";

/** Table of a chart's points: one row a point, one column a series; without rows that have no figure. */
export function pointsTable(
  heading: string,
  points: readonly ChartPoint[],
  series: readonly ChartSeries[],
  numbers: NumberStyle,
): ChartTable {
  const kept = points.filter((point) => series.some(({ key }) => point.values[key] != null));
  return {
    head: [heading, ...series.map(({ label }) => label)],
    rows: kept.map((point) => [
      point.label,
      ...series.map(({ key }) => pointText(point, key, numbers)),
    ]),
    raw: kept.map((point) => [point.label, ...series.map(({ key }) => point.values[key] ?? null)]),
    ...(series.some(({ href }) => href)
      ? { hrefs: kept.map((point) => [null, ...series.map((one) => hrefOf(point, one))]) }
      : {}),
  };
}

function hrefOf({ values, at }: ChartPoint, { key, href }: ChartSeries): string | null {
  const place = at?.[key];
  return href && place && values[key] != null ? href.replace("{at}", place) : null;
}
