import { figureText } from "@/components/figures/figure-text";
import { unitOf } from "@/lib/figures/domain/figure-unit";
import type { MetricId } from "@/lib/metrics/domain/catalogue";
import type { Formatter } from "@/lib/platform/i18n/format";

/** A difference of a metric with its sign; percentages differ by points. */
export function signedText(f: Formatter, metric: MetricId, value: number | null): string {
  const unit = unitOf({ metric });
  const text = figureText(f, unit === "percent" ? "points" : unit, value);
  return value !== null && value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}
