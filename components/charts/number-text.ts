import type { ChartPoint, NumberStyle } from "./chart-types";

const MINUS = "\u2212";

/** Text of a figure; "—" for none. The minus is U+2212, as everywhere in the product. */
export function numberText(value: number | null | undefined, style: NumberStyle): string {
  if (value === null || value === undefined) return "—";
  return new Intl.NumberFormat(style.locale, style.options).format(value).replace("-", MINUS);
}

/** Text of a point's figure: the caller's, else by the number style. */
export function pointText(point: ChartPoint, key: string, style: NumberStyle): string {
  return point.texts?.[key] ?? numberText(point.values[key], style);
}

/** Short text for axes and bar ends: 3,229万, 32.3M, 12k; at most one decimal. */
export function axisText(value: number, style: NumberStyle): string {
  const percent = style.options?.style === "percent";
  const { minimumFractionDigits: _, ...options } = style.options ?? {};
  const text = new Intl.NumberFormat(style.locale, {
    ...options,
    notation: percent ? "standard" : "compact",
    maximumFractionDigits: 1,
    useGrouping: true,
  }).format(value);
  return text.replace("-", MINUS).replace(/K$/, "k");
}
