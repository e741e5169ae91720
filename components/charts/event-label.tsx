"use client";
import { usePlotArea } from "recharts";
import { textWidth } from "./scale";

type EventLabelProps = {
  text: string;
  /** Line of text from the top, 0 or 1. */
  lane: number;
  viewBox?: { x?: number; y?: number };
};

/**
 * Line of text for each event by its place across the plot (0…1): a neighbour nearer than a third
 * of the width goes to the other line.
 */
export function eventLanes(places: readonly number[]): number[] {
  const lanes: number[] = [];
  for (const [index, place] of places.entries()) {
    const before = places[index - 1];
    const near = before !== undefined && Math.abs(place - before) < 0.34;
    lanes.push(near && lanes[index - 1] === 0 ? 1 : 0);
  }
  return lanes;
}

/** Dot and text at the top of an event's line; the text changes side near the right edge. */
export function EventLabel({ text, lane, viewBox }: EventLabelProps) {
  const plot = usePlotArea();
  const x = viewBox?.x ?? 0;
  const y = viewBox?.y ?? 0;
  const right = plot ? plot.x + plot.width : Number.POSITIVE_INFINITY;
  const flip = x + 8 + textWidth(text) > right;
  return (
    <g>
      <circle cx={x} cy={y} r={3} fill="var(--c3)" />
      <text
        x={flip ? x - 7 : x + 7}
        y={y + 4 + lane * 14}
        textAnchor={flip ? "end" : "start"}
        fontSize={11}
        fill="var(--ink2)"
      >
        {text}
      </text>
    </g>
  );
}
