import { useTranslations } from "next-intl";
import type { ChartPoint } from "@/components/charts/chart-types";
import { LineChart } from "@/components/charts/line-chart";
import type { SeriesPoint } from "@/lib/dashboard/domain/dashboard-view";
import type { Formatter } from "@/lib/platform/i18n/format";
import { type BusinessDate, dayOf } from "@/lib/shared/business-date";
import type { Standing } from "@/lib/targets/domain/standing";

type Props = { series: readonly SeriesPoint[]; standing: Standing | undefined; f: Formatter };

/** Cumulative revenue against what should have been reached by each day, and against last year. */
export function RevenueSeries({ series, standing, f }: Props) {
  const t = useTranslations("dashboard.series");
  const target = standing?.target ?? null;
  const hasLastYear = series.some(({ lastYear }) => lastYear !== null);
  const points: ChartPoint[] = series.map(({ day, actual, expected, lastYear }) => ({
    label: f.date(day as BusinessDate),
    tick: dayOf(day as BusinessDate) === 1 ? f.monthShort(day as BusinessDate) : undefined,
    values: { actual, expected, lastYear },
    texts: {
      actual: f.moneyFull(actual),
      expected: f.moneyFull(expected),
      lastYear: f.moneyFull(lastYear),
    },
  }));
  const levels = (["floor", "target", "stretch"] as const).flatMap((tier) => {
    const value = standing?.[tier] ?? null;
    return value === null
      ? []
      : [{ value, label: `${t(tier)} ${f.money(value)}`, strong: tier === "target" }];
  });
  return (
    <LineChart
      title={t("title")}
      summary={target === null ? t("summary") : t("summaryTarget")}
      points={points}
      series={[
        { key: "actual", label: t("actual"), color: 1 },
        ...(target === null
          ? []
          : [{ key: "expected", label: t("expected"), color: "ink", dashed: true } as const]),
        ...(hasLastYear
          ? [{ key: "lastYear", label: t("lastYear"), color: "muted" } as const]
          : []),
      ]}
      levels={levels}
      numbers={{
        locale: f.locale,
        options: { ...symbolOf(f), notation: "compact", maximumFractionDigits: 1 },
      }}
      pointHeading={t("day")}
      height={300}
    />
  );
}

/** As the formatter writes short money: yuan in Chinese stand without a symbol. */
function symbolOf({ locale, currency }: Formatter): Intl.NumberFormatOptions {
  if (locale === "zh-CN" && currency === "CNY") return {};
  return { style: "currency", currency, currencyDisplay: "narrowSymbol" };
}
