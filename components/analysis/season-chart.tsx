import { useTranslations } from "next-intl";
import { BarChart } from "@/components/charts/bar-chart";
import type { TrendsView } from "@/lib/analysis/domain/trends-view";
import type { Formatter } from "@/lib/platform/i18n/format";
import { businessDate } from "@/lib/shared/business-date";
import { WorkedLink } from "./worked";

/** How busy each month of the year is against an ordinary one. */
export function SeasonChart({ view, f }: { view: TrendsView; f: Formatter }) {
  const t = useTranslations("analysis.trends.seasons");
  const seasons = view.seasons ?? [];
  const name = (month: number) => f.monthShort(businessDate(2026, month, 1));
  const sorted = seasons.toSorted((a, b) => b.factor - a.factor);
  const [best, worst] = [sorted[0], sorted.at(-1)];
  const summary =
    best && worst
      ? t("summary", {
          ...{ best: name(best.month), worst: name(worst.month) },
          high: f.signedPercent(best.factor - 1, 0),
          low: f.signedPercent(worst.factor - 1, 0),
        })
      : t("none");
  return (
    <BarChart
      title={t("title")}
      summary={summary}
      actions={best ? <WorkedLink self={view.self} at="season" /> : undefined}
      points={seasons.map(({ month, factor }) => ({
        label: name(month),
        values: { factor },
        texts: { factor: f.percent(factor, 0) },
      }))}
      series={[{ key: "factor", label: t("factor"), color: 1 }]}
      numbers={{ locale: f.locale, options: { style: "percent", maximumFractionDigits: 0 } }}
      level={{ value: 1, label: t("ordinary") }}
      pointHeading={t("month")}
      height={260}
    />
  );
}
