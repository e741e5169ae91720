"use client";
import { twoLines } from "./scale";

export const AXIS_TEXT = { fontSize: 11, fill: "var(--muted)" } as const;

type TipLine = { label: string; text: string; color: string };

/** Content of a plot's tooltip: the point's name and its figures. */
export function PlotTip({ title, lines }: { title: string; lines: readonly TipLine[] }) {
  return (
    <div className="rounded-md border border-line2 bg-raised px-2.5 py-1.5 text-xs shadow-raised">
      <p className="mb-0.5 font-medium text-ink">{title}</p>
      {lines.map((line) => (
        <p key={line.label} className="flex items-center gap-1.5 text-ink2 tabular-nums">
          <span className="size-2 rounded-full" style={{ background: line.color }} />
          <span className="flex-1 pr-3">{line.label}</span>
          {line.text}
        </p>
      ))}
    </div>
  );
}

type TickProps = {
  x?: number | string;
  y?: number | string;
  payload?: { value: string };
  width: number;
};

/** Axis label of a category in up to two lines. */
export function CategoryTick({ x = 0, y = 0, payload, width }: TickProps) {
  const lines = twoLines(payload?.value ?? "", width);
  return (
    <text x={x} y={y} textAnchor="middle" {...AXIS_TEXT}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines of one label
        <tspan key={index} x={x} dy={index === 0 ? 11 : 13}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
