"use client";
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { chartColor } from "./chart-color";
import { EndLabels, endLabelWidth } from "./end-labels";
import { EventLabel, eventLanes } from "./event-label";
import type { LinePlotProps } from "./line-chart";
import { axisText, pointText } from "./number-text";
import { AXIS_TEXT, PlotTip } from "./plot-parts";
import { axisTicks } from "./scale";

const MARGIN = { top: 14, bottom: 0, left: 4 };
const X_AXIS_HEIGHT = 24;

/** The drawn part of a LineChart; loaded when needed. */
export default function LinePlot(props: LinePlotProps) {
  const {
    points,
    series,
    numbers,
    height,
    band,
    levels = [],
    events = [],
    fromZero = true,
  } = props;
  const data = points.map((point, index) => ({
    index,
    ...point.values,
    __band:
      band && point.values[band.low] != null
        ? [point.values[band.low], point.values[band.high]]
        : null,
  }));
  const keys = [...series.map(({ key }) => key), ...(band ? [band.low, band.high] : [])];
  const figures = points.flatMap((point) => keys.map((key) => point.values[key] ?? Number.NaN));
  const ticks = axisTicks([...figures, ...levels.map(({ value }) => value)], 4, fromZero);
  const bottom = ticks[0] ?? 0;
  const top = ticks.at(-1) ?? 1;
  const ticked = points.flatMap((point, index) => (point.tick ? [index] : []));
  const at = events.map((event) => points.findIndex((point) => point.label === event.at));
  const lanes = eventLanes(at.map((index) => index / Math.max(points.length - 1, 1)));
  const last = Math.max(points.length - 1, 1);
  return (
    <ResponsiveContainer width="100%" height={height}>
      <ComposedChart
        data={data}
        margin={{ ...MARGIN, right: endLabelWidth(series, levels) }}
        accessibilityLayer={false}
      >
        <CartesianGrid stroke="var(--grid)" />
        <XAxis
          dataKey="index"
          type="number"
          domain={[0, last]}
          ticks={ticked.length > 0 ? ticked : undefined}
          allowDecimals={false}
          tickFormatter={(index: number) => points[index]?.tick ?? points[index]?.label ?? ""}
          interval="preserveStart"
          minTickGap={14}
          height={X_AXIS_HEIGHT}
          tick={AXIS_TEXT}
          tickLine={false}
          axisLine={false}
        />
        <YAxis
          ticks={ticks}
          domain={[bottom, top]}
          tickFormatter={(value: number) => axisText(value, numbers)}
          width="auto"
          tick={AXIS_TEXT}
          tickLine={false}
          axisLine={false}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: "var(--line2)" }}
          content={({ active, label }) => {
            const point = active ? points[Number(label)] : undefined;
            if (!point) return null;
            const lines = series
              .filter(({ key }) => point.values[key] != null)
              .map((item) => ({
                label: item.label,
                text: pointText(point, item.key, numbers),
                color: chartColor(item.color ?? 1),
              }));
            return <PlotTip title={point.label} lines={lines} />;
          }}
        />
        {band ? (
          <Area
            dataKey="__band"
            stroke="none"
            fill={chartColor(band.color ?? 1)}
            fillOpacity={0.14}
            isAnimationActive={false}
            activeDot={false}
          />
        ) : null}
        {levels.map((level) => (
          <ReferenceLine
            key={level.label}
            segment={[
              { x: last * 0.93, y: level.value },
              { x: last, y: level.value },
            ]}
            stroke={level.strong ? "var(--ink2)" : "var(--edge)"}
            strokeWidth={1.6}
          />
        ))}
        {events.map((event, index) => (
          <ReferenceLine
            key={event.at + event.label}
            x={at[index]}
            stroke="var(--c3)"
            strokeDasharray="2 3"
            label={<EventLabel text={event.label} lane={lanes[index] ?? 0} />}
          />
        ))}
        {series.map((item) => (
          <Line
            key={item.key}
            dataKey={item.key}
            stroke={chartColor(item.color ?? 1)}
            strokeWidth={item.dashed ? 1.5 : 2.2}
            strokeDasharray={item.dashed ? "3 4" : undefined}
            dot={points.length === 1}
            activeDot={{ r: 3.5, stroke: "var(--surface)" }}
            isAnimationActive={false}
          />
        ))}
        <EndLabels
          points={points}
          series={series}
          levels={levels}
          domain={[bottom, top]}
          from={MARGIN.top}
          to={height - MARGIN.bottom - X_AXIS_HEIGHT}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}
