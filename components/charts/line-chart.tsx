"use client";
import dynamic from "next/dynamic";
import { paletteColor } from "./chart-color";
import { ChartFrame } from "./chart-frame";
import type { ChartFrameProps, ChartPoint, ChartSeries, NumberStyle } from "./chart-types";
import { pointsTable } from "./points-table";

const Plot = dynamic(() => import("./line-plot"), { ssr: false });

export type LinePlotProps = {
  points: readonly ChartPoint[];
  series: readonly ChartSeries[];
  numbers: NumberStyle;
  height: number;
  /** Interval drawn as an area between two keys of `values`. */
  band?: { low: string; high: string; label: string; color?: ChartSeries["color"] };
  /** Levels at the right end, e.g. floor, target, stretch. `strong` for the main one. */
  levels?: readonly { value: number; label: string; strong?: boolean }[];
  /** Vertical marks; `at` is a point's label. */
  events?: readonly { at: string; label: string }[];
  /** false: the axis need not start at zero (indices, rates). */
  fromZero?: boolean;
};

type LineChartProps = ChartFrameProps &
  Omit<LinePlotProps, "height"> & {
    /** Heading of the table's first column, e.g. "Day". */
    pointHeading: string;
  };

/** Lines over time in a ChartFrame: several series, dashed ones, a band, levels, events, end labels. */
export function LineChart({
  points,
  series,
  numbers,
  band,
  levels,
  events,
  fromZero,
  pointHeading,
  ...frame
}: LineChartProps) {
  const height = frame.height ?? 250;
  const colored = series.map((item, index) => ({
    ...item,
    color: item.color ?? paletteColor(index),
  }));
  const legend = [
    ...colored.map(({ label, color, dashed }) => ({ label, color, dashed })),
    ...(band
      ? [{ label: band.label, color: band.color ?? (1 as const), dashed: true, area: true }]
      : []),
  ];
  const bandSeries = band
    ? [
        { key: band.low, label: `${band.label} ↓` },
        { key: band.high, label: `${band.label} ↑` },
      ]
    : [];
  return (
    <ChartFrame
      {...frame}
      height={height}
      legend={legend.length > 1 ? legend : undefined}
      table={pointsTable(pointHeading, points, [...colored, ...bandSeries], numbers)}
    >
      <Plot {...{ points, series: colored, numbers, height, band, levels, events, fromZero }} />
    </ChartFrame>
  );
}
