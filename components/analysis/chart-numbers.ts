import type { NumberStyle } from "@/components/charts/chart-types";
import { unitOf } from "@/lib/figures/domain/figure-unit";
import type { MetricId } from "@/lib/metrics/domain/catalogue";
import type { Formatter } from "@/lib/platform/i18n/format";

/** How the axis of a chart writes a metric, as the formatter writes it short. */
export function chartNumbers(f: Formatter, metric: MetricId): NumberStyle {
  const unit = unitOf({ metric });
  const { locale, currency } = f;
  const compact = { notation: "compact", maximumFractionDigits: 1 } as const;
  if (unit === "percent")
    return { locale, options: { style: "percent", maximumFractionDigits: 1 } };
  if (unit !== "money") return { locale, options: compact };
  // Yuan in Chinese stand without a symbol.
  if (locale === "zh-CN" && currency === "CNY") return { locale, options: compact };
  return {
    locale,
    options: { style: "currency", currency, currencyDisplay: "narrowSymbol", ...compact },
  };
}
