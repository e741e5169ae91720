import { figureText } from "@/components/figures/figure-text";
import type { CompareMetric, Norm } from "@/lib/analysis/domain/compare-choices";
import { unitOf } from "@/lib/figures/domain/figure-unit";
import type { Formatter } from "@/lib/platform/i18n/format";

/** A figure after its norm: growth of the same stores is a rate, everything else keeps its unit. */
export function compareText(
  f: Formatter,
  { metric, norm }: { metric: CompareMetric; norm: Norm },
  value: number | null,
): string {
  return norm === "same" ? f.signedPercent(value) : figureText(f, unitOf({ metric }), value);
}
