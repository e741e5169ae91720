/** "total": a level that stands on zero; "change": adds to the level before. */
export type WaterfallStep = {
  label: string;
  value: number;
  kind: "total" | "change";
  /** Text of the figure where the caller formats it itself (tooltip and table). */
  text?: string;
  /** Page that explains it: opened by a click on the bar, a link in the table. */
  href?: string;
};

export type Piece = WaterfallStep & { name: string; range: [number, number]; level: number };

/** Steps with the range each bar covers and the level after it. */
export function waterfallPieces(steps: readonly WaterfallStep[]): Piece[] {
  let level = 0;
  return steps.map((step, index) => {
    const start = step.kind === "total" ? 0 : level;
    level = step.kind === "total" ? step.value : level + step.value;
    const range: [number, number] = [Math.min(start, level), Math.max(start, level)];
    return { ...step, name: `${index}\u0000${step.label}`, range, level };
  });
}
