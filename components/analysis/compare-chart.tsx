import { useTranslations } from "next-intl";
import { BarChart } from "@/components/charts/bar-chart";
import type { NumberStyle } from "@/components/charts/chart-types";
import type { CompareView } from "@/lib/analysis/domain/compare-view";
import { figureHref } from "@/lib/figures/domain/figure-link";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";
import { chartNumbers } from "./chart-numbers";
import { compareText } from "./compare-text";
import { WorkedLink } from "./worked";

const BARS = 24;

/** Members ranked as bars, with the median of all as a line across. */
export function CompareChart({ view, f }: { view: CompareView; f: Formatter }) {
  const { metric, norm, of, members, median } = view;
  const t = useTranslations("analysis.compare");
  const names = useTranslations("metrics");
  const percent: NumberStyle = {
    locale: f.locale,
    options: { style: "percent", maximumFractionDigits: 1 },
  };
  const shown = members.slice(0, BARS);
  const name = names(`${metric}.name`);
  const [pattern = ""] = shown.map(({ key, figure }) => figureHref(figure.address).split(key)[0]);
  return (
    <BarChart
      title={t("chart", { metric: name, norm: t(`norm.${norm}`) })}
      summary={t("chartSummary", { count: shown.length, median: compareText(f, view, median) })}
      actions={<WorkedLink self={view.self} at="median" />}
      direction="rows"
      showValues
      points={shown.map((member) => ({
        label: member.name ? localName(member.name, f.locale) : "—",
        values: { value: member.value },
        texts: { value: compareText(f, view, member.value) },
        at: { value: figureHref(member.figure.address).slice(pattern.length) },
      }))}
      series={[{ key: "value", label: name, color: 1, href: `${pattern}{at}` }]}
      level={median === null ? undefined : { value: median, label: t("median") }}
      numbers={norm === "same" ? percent : chartNumbers(f, metric)}
      pointHeading={t(`of.${of}`)}
    />
  );
}
