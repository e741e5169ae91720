"use client";
import {
  Bar,
  BarChart,
  CartesianGrid,
  LabelList,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import type { BarPlotProps } from "./bar-chart";
import { chartColor } from "./chart-color";
import { axisText, pointText } from "./number-text";
import { AXIS_TEXT, CategoryTick, PlotTip } from "./plot-parts";
import { axisTicks, textWidth } from "./scale";

/** Lowest and highest value the axis must hold; stacks are summed by sign. */
function extent(props: BarPlotProps): number[] {
  const values = props.points.flatMap((point) => {
    const figures = props.series.map(({ key }) => point.values[key] ?? 0);
    if (!props.stacked) return figures;
    const sum = (sign: number) => figures.filter((n) => n * sign > 0).reduce((a, b) => a + b, 0);
    return [sum(1), sum(-1)];
  });
  return props.level ? [...values, props.level.value] : values;
}

/** The drawn part of a BarChart; loaded when needed. */
export default function BarPlot(props: BarPlotProps) {
  const {
    points,
    series,
    numbers,
    height,
    direction = "columns",
    stacked,
    level,
    showValues,
  } = props;
  const rows = direction === "rows";
  const data = points.map((point, index) => ({
    ...point.values,
    __name: point.tick ?? point.label,
    __index: index,
  }));
  const ticks = axisTicks(extent(props));
  const names = Math.min(
    150,
    Math.max(...points.map((point) => textWidth(point.tick ?? point.label)), 20) + 12,
  );
  // The name of a level over columns stands beside them, never on top of the last one.
  const levelRoom = level && !rows ? textWidth(level.label) + 10 : 12;
  const valueRoom = showValues && rows ? 64 : levelRoom;
  const valueAxis = {
    type: "number" as const,
    ticks,
    domain: [ticks[0] ?? 0, ticks.at(-1) ?? 1],
    tickFormatter: (value: number) => axisText(value, numbers),
    tick: AXIS_TEXT,
    tickLine: false,
    axisLine: false,
  };
  const nameAxis = {
    type: "category" as const,
    dataKey: "__name",
    tickLine: false,
    axisLine: { stroke: "var(--line2)" },
  };
  return (
    <ResponsiveContainer width="100%" height={height}>
      <BarChart
        data={data}
        layout={rows ? "vertical" : "horizontal"}
        margin={{ top: (rows ? level : showValues) ? 18 : 8, right: valueRoom, bottom: 0, left: 4 }}
        barCategoryGap="22%"
        barGap={2}
        stackOffset="sign"
        accessibilityLayer={false}
      >
        <CartesianGrid stroke="var(--grid)" vertical={rows} horizontal={!rows} />
        {rows ? (
          <XAxis {...valueAxis} height={22} />
        ) : (
          <XAxis
            {...nameAxis}
            height={36}
            interval="equidistantPreserveStart"
            tick={(tick) => (
              <CategoryTick x={tick.x} y={tick.y} payload={tick.payload} width={76} />
            )}
          />
        )}
        {rows ? (
          <YAxis {...nameAxis} width={names} interval={0} tick={AXIS_TEXT} />
        ) : (
          <YAxis {...valueAxis} width="auto" />
        )}
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: "var(--hover)" }}
          content={({ active, payload }) => {
            const point = active ? points[Number(payload?.[0]?.payload?.__index)] : undefined;
            if (!point) return null;
            const lines = series.map((item) => ({
              label: item.label,
              text: pointText(point, item.key, numbers),
              color: chartColor(item.color ?? 1),
            }));
            return <PlotTip title={point.label} lines={lines} />;
          }}
        />
        {series.map((item) => (
          <Bar
            key={item.key}
            dataKey={item.key}
            fill={chartColor(item.color ?? 1)}
            fillOpacity={item.dashed ? 0.45 : 1}
            radius={stacked ? 0 : 2}
            maxBarSize={44}
            stackId={stacked ? "stack" : undefined}
            isAnimationActive={false}
          >
            {showValues && !stacked ? (
              <LabelList
                dataKey={item.key}
                position={rows ? "right" : "top"}
                fontSize={11}
                fill="var(--ink)"
                formatter={(value) => axisText(Number(value), numbers)}
              />
            ) : null}
          </Bar>
        ))}
        {level ? (
          <ReferenceLine
            {...(rows ? { x: level.value } : { y: level.value })}
            stroke="var(--ink2)"
            strokeDasharray="4 3"
            label={{
              value: level.label,
              position: rows ? "top" : "right",
              fontSize: 11,
              fill: "var(--ink2)",
            }}
          />
        ) : null}
      </BarChart>
    </ResponsiveContainer>
  );
}
