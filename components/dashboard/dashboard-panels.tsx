import { useTranslations } from "next-intl";
import { CardGrid } from "@/components/layout/card-grid";
import { Banner } from "@/components/ui/banner";
import type { DashboardView } from "@/lib/dashboard/domain/dashboard-view";
import type { Formatter } from "@/lib/platform/i18n/format";
import type { BusinessDate } from "@/lib/shared/business-date";
import { KpiCards } from "./kpi-cards";
import { MemberTable } from "./member-table";
import { PartTable } from "./part-table";
import { PipelineCard } from "./pipeline-card";
import { RevenueSeries } from "./revenue-series";
import { ScoreLine } from "./score-line";
import { WinningCard } from "./winning-card";

type Props = {
  view: DashboardView;
  f: Formatter;
  /** Name of the period before. */
  previous: string;
  params: {
    repSort?: string;
    unitSort?: string;
    allReps?: string;
    allUnits?: string;
    allProducts?: string;
  };
  hrefWith: (changed: Record<string, string | null>) => string;
  /** Market notes for the chart over time; null where they are switched off. */
  notes: readonly { at: BusinessDate; label: string }[] | null;
};

/** All panels of the dashboard in their order. */
export function DashboardPanels({ view, f, previous, params, hrefWith, notes }: Props) {
  const t = useTranslations("dashboard");
  const { frame, kpis, whole } = view;
  const isRep = frame.unit === null;
  const table = { unitId: frame.unit?.id ?? null, f, hrefWith };
  const winning = <WinningCard figures={view.headline} whole={whole} f={f} />;
  const part = {
    frame,
    whole: { ...whole, metric: "revenue" as const },
    f,
    previousName: previous,
  };
  const products = (
    <PartTable
      of="product"
      parts={view.products}
      {...part}
      hrefWith={hrefWith}
      showAll={params.allProducts === "1"}
    />
  );
  return (
    <>
      {frame.openedOnLastData && frame.lastData ? (
        <div className="mb-3.5">
          <Banner>{t("openedOnLastData", { day: f.date(frame.lastData) })}</Banner>
        </div>
      ) : null}
      <KpiCards kpis={kpis} frame={frame} f={f} previousName={previous} />
      <ScoreLine score={view.score} f={f} />
      <CardGrid columns="wide-narrow">
        <RevenueSeries
          series={view.series}
          standing={kpis[0]?.standing}
          frame={frame}
          f={f}
          notes={notes}
          notesHref={hrefWith({ notes: notes ? "0" : null })}
        />
        <PipelineCard
          pipeline={view.pipeline}
          asOf={frame.asOf}
          whole={whole}
          against={view.against}
          f={f}
        />
      </CardGrid>
      {isRep ? (
        <CardGrid columns="wide-narrow">
          {products}
          {winning}
        </CardGrid>
      ) : (
        <>
          <CardGrid columns="wide-narrow">
            <MemberTable
              of="rep"
              members={view.reps}
              {...table}
              sort={params.repSort}
              showAll={params.allReps === "1"}
            />
            <div className="grid min-w-0 content-start gap-3.5">
              {winning}
              {view.regions.length > 1 ? (
                <PartTable of="region" parts={view.regions} {...part} hrefWith={hrefWith} showAll />
              ) : null}
            </div>
          </CardGrid>
          <CardGrid columns="wide-narrow">
            <div className="grid min-w-0 content-start">
              <MemberTable
                of="unit"
                members={view.branches}
                {...table}
                sort={params.unitSort}
                showAll={params.allUnits === "1"}
              />
            </div>
            {products}
          </CardGrid>
        </>
      )}
    </>
  );
}
