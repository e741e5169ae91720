import type { MetricUnit } from "@/lib/metrics/domain/catalogue";
import type { Formatter } from "@/lib/platform/i18n/format";

/** A figure in the words of its unit; null is "—". */
export function figureText(f: Formatter, unit: MetricUnit, value: number | null): string {
  switch (unit) {
    case "money":
    case "money_per_day":
      return f.money(value);
    case "percent":
      return f.percent(value);
    case "days":
      return f.days(value);
    case "ratio":
      return f.number(value, 1);
    case "count":
      return f.number(value);
  }
}

/** The same to the last digit, for the place where a figure is explained. */
export function exactText(f: Formatter, unit: MetricUnit, value: number | null): string {
  if (unit === "money" || unit === "money_per_day") return f.moneyFull(value);
  return unit === "percent" ? f.percent(value, 2) : f.number(value, 2);
}
