"use client";
import { usePlotArea } from "recharts";
import { chartColor } from "./chart-color";
import type { ChartPoint, ChartSeries } from "./chart-types";
import { spreadApart, textWidth } from "./scale";

type Level = { value: number; label: string; strong?: boolean };

/** Room at the right of the plot for the texts of line ends and levels, in px. */
export function endLabelWidth(series: readonly ChartSeries[], levels: readonly Level[]): number {
  const texts = [
    ...series.map(({ endLabel }) => endLabel ?? ""),
    ...levels.map(({ label }) => label),
  ];
  const widest = Math.max(0, ...texts.map(textWidth));
  return widest > 0 ? widest + 14 : 10;
}

type EndLabelsProps = {
  points: readonly ChartPoint[];
  series: readonly ChartSeries[];
  levels: readonly Level[];
  /** Lowest and highest value of the axis. */
  domain: readonly [number, number];
  /** Top and bottom of the plot in px. */
  from: number;
  to: number;
};

/** Names at the right: where each line ends and of each level, kept 14 px apart. */
export function EndLabels({ points, series, levels, domain, from, to }: EndLabelsProps) {
  const area = usePlotArea();
  if (!area) return null;
  const place = (value: number) =>
    to - ((value - domain[0]) / (domain[1] - domain[0])) * (to - from);
  const labels = [
    ...series.flatMap((item) => {
      const end = points.findLast((point) => point.values[item.key] != null)?.values[item.key];
      return item.endLabel && end != null
        ? [
            {
              text: item.endLabel,
              y: place(end),
              fill: chartColor(item.color ?? 1),
              weight: item.dashed ? 400 : 600,
            },
          ]
        : [];
    }),
    ...levels.map((level) => ({
      text: level.label,
      y: place(level.value),
      fill: level.strong ? "var(--ink2)" : "var(--muted)",
      weight: level.strong ? 600 : 400,
    })),
  ];
  const spread = spreadApart(
    labels.map(({ y }) => y),
    14,
    from,
    to,
  );
  return (
    <g>
      {labels.map((label, index) => (
        <text
          key={label.text}
          x={area.x + area.width + 7}
          y={(spread[index] ?? label.y) + 4}
          fontSize={11}
          fontWeight={label.weight}
          fill={label.fill}
        >
          {label.text}
        </text>
      ))}
    </g>
  );
}
