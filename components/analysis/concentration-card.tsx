import { useTranslations } from "next-intl";
import { LineChart } from "@/components/charts/line-chart";
import { shareOfLargest } from "@/lib/analysis/domain/concentration";
import type { CustomersView } from "@/lib/analysis/domain/customers-view";
import type { Formatter } from "@/lib/platform/i18n/format";
import { ratio } from "@/lib/shared/ratio";
import { WorkedLink } from "./worked";

/** Pareto: which share of revenue the largest customers bring. */
export function ConcentrationCard({
  view: { spread, self },
  f,
}: {
  view: CustomersView;
  f: Formatter;
}) {
  const t = useTranslations("analysis.customers.spread");
  const { customers, revenue, forFourFifths, curve } = spread;
  const points = curve.map((point, index) => {
    const share = ratio(point.customers, customers);
    return {
      label: t("largest", { share: f.percent(share), count: f.number(point.customers) }),
      tick: index % 8 === 7 ? f.percent(share, 0) : undefined,
      values: { share: ratio(point.revenue, revenue) },
      texts: { share: f.percent(ratio(point.revenue, revenue)) },
    };
  });
  const summary = t("summary", {
    fifth: f.percent(shareOfLargest(spread, 0.2)),
    tenth: f.percent(shareOfLargest(spread, 0.1)),
    count: f.number(forFourFifths),
    all: f.number(customers),
  });
  return (
    <LineChart
      title={t("title")}
      summary={customers > 0 ? summary : t("none")}
      actions={<WorkedLink self={self} at="spread" />}
      points={points}
      series={[{ key: "share", label: t("share"), color: 1 }]}
      numbers={{ locale: f.locale, options: { style: "percent" } }}
      levels={[{ value: 0.8, label: f.percent(0.8, 0) }]}
      pointHeading={t("customers")}
      height={260}
    />
  );
}
