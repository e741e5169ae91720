import { useTranslations } from "next-intl";
import { FigureAt } from "@/components/figures/figure-at";
import { figureText } from "@/components/figures/figure-text";
import { Card } from "@/components/ui/card";
import { KeyValueList } from "@/components/ui/key-value-list";
import type { FigureAddress } from "@/lib/figures/domain/figure-link";
import type { Figure, MeasuredMetric } from "@/lib/metrics/domain/figure";
import type { Formatter } from "@/lib/platform/i18n/format";

const SHOWN = [
  ["win_rate", "percent"],
  ["win_rate_value", "percent"],
  ["close_rate", "percent"],
  ["average_deal_size", "money"],
  ["sales_cycle_won", "days"],
  ["sales_cycle_won_median", "days"],
  ["sales_cycle_closed", "days"],
] as const satisfies [MeasuredMetric, "percent" | "money" | "days"][];

type Props = {
  figures: Partial<Record<MeasuredMetric, Figure>>;
  whole: Omit<FigureAddress, "metric">;
  f: Formatter;
};

/** Win rates and cycles under their full names, so that nobody mistakes one for the other. */
export function WinningCard({ figures, whole, f }: Props) {
  const t = useTranslations("dashboard");
  const names = useTranslations("metrics");
  const figure = (metric: MeasuredMetric, value: string) => () => (
    <FigureAt key={metric} address={{ ...whole, metric }} value={value} />
  );
  const won = f.number(figures.won_deals?.value ?? 0);
  const lost = f.number(figures.lost_deals?.value ?? 0);
  return (
    <Card title={t("winning.title")} sub={t("winning.sub")}>
      <p className="mb-1 text-ink2 text-sm">
        {t.rich("winning.won", { figure: figure("won_deals", won), value: won })} ·{" "}
        {t.rich("winning.lost", { figure: figure("lost_deals", lost), value: lost })}
      </p>
      <KeyValueList
        items={SHOWN.map(([metric, unit]) => {
          const { value = null, n = 0 } = figures[metric] ?? {};
          const count = f.number(n);
          return {
            label: names(`${metric}.name`),
            value: (
              <>
                {figure(metric, figureText(f, unit, value))()}
                <span className="ml-2 text-muted text-xs">
                  {t.rich("kpi.n", { figure: figure(metric, count), value: count })}
                </span>
              </>
            ),
          };
        })}
      />
    </Card>
  );
}
