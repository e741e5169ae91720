import { useTranslations } from "next-intl";
import { LineChart } from "@/components/charts/line-chart";
import type { TrendsView } from "@/lib/analysis/domain/trends-view";
import { figureHref } from "@/lib/figures/domain/figure-link";
import { numberedNotes } from "@/lib/market/domain/numbered-notes";
import type { Formatter } from "@/lib/platform/i18n/format";
import { addMonths, type BusinessDate, monthOf, startOfMonth } from "@/lib/shared/business-date";

/** The months with the season taken out and their trend; changes of level and market notes as marks. */
export function TrendChart({ view, f }: { view: TrendsView; f: Formatter }) {
  const t = useTranslations("analysis.trends.course");
  const names = useTranslations("metrics");
  const { months, metric, where, seasons } = view;
  const text = (value: number) => (metric === "revenue" ? f.money(value) : f.number(value, 0));
  const points = months.map(({ month, value, adjusted, trend }) => ({
    label: f.month(month),
    tick: monthOf(month) % 3 === 1 ? f.monthShort(month) : undefined,
    values: { value, adjusted, trend },
    texts: { value: text(value), adjusted: text(adjusted), trend: text(trend) },
    at: { value: `${month}&to=${addMonths(month, 1)}` },
  }));
  return (
    <LineChart
      title={t("title", { metric: names(`${metric}.name`) })}
      summary={t(seasons ? "summary" : "summaryShort")}
      points={points}
      series={[
        {
          ...{ key: "value", label: names(`${metric}.name`), color: "muted" as const },
          href: monthHref(metric, where),
        },
        ...(seasons ? [{ key: "adjusted", label: t("adjusted"), color: 2 as const }] : []),
        { key: "trend", label: t("trend"), color: 1 as const },
      ]}
      events={marksOf(view, f, (change) => t("shift", { change }))}
      numbers={{
        locale: f.locale,
        options: { notation: "compact", maximumFractionDigits: 1 },
      }}
      pointHeading={t("month")}
      height={320}
    />
  );
}

/** The page of a month's figure; the month fills `{at}`, from its first day to the next month's. */
function monthHref(metric: TrendsView["metric"], where: TrendsView["where"]): string {
  const none = "0000-01-01" as BusinessDate;
  const href = figureHref({ metric, range: { from: none, to: none }, where });
  return href.replace(`from=${none}&to=${none}`, "from={at}");
}

/** Changes of level in words, months with market notes by the number they are listed under. */
function marksOf(view: TrendsView, f: Formatter, shifted: (change: string) => string) {
  const shifts = view.shifts.map(({ month, change }) => ({
    ...{ at: f.month(month), label: shifted(f.signedPercent(change, 0)) },
  }));
  const notes = numberedNotes(view.notes, startOfMonth).map(({ number, bucket }) => ({
    ...{ at: f.month(bucket), label: `${number}` },
  }));
  return [...shifts, ...notes];
}
