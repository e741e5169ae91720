"use client";
import dynamic from "next/dynamic";
import { ChartFrame } from "./chart-frame";
import type { ChartFrameProps, NumberStyle } from "./chart-types";
import { numberText } from "./number-text";
import type { WaterfallStep } from "./waterfall-pieces";

const Plot = dynamic(() => import("./waterfall-plot"), { ssr: false });

export type WaterfallPlotProps = {
  steps: readonly WaterfallStep[];
  numbers: NumberStyle;
  height: number;
};

type WaterfallChartProps = ChartFrameProps & {
  steps: readonly WaterfallStep[];
  numbers: NumberStyle;
  stepHeading: string;
  valueHeading: string;
};

/** From one total to another by the changes between them; rises and falls in direction colours. */
export function WaterfallChart({
  steps,
  numbers,
  stepHeading,
  valueHeading,
  ...frame
}: WaterfallChartProps) {
  const height = frame.height ?? 250;
  const signed: NumberStyle = {
    ...numbers,
    options: { ...numbers.options, signDisplay: "exceptZero" },
  };
  const table = {
    head: [stepHeading, valueHeading],
    rows: steps.map((step) => [
      step.label,
      step.text ?? numberText(step.value, step.kind === "total" ? numbers : signed),
    ]),
    raw: steps.map((step) => [step.label, step.value]),
    hrefs: steps.map((step) => [null, step.href ?? null]),
  };
  return (
    <ChartFrame {...frame} height={height} table={table}>
      <Plot steps={steps} numbers={numbers} height={height} />
    </ChartFrame>
  );
}
