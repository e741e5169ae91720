"use client";
import dynamic from "next/dynamic";
import { paletteColor } from "./chart-color";
import { ChartFrame } from "./chart-frame";
import type { ChartFrameProps, ChartPoint, ChartSeries, NumberStyle } from "./chart-types";
import { pointsTable } from "./points-table";

const Plot = dynamic(() => import("./bar-plot"), { ssr: false });

export type BarPlotProps = {
  points: readonly ChartPoint[];
  series: readonly ChartSeries[];
  numbers: NumberStyle;
  height: number;
  /** "columns" stand (time, few categories), "rows" lie (ranked names). */
  direction?: "columns" | "rows";
  stacked?: boolean;
  /** A line across at a value, e.g. the target. */
  level?: { value: number; label: string };
  /** Writes each bar's figure at its end (one series, not stacked). */
  showValues?: boolean;
};

type BarChartProps = ChartFrameProps & Omit<BarPlotProps, "height"> & { pointHeading: string };

/** Bars in a ChartFrame: standing or lying, side by side or stacked. */
export function BarChart({
  points,
  series,
  numbers,
  direction,
  stacked,
  level,
  showValues,
  pointHeading,
  ...frame
}: BarChartProps) {
  const height = frame.height ?? (direction === "rows" ? points.length * 30 + 40 : 250);
  const colored = series.map((item, index) => ({
    ...item,
    color: item.color ?? paletteColor(index),
  }));
  return (
    <ChartFrame
      {...frame}
      height={height}
      legend={
        colored.length > 1
          ? colored.map(({ label, color }) => ({ label, color, area: true }))
          : undefined
      }
      table={pointsTable(pointHeading, points, colored, numbers)}
    >
      <Plot
        {...{ points, series: colored, numbers, height, direction, stacked, level, showValues }}
      />
    </ChartFrame>
  );
}
