import { useTranslations } from "next-intl";
import { Bullet } from "@/components/charts/bullet";
import { FigureAt } from "@/components/figures/figure-at";
import { figureText } from "@/components/figures/figure-text";
import { STATUS } from "@/components/figures/pace-status";
import { KpiCard, KpiRow } from "@/components/ui/kpi-card";
import type { DashboardView, KpiView } from "@/lib/dashboard/domain/dashboard-view";
import type { Formatter } from "@/lib/platform/i18n/format";
import { ratio } from "@/lib/shared/ratio";
import { KpiDetail } from "./kpi-detail";

type Props = {
  kpis: readonly KpiView[];
  frame: DashboardView["frame"];
  f: Formatter;
  previousName: string;
};

/** The KPIs in a row: actual, target, pace with what is expected by now, change on last year and the period before. */
export function KpiCards({ kpis, ...shared }: Props) {
  return (
    <KpiRow>
      {kpis.map((kpi) => (
        <KpiTile key={kpi.kpi} kpi={kpi} {...shared} />
      ))}
    </KpiRow>
  );
}

export type TileProps = Omit<Props, "kpis"> & { kpi: KpiView };

function KpiTile(props: TileProps) {
  const { kpi, f } = props;
  const t = useTranslations("dashboard");
  const names = useTranslations("metrics");
  const { standing, value, unit } = kpi;
  const target = figureText(f, unit, standing.target);
  const targetFigure = () => (
    <FigureAt key="target" address={{ ...kpi.against, metric: "target" }} value={target} />
  );
  return (
    <KpiCard
      label={names(`${kpi.kpi}.name`)}
      status={standing.status ? STATUS[standing.status] : "neutral"}
      statusText={standing.status ? t(`status.${standing.status}`) : undefined}
      value={<FigureAt address={kpi.address} value={figureText(f, unit, value)} />}
      target={
        standing.target === null
          ? null
          : t.rich(unit === "percent" ? "kpi.target" : "kpi.targetAfter", {
              figure: targetFigure,
              value: target,
            })
      }
      bullet={<KpiBullet kpi={kpi} f={f} />}
      detail={<KpiDetail {...props} />}
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
