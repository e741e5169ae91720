import type { Formatter } from "@/lib/platform/i18n/format";

/** A figure in the words of its unit; null is "—". */
export function figureText(
  f: Formatter,
  unit: "money" | "percent" | "count" | "days",
  value: number | null,
): string {
  switch (unit) {
    case "money":
      return f.money(value);
    case "percent":
      return f.percent(value);
    case "days":
      return f.days(value);
    case "count":
      return f.number(value);
  }
}
