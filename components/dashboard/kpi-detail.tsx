import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FigureAt } from "@/components/figures/figure-at";
import { addressText } from "@/components/figures/figure-text";
import { Change } from "@/components/ui/change";
import type { KpiView } from "@/lib/dashboard/domain/dashboard-view";
import type { FigureAddress } from "@/lib/figures/domain/figure-link";
import { change, growth } from "@/lib/metrics/domain/growth";
import { hrefWith } from "@/lib/shared/list-params";
import type { Period } from "@/lib/shared/period";
import type { TileProps } from "./kpi-cards";

type Words = Parameters<ReturnType<typeof useTranslations<"dashboard.kpi">>["rich"]>[0];

/** What the target asks for, then the two comparisons; each on the metric's own scale. */
export function KpiDetail(props: TileProps) {
  const { kpi } = props;
  return (
    <span className="flex flex-wrap gap-x-2 gap-y-0.5">
      <Asked {...props} />
      <Basis {...props} />
      {kpi.kpi === "growth" ? <LastYear {...props} /> : <Comparisons {...props} />}
      <Explain {...props} />
    </span>
  );
}

/** What accounts for the gap of a KPI that is not on pace; growth is revenue against last year. */
function Explain({ kpi: { kpi, standing }, frame }: TileProps) {
  const t = useTranslations("dashboard.kpi");
  if (standing.status === null || standing.status === "on") return null;
  const what = kpi === "growth" ? { metric: "revenue", against: "lastYear" } : { metric: kpi };
  const whose = { unit: frame.unit?.id, period: frame.period.code };
  return (
    <Link
      className="link py-1"
      prefetch={false}
      href={hrefWith("/analysis/gap", { ...whose, ...what })}
    >
      {t("explain")}
    </Link>
  );
}

/** One fact in words around a figure that opens. */
function Fact({ words, address, value }: { words: Words; address: FigureAddress; value: string }) {
  const t = useTranslations("dashboard.kpi");
  const figure = () => <FigureAt key="figure" address={address} value={value} />;
  return <span>{t.rich(words, { figure, value })}</span>;
}

function Asked({ kpi, f }: TileProps) {
  const { standing, unit, requiredRate, against } = kpi;
  const { pace, expected, gap } = standing;
  const at = (metric: FigureAddress["metric"]) => ({ ...against, metric });
  const facts: ReactNode[] = [];
  const add = (words: Words, metric: FigureAddress["metric"], value: string) =>
    facts.push(<Fact key={words} words={words} address={at(metric)} value={value} />);
  if (kpi.kpi === "revenue" && pace !== null) {
    add("pace", "pace", f.percent(pace));
    add("expected", "expected_to_date", f.money(expected));
  }
  if (requiredRate && unit === "money") add("needsDaily", "required_rate", f.money(requiredRate));
  if (unit === "count" && gap !== null && gap > 0) add("toGo", "gap", f.number(gap));
  if (unit === "percent" && gap !== null)
    add(gap > 0 ? "short" : "ahead", "gap", f.points(Math.abs(gap)));
  return facts;
}

/** By what it is counted, and of how many records a ratio or mean is. */
function Basis({ kpi: { kpi, unit, n, address }, f }: TileProps) {
  const t = useTranslations("dashboard.kpi");
  return (
    <>
      {kpi === "win_rate" ? <span>{t("byCount")}</span> : null}
      {kpi === "sales_cycle_won" ? <span>{t("wonMean")}</span> : null}
      {unit === "percent" || unit === "days" ? (
        <Fact words="n" address={address} value={f.number(n)} />
      ) : null}
    </>
  );
}

/** What a growth is measured against. */
function LastYear({ kpi: { address, lastYear }, f }: TileProps) {
  const t = useTranslations("dashboard.kpi");
  const { base, where } = address;
  if (!lastYear || !base) return <span>{t("isNew")}</span>;
  const at = { metric: "revenue", range: base, where } as const;
  return <Fact words="lastYearWas" address={at} value={f.money(lastYear)} />;
}

function Comparisons({ kpi, frame, f, previousName }: TileProps) {
  const t = useTranslations("dashboard.kpi");
  const year = comparison(kpi, kpi.lastYear, frame.lastYearElapsed);
  const previous = comparison(kpi, kpi.previous, frame.previousElapsed);
  const shown = ({ address, change }: Comparison, words: "onYear" | "onPrevious") => {
    const value = addressText(f, address, change);
    const figure = () => <FigureAt key="figure" address={address} value={value} />;
    return (
      <Change
        direction={kpi.unit === "days" ? 0 : change}
        text={<span>{t.rich(words, { figure, value, period: previousName })}</span>}
      />
    );
  };
  return (
    <>
      {year ? shown(year, "onYear") : null}
      {previous ? shown(previous, "onPrevious") : null}
    </>
  );
}

type Comparison = { address: FigureAddress; change: number };

/** Growth of sums and counts, points of ratios, days of durations; null where there is no base. */
function comparison(
  { kpi, value, unit, address }: KpiView,
  base: number | null,
  period: Period,
): Comparison | null {
  const { range, where } = address;
  const at = { range, base: period, where, of: kpi };
  if (unit === "percent" || unit === "days") {
    const difference = change(value, base);
    return difference === null
      ? null
      : { address: { ...at, metric: "change" }, change: difference };
  }
  const grown = growth(value, base);
  return grown.kind === "rate"
    ? { address: { ...at, metric: "growth" }, change: grown.rate }
    : null;
}
