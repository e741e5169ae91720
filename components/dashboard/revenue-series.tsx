import { Newspaper } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ChartPoint } from "@/components/charts/chart-types";
import { LineChart } from "@/components/charts/line-chart";
import { LinkButton } from "@/components/ui/link-button";
import type { DashboardView, SeriesPoint } from "@/lib/dashboard/domain/dashboard-view";
import { type FigureAddress, figureHref } from "@/lib/figures/domain/figure-link";
import type { Formatter } from "@/lib/platform/i18n/format";
import { addDays, type BusinessDate, dayOf } from "@/lib/shared/business-date";
import type { Standing } from "@/lib/targets/domain/standing";

type Props = {
  series: readonly SeriesPoint[];
  standing: Standing | undefined;
  frame: DashboardView["frame"];
  f: Formatter;
  /** Market notes of the period; null where they are switched off. */
  notes: readonly { at: BusinessDate; label: string }[] | null;
  /** The page with them switched the other way. */
  notesHref: string;
};

/** Cumulative revenue against what should have been reached by each day, and against last year. */
export function RevenueSeries({ series, standing, frame, f, notes, notesHref }: Props) {
  const t = useTranslations("dashboard.series");
  const target = standing?.target ?? null;
  const hasLastYear = series.some(({ lastYear }) => lastYear !== null);
  const points: ChartPoint[] = series.map(({ day, actual, expected, lastYear }, index) => ({
    label: f.date(day as BusinessDate),
    tick: dayOf(day as BusinessDate) === 1 ? f.monthShort(day as BusinessDate) : undefined,
    values: { actual, expected, lastYear },
    texts: {
      actual: f.moneyFull(actual),
      expected: f.moneyFull(expected),
      lastYear: f.moneyFull(lastYear),
    },
    at: {
      actual: addDays(day as BusinessDate, 1),
      lastYear:
        index === series.length - 1 ? frame.lastYear.to : addDays(frame.lastYear.from, index + 1),
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
        {
          key: "actual",
          label: t("actual"),
          color: 1,
          href: revenueUntil(frame, frame.elapsed.from),
        },
        ...(target === null
          ? []
          : [{ key: "expected", label: t("expected"), color: "ink", dashed: true } as const]),
        ...(hasLastYear
          ? [
              {
                key: "lastYear",
                label: t("lastYear"),
                color: "muted",
                href: revenueUntil(frame, frame.lastYear.from),
              } as const,
            ]
          : []),
      ]}
      levels={levels}
      events={notes
        ?.filter(({ at }) => series.some(({ day }) => day === at))
        .map(({ at, label }) => ({ at: f.date(at), label: shortened(label) }))}
      actions={
        <LinkButton
          href={notesHref}
          variant="ghost"
          size="sm"
          scroll={false}
          icon={<Newspaper aria-hidden="true" />}
        >
          {t(notes ? "hideNotes" : "showNotes")}
        </LinkButton>
      }
      numbers={{
        locale: f.locale,
        options: { ...symbolOf(f), notation: "compact", maximumFractionDigits: 1 },
      }}
      pointHeading={t("day")}
      height={300}
    />
  );
}

/** Revenue from a day up to the one that fills `{at}`. */
function revenueUntil({ where }: DashboardView["frame"], from: BusinessDate): string {
  const address: FigureAddress = { metric: "revenue", range: { from, to: from }, where };
  return figureHref(address).replace(`to=${from}`, "to={at}");
}

/** A note's title as there is room for it beside its mark; Chinese characters are twice as wide. */
function shortened(title: string): string {
  let room = 15;
  const kept = [...title].findIndex((character) => {
    room -= /\p{Script=Han}/u.test(character) ? 2 : 1;
    return room < 0;
  });
  return kept < 0 ? title : `${[...title].slice(0, kept).join("").trimEnd()}…`;
}

/** As the formatter writes short money: yuan in Chinese stand without a symbol. */
function symbolOf({ locale, currency }: Formatter): Intl.NumberFormatOptions {
  if (locale === "zh-CN" && currency === "CNY") return {};
  return { style: "currency", currency, currencyDisplay: "narrowSymbol" };
}
