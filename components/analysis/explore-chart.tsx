import { useTranslations } from "next-intl";
import { BarChart } from "@/components/charts/bar-chart";
import type { ChartPoint, ChartSeries } from "@/components/charts/chart-types";
import { LineChart } from "@/components/charts/line-chart";
import { addressText } from "@/components/figures/figure-text";
import type { ExploreRow, ExploreView } from "@/lib/analysis/domain/explore-view";
import type { Formatter } from "@/lib/platform/i18n/format";
import { chartNumbers } from "./chart-numbers";
import { useExploreWords } from "./explore-words";

type Props = { view: ExploreView; startMonth: number; f: Formatter };

const LINES = 5;
const BARS = 24;

/** Lines over time, one for each of the largest members; without a time, bars. */
export function ExploreChart(props: Props) {
  return props.view.grain ? <OverTime {...props} /> : <Ranked {...props} />;
}

/** Members with the most behind them: those whose lines are drawn. */
function largestMembers(rows: readonly ExploreRow[]): (string | null)[] {
  const sums = new Map<string | null, number>();
  for (const { key, n } of rows) sums.set(key, (sums.get(key) ?? 0) + n);
  return [...sums]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, LINES)
    .map(([key]) => key);
}

function useTexts({ view }: Props) {
  const t = useTranslations("analysis.explore");
  const names = useTranslations("metrics");
  const { metric, by, grain } = view;
  const name = names(`${metric}.name`);
  const parts = [by ? t(`by.${by}`) : "", grain ? t(`grain.${grain}`) : ""].filter(Boolean);
  return { name, title: [name, ...parts].join(" · "), t };
}

function OverTime(props: Props) {
  const { view, startMonth, f } = props;
  const { rows, by, grain, metric } = view;
  const words = useExploreWords(view, startMonth, f);
  const { name, title, t } = useTexts(props);
  const members = largestMembers(rows);
  const idOf = (key: string | null) => key ?? "none";
  const buckets = Map.groupBy(rows, ({ bucket }) => bucket);
  const points = [...buckets.values()].map((own): ChartPoint => {
    const shown = own.filter(({ key }) => members.includes(key));
    return {
      label: own[0] ? words.time(own[0]) : "—",
      values: Object.fromEntries(shown.map(({ key, value }) => [idOf(key), value])),
      texts: Object.fromEntries(
        shown.map(({ key, address, value }) => [idOf(key), addressText(f, address, value)]),
      ),
    };
  });
  const series = members.map((key): ChartSeries => {
    const row = rows.find((one) => one.key === key);
    return { key: idOf(key), label: by && row ? words.member(row) : name };
  });
  return (
    <LineChart
      title={title}
      summary={t(by ? "linesOf" : "line", { count: members.length })}
      points={points}
      series={series}
      numbers={chartNumbers(f, metric)}
      pointHeading={grain ? t(`grain.${grain}`) : ""}
      height={340}
    />
  );
}

function Ranked(props: Props) {
  const { view, startMonth, f } = props;
  const { rows, by, metric } = view;
  const words = useExploreWords(view, startMonth, f);
  const { name, title, t } = useTexts(props);
  const shown = rows.slice(0, BARS);
  return (
    <BarChart
      title={title}
      summary={t("bars", { count: shown.length, all: rows.length })}
      direction="rows"
      showValues
      points={shown.map((row) => ({
        label: by ? words.member(row) : name,
        values: { value: row.value },
        texts: { value: addressText(f, row.address, row.value) },
      }))}
      series={[{ key: "value", label: name, color: 1 }]}
      numbers={chartNumbers(f, metric)}
      pointHeading={by ? t(`by.${by}`) : t("metric")}
    />
  );
}
