import { useTranslations } from "next-intl";
import { CardGrid } from "@/components/layout/card-grid";
import { Banner } from "@/components/ui/banner";
import type { DashboardView } from "@/lib/metrics/domain/dashboard-view";
import type { Formatter } from "@/lib/platform/i18n/format";
import { KpiCards } from "./kpi-cards";
import { MemberTable } from "./member-table";
import { PartTable } from "./part-table";
import { PipelineCard } from "./pipeline-card";
import { RevenueSeries } from "./revenue-series";
import { WinningCard } from "./winning-card";

type Props = {
  view: DashboardView;
  f: Formatter;
  /** Name of the period before. */
  previous: string;
  params: { repSort?: string; unitSort?: string; allReps?: string; allUnits?: string };
  hrefWith: (changed: Record<string, string | null>) => string;
};

/** All panels of the dashboard in their order. */
export function DashboardPanels({ view, f, previous, params, hrefWith }: Props) {
  const t = useTranslations("dashboard");
  const { frame, kpis, reps, branches } = view;
  const whole = { range: frame.elapsed, where: frame.where };
  const table = { unitId: frame.unit?.id ?? null, f, hrefWith };
  return (
    <>
      {frame.openedOnLastData && frame.lastData ? (
        <div className="mb-3.5">
          <Banner>{t("openedOnLastData", { day: f.date(frame.lastData) })}</Banner>
        </div>
      ) : null}
      <KpiCards kpis={kpis} f={f} previousName={previous} />
      <CardGrid columns="wide-narrow">
        <RevenueSeries series={view.series} standing={kpis[0]?.standing} f={f} />
        <PipelineCard pipeline={view.pipeline} asOf={frame.asOf} whole={whole} f={f} />
      </CardGrid>
      <CardGrid columns="wide-narrow">
        <MemberTable
          of="rep"
          members={reps}
          {...table}
          sort={params.repSort}
          showAll={params.allReps === "1"}
        />
        <WinningCard figures={view.headline} whole={whole} f={f} />
      </CardGrid>
      {branches.length > 0 ? (
        <div className="mt-3.5">
          <MemberTable
            of="unit"
            members={branches}
            {...table}
            sort={params.unitSort}
            showAll={params.allUnits === "1"}
          />
        </div>
      ) : null}
      <CardGrid columns="halves">
        <PartTable of="product" parts={view.products} f={f} previousName={previous} />
        <PartTable of="region" parts={view.regions} f={f} previousName={previous} />
      </CardGrid>
    </>
  );
}
