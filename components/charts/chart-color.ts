import type { ChartColor } from "./chart-types";

/** CSS colour of a series. */
export function chartColor(color: ChartColor): string {
  return typeof color === "number" ? `var(--c${color})` : `var(--${color})`;
}

/** The palette's colour for the series at `index`, going round after five. */
export function paletteColor(index: number): ChartColor {
  return ((((index % 5) + 5) % 5) + 1) as ChartColor;
}
