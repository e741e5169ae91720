import type { NumberStyle } from "./chart-types";

/** Text of a figure; "—" for none. */
export function numberText(value: number | null | undefined, style: NumberStyle): string {
  if (value === null || value === undefined) return "—";
  return new Intl.NumberFormat(style.locale, style.options).format(value);
}

/** Text on an axis: compact (万, M), at most one decimal, same unit as the figures. */
export function axisText(value: number, style: NumberStyle): string {
  const percent = style.options?.style === "percent";
  const { minimumFractionDigits: _, ...options } = style.options ?? {};
  return new Intl.NumberFormat(style.locale, {
    ...options,
    notation: percent ? "standard" : "compact",
    maximumFractionDigits: 1,
    useGrouping: true,
  }).format(value);
}
