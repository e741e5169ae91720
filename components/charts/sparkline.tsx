import { chartColor } from "./chart-color";
import type { ChartColor } from "./chart-types";

type SparklineProps = {
  values: readonly (number | null)[];
  /** What it shows, in words. */
  label: string;
  color?: ChartColor;
  width?: number;
  height?: number;
};

/** Course of a figure as a small line without axes; gaps where there is no figure. No JavaScript. */
export function Sparkline({ values, label, color = 1, width = 96, height = 24 }: SparklineProps) {
  const known = values.filter((value): value is number => value !== null);
  const low = Math.min(...known);
  const range = Math.max(...known) - low || 1;
  const step = values.length > 1 ? (width - 6) / (values.length - 1) : 0;
  const at = (index: number, value: number) => ({
    x: 3 + index * step,
    y: 3 + (1 - (value - low) / range) * (height - 6),
  });
  let pen = "M";
  let path = "";
  let end: { x: number; y: number } | null = null;
  for (const [index, value] of values.entries()) {
    if (value === null) pen = "M";
    else {
      end = at(index, value);
      path += `${pen}${end.x.toFixed(1)} ${end.y.toFixed(1)}`;
      pen = "L";
    }
  }
  return (
    <svg
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className="inline-block align-middle"
    >
      <path
        d={path}
        fill="none"
        stroke={chartColor(color)}
        strokeWidth="1.6"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      {end ? <circle cx={end.x} cy={end.y} r="2.2" fill={chartColor(color)} /> : null}
    </svg>
  );
}
