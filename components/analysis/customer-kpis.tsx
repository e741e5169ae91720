import { useTranslations } from "next-intl";
import { FigureAt } from "@/components/figures/figure-at";
import { figureText } from "@/components/figures/figure-text";
import { KpiCard, KpiRow } from "@/components/ui/kpi-card";
import { CUSTOMER_METRICS, type CustomersView } from "@/lib/analysis/domain/customers-view";
import { unitOf } from "@/lib/figures/domain/figure-unit";
import type { Formatter } from "@/lib/platform/i18n/format";

/** Frequency, spend, churn and lifetime value of the customers of the window. */
export function CustomerKpis({ view, f }: { view: CustomersView; f: Formatter }) {
  const names = useTranslations("metrics");
  const t = useTranslations("analysis");
  const { window, where, figures } = view;
  return (
    <KpiRow>
      {CUSTOMER_METRICS.map((metric) => {
        const text = figureText(f, unitOf({ metric }), figures[metric]?.value ?? null);
        return (
          <KpiCard
            key={metric}
            label={names(`${metric}.name`)}
            value={<FigureAt address={{ metric, range: window, where }} value={text} />}
            detail={
              // Apart from the value above it by a finger.
              <span className="mt-1 flex min-h-6 items-center">
                <FigureAt
                  address={{ metric, range: window, where }}
                  value={t("n", { n: f.number(figures[metric]?.n ?? 0) })}
                />
              </span>
            }
          />
        );
      })}
    </KpiRow>
  );
}
