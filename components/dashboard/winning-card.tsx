import { useTranslations } from "next-intl";
import { figureText } from "@/components/metrics/figure-text";
import { Card } from "@/components/ui/card";
import { Figure } from "@/components/ui/figure";
import { KeyValueList } from "@/components/ui/key-value-list";
import type { Figure as MeasuredFigure, MeasuredMetric } from "@/lib/metrics/domain/figure";
import { type FigureAddress, figureHref } from "@/lib/metrics/domain/figure-link";
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
  figures: Partial<Record<MeasuredMetric, MeasuredFigure>>;
  whole: Omit<FigureAddress, "metric">;
  f: Formatter;
};

/** Win rates and cycles under their full names, so that nobody mistakes one for the other. */
export function WinningCard({ figures, whole, f }: Props) {
  const t = useTranslations("dashboard");
  const names = useTranslations("metrics");
  const won = figures.won_deals?.value ?? 0;
  const lost = figures.lost_deals?.value ?? 0;
  return (
    <Card title={t("winning.title")} sub={t("winning.sub")}>
      <p className="mb-1 text-ink2 text-sm">
        {t("winning.wonLost", { won: f.number(won), lost: f.number(lost) })}
      </p>
      <KeyValueList
        items={SHOWN.map(([metric, unit]) => {
          const figure = figures[metric];
          const name = names(`${metric}.name`);
          return {
            label: name,
            value: (
              <>
                <Figure
                  label={name}
                  value={figureText(f, unit, figure?.value ?? null)}
                  href={figureHref({ ...whole, metric })}
                />
                <span className="ml-2 text-muted text-xs">
                  {t("kpi.n", { n: f.number(figure?.n ?? 0) })}
                </span>
              </>
            ),
          };
        })}
      />
    </Card>
  );
}
