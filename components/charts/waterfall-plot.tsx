"use client";
import { useRouter } from "next/navigation";
import {
  Bar,
  BarChart,
  type BarShapeProps,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { axisText, numberText } from "./number-text";
import { CategoryTick, PlotTip } from "./plot-parts";
import { axisTicks } from "./scale";
import type { WaterfallPlotProps } from "./waterfall-chart";
import { type Piece, waterfallPieces } from "./waterfall-pieces";

function pieceColor(piece: Piece): string {
  if (piece.kind === "total") return "var(--ink2)";
  return piece.value >= 0 ? "var(--rise)" : "var(--fall)";
}

const GAP = 0.2;
/** Widest digit of the labels, and the narrowest place a name can be read in, in px. */
const DIGIT = 6.4;
const NAME = 44;

/** The drawn part of a WaterfallChart; loaded when needed. */
export default function WaterfallPlot({ steps, numbers, height }: WaterfallPlotProps) {
  const router = useRouter();
  const pieces = waterfallPieces(steps);
  const ticks = axisTicks(pieces.flatMap(({ range }) => range));
  const signed = {
    ...numbers,
    options: { ...numbers.options, signDisplay: "exceptZero" as const },
  };
  const textOf = (piece: Piece) => axisText(piece.value, piece.kind === "total" ? numbers : signed);

  function shape(bar: BarShapeProps) {
    const piece = pieces[bar.index];
    if (!piece) return <g />;
    const { href } = piece;
    const { x, width } = bar;
    const y = Math.min(bar.y, bar.y + bar.height);
    const tall = Math.max(Math.abs(bar.height), 1.5);
    const atTop = piece.level === piece.range[1];
    const end = atTop ? y : y + tall;
    return (
      <g className={href ? "cursor-pointer" : undefined}>
        <rect
          x={x}
          y={y}
          width={width}
          height={tall}
          rx={2}
          fill={pieceColor(piece)}
          fillOpacity={piece.kind === "total" ? 0.85 : 1}
        />
        {bar.index < pieces.length - 1 ? (
          <line x1={x + width} x2={x + width / (1 - GAP)} y1={end} y2={end} stroke="var(--edge)" />
        ) : null}
        {textOf(piece).length * DIGIT <= width / (1 - GAP) ? (
          <text x={x + width / 2} y={y - 5} textAnchor="middle" fontSize={11} fill="var(--ink)">
            {textOf(piece)}
          </text>
        ) : null}
      </g>
    );
  }
  return (
    <ResponsiveContainer width="100%" height={height}>
      <BarChart
        data={pieces}
        margin={{ top: 20, right: 4, bottom: 0, left: 4 }}
        barCategoryGap={`${GAP * 50}%`}
        accessibilityLayer={false}
      >
        <XAxis
          dataKey="name"
          interval={0}
          height={38}
          tickLine={false}
          axisLine={{ stroke: "var(--line2)" }}
          tick={(tick) => {
            const width = (Number(tick.width) || 300) / pieces.length - 4;
            // Where names would run into each other a touch, and the table, tell them.
            if (width < NAME && pieces[tick.index]?.kind !== "total") return <g />;
            const value = String(tick.payload.value).split("\u0000")[1] ?? "";
            return (
              <CategoryTick
                x={tick.x}
                y={tick.y}
                width={Math.max(width, NAME)}
                payload={{ value }}
              />
            );
          }}
        />
        <YAxis hide domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]} />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: "var(--hover)" }}
          content={({ active, payload }) => {
            const piece = active ? (payload?.[0]?.payload as Piece | undefined) : undefined;
            if (!piece) return null;
            const text =
              piece.text ?? numberText(piece.value, piece.kind === "total" ? numbers : signed);
            return (
              <PlotTip
                title={piece.label}
                lines={[{ label: "", text, color: pieceColor(piece) }]}
              />
            );
          }}
        />
        {/* The table in its place opens the same pages by keyboard. */}
        <Bar
          dataKey="range"
          shape={shape}
          isAnimationActive={false}
          onClick={(_, index) => {
            const href = pieces[index]?.href;
            if (href) router.push(href);
          }}
        />
      </BarChart>
    </ResponsiveContainer>
  );
}
