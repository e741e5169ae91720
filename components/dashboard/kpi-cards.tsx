import { useTranslations } from "next-intl";
import { Bullet } from "@/components/charts/bullet";
import { figureText } from "@/components/metrics/figure-text";
import { Change } from "@/components/ui/change";
import { Figure } from "@/components/ui/figure";
import { KpiCard, KpiRow } from "@/components/ui/kpi-card";
import type { Status } from "@/components/ui/tag";
import type { KpiView } from "@/lib/dashboard/domain/dashboard-view";
import { figureHref } from "@/lib/metrics/domain/figure-link";
import { growth } from "@/lib/metrics/domain/growth";
import type { Formatter } from "@/lib/platform/i18n/format";
import { ratio } from "@/lib/shared/ratio";

export const STATUS: Record<"on" | "caution" | "behind", Status> = {
  on: "good",
  caution: "warn",
  behind: "bad",
};

type Props = { kpis: readonly KpiView[]; f: Formatter; previousName: string };

/** The KPIs in a row: actual, target, pace with what is expected by now, change on last year and the period before. */
export function KpiCards({ kpis, f, previousName }: Props) {
  return (
    <KpiRow>
      {kpis.map((kpi) => (
        <KpiTile key={kpi.kpi} kpi={kpi} f={f} previousName={previousName} />
      ))}
    </KpiRow>
  );
}

function KpiTile({ kpi, f, previousName }: { kpi: KpiView; f: Formatter; previousName: string }) {
  const t = useTranslations("dashboard");
  const names = useTranslations("metrics");
  const { standing, value, unit } = kpi;
  const target = figureText(f, unit, standing.target);
  const name = names(`${kpi.kpi}.name`);
  return (
    <KpiCard
      label={name}
      status={standing.status ? STATUS[standing.status] : "neutral"}
      statusText={standing.status ? t(`status.${standing.status}`) : undefined}
      value={
        <Figure label={name} value={figureText(f, unit, value)} href={figureHref(kpi.address)} />
      }
      target={
        standing.target === null
          ? null
          : t(unit === "percent" ? "kpi.target" : "kpi.targetAfter", { target })
      }
      bullet={<KpiBullet kpi={kpi} f={f} />}
      detail={<KpiDetail kpi={kpi} f={f} previousName={previousName} />}
    />
  );
}

function KpiBullet({ kpi: { standing }, f }: { kpi: KpiView; f: Formatter }) {
  const t = useTranslations("dashboard.kpi");
  const { attainment, expected, target } = standing;
  if (attainment === null) return null;
  const mark = ratio(expected, target);
  const label = t("bullet", { attainment: f.percent(attainment), mark: f.percent(mark) });
  return <Bullet share={attainment} mark={mark} label={label} />;
}

/** What the target asks for, then the two comparisons; each on the metric's own scale. */
function KpiDetail({ kpi, f, previousName }: { kpi: KpiView; f: Formatter; previousName: string }) {
  const t = useTranslations("dashboard.kpi");
  const { standing, unit, requiredRate } = kpi;
  const parts: string[] = [];
  if (kpi.kpi === "revenue" && standing.pace !== null) {
    parts.push(t("pace", { pace: f.percent(standing.pace) }));
    parts.push(t("expected", { expected: f.money(standing.expected) }));
  }
  if (requiredRate && unit === "money")
    parts.push(t("needsDaily", { rate: f.money(requiredRate) }));
  if (unit === "count" && standing.gap !== null && standing.gap > 0)
    parts.push(t("toGo", { gap: f.number(standing.gap) }));
  if (unit === "percent" && standing.gap !== null)
    parts.push(t(standing.gap > 0 ? "short" : "ahead", { gap: f.points(Math.abs(standing.gap)) }));
  if (kpi.kpi === "win_rate") parts.push(t("byCount"));
  if (kpi.kpi === "sales_cycle_won") parts.push(t("wonMean"));
  if (unit === "percent" || unit === "days") parts.push(t("n", { n: f.number(kpi.n) }));
  if (kpi.kpi === "growth")
    parts.push(kpi.lastYear ? t("lastYearWas", { value: f.money(kpi.lastYear) }) : t("isNew"));
  return (
    <span className="flex flex-wrap gap-x-2 gap-y-0.5">
      {parts.map((part) => (
        <span key={part}>{part}</span>
      ))}
      {kpi.kpi === "growth" ? null : <Comparisons kpi={kpi} f={f} previousName={previousName} />}
    </span>
  );
}

function Comparisons({
  kpi,
  f,
  previousName,
}: {
  kpi: KpiView;
  f: Formatter;
  previousName: string;
}) {
  const t = useTranslations("dashboard.kpi");
  const days = (change: string) => t("days", { change });
  const year = changeText(f, days, kpi, kpi.lastYear);
  const previous = changeText(f, days, kpi, kpi.previous);
  return (
    <>
      {year ? (
        <Change direction={year.direction} text={t("onYear", { change: year.text })} />
      ) : null}
      {previous ? (
        <Change
          direction={previous.direction}
          text={t("onPrevious", { change: previous.text, period: previousName })}
        />
      ) : null}
    </>
  );
}

/** Growth of sums and counts, points of ratios, days of durations; null where there is no base. */
function changeText(
  f: Formatter,
  days: (change: string) => string,
  { value, unit }: KpiView,
  base: number | null,
) {
  if (value === null || base === null) return null;
  const difference = value - base;
  if (unit === "percent") return { direction: difference, text: f.signedPoints(difference) };
  if (unit === "days") return { direction: 0, text: days(f.signedNumber(difference, 1)) };
  const grown = growth(value, base);
  return grown.kind === "rate"
    ? { direction: grown.rate, text: f.signedPercent(grown.rate) }
    : null;
}
