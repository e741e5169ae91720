import type { FigureAddress } from "@/lib/figures/domain/figure-link";
import { type FigureUnit, unitOf } from "@/lib/figures/domain/figure-unit";
import type { Formatter } from "@/lib/platform/i18n/format";

/** A figure in the words of its unit; null is "—". */
export function figureText(f: Formatter, unit: FigureUnit, value: number | null): string {
  switch (unit) {
    case "money":
    case "money_per_day":
      return f.money(value);
    case "percent":
      return f.percent(value);
    case "points":
      return f.points(value);
    case "days":
      return f.days(value);
    case "ratio":
      return f.number(value, 1);
    case "count":
      return f.number(value);
  }
}

/** The figure of an address; growth and change with their sign. */
export function addressText(
  f: Formatter,
  address: Pick<FigureAddress, "metric" | "of">,
  value: number | null,
): string {
  const text = figureText(f, unitOf(address), value);
  const isChange = address.metric === "growth" || address.metric === "change";
  return isChange && value !== null && value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** The same to the last digit, for the place where a figure is explained. */
export function exactText(f: Formatter, unit: FigureUnit, value: number | null): string {
  if (unit === "money" || unit === "money_per_day") return f.moneyFull(value);
  if (unit === "percent") return f.percent(value, 2);
  return unit === "points" ? f.points(value) : f.number(value, 2);
}
