"use client";
import { textWidth } from "./scale";

type EventLabelProps = {
  text: string;
  viewBox?: { x?: number; y?: number };
  parentViewBox?: { x?: number; width?: number };
};

/** Dot and text at the top of an event's line; the text changes side near the right edge. */
export function EventLabel({ text, viewBox, parentViewBox }: EventLabelProps) {
  const x = viewBox?.x ?? 0;
  const y = viewBox?.y ?? 0;
  const right = (parentViewBox?.x ?? 0) + (parentViewBox?.width ?? Number.POSITIVE_INFINITY);
  const flip = x + 8 + textWidth(text) > right;
  return (
    <g>
      <circle cx={x} cy={y} r={3} fill="var(--c3)" />
      <text
        x={flip ? x - 7 : x + 7}
        y={y + 4}
        textAnchor={flip ? "end" : "start"}
        fontSize={11}
        fill="var(--ink2)"
      >
        {text}
      </text>
    </g>
  );
}
