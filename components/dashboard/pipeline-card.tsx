import { useTranslations } from "next-intl";
import { FunnelBars } from "@/components/charts/funnel-bars";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Figure } from "@/components/ui/figure";
import { KeyValueList } from "@/components/ui/key-value-list";
import type { PipelineView } from "@/lib/dashboard/domain/dashboard-view";
import { type FigureAddress, figureHref } from "@/lib/metrics/domain/figure-link";
import type { Formatter } from "@/lib/platform/i18n/format";
import type { BusinessDate } from "@/lib/shared/business-date";
import { localName } from "@/lib/shared/local-name";

type Props = {
  pipeline: PipelineView;
  asOf: BusinessDate;
  /** Address of the figures of the whole. */
  whole: Omit<FigureAddress, "metric">;
  f: Formatter;
};

/** Open deals by stage, their weighted value, and whether they cover what is still to win. */
export function PipelineCard({ pipeline, asOf, whole, f }: Props) {
  const t = useTranslations("dashboard.pipeline");
  const names = useTranslations("metrics");
  const figure = (metric: "pipeline_open" | "weighted_pipeline", value: number) => (
    <Figure
      label={names(`${metric}.name`)}
      value={f.money(value)}
      href={figureHref({ ...whole, metric })}
    />
  );
  return (
    <Card title={t("title")} sub={t("sub", { day: f.date(asOf), count: f.number(pipeline.open) })}>
      {pipeline.stages.length === 0 ? (
        <EmptyState title={t("none")} />
      ) : (
        <FunnelBars
          label={t("title")}
          stages={pipeline.stages.map((stage) => ({
            id: stage.key ?? "none",
            label: stage.name ? localName(stage.name, f.locale) : t("noStage"),
            value: stage.expected,
            text: (
              <Figure
                label={stage.name ? localName(stage.name, f.locale) : t("noStage")}
                value={f.money(stage.expected)}
                href={figureHref(stage.address)}
              />
            ),
            detail: `${t("deals", { count: f.number(stage.deals) })} · ${t("weighted", { amount: f.money(stage.weighted) })}`,
          }))}
        />
      )}
      <div className="mt-3 border-grid border-t pt-1">
        <KeyValueList
          items={[
            { label: t("open"), value: figure("pipeline_open", pipeline.expected) },
            { label: t("weightedTotal"), value: figure("weighted_pipeline", pipeline.weighted) },
            { label: t("coverage"), value: <Coverage pipeline={pipeline} f={f} /> },
            {
              label: <span title={t("opportunitiesHint")}>{t("opportunities")}</span>,
              value: f.number(pipeline.opportunitiesNeeded),
            },
          ]}
        />
      </div>
    </Card>
  );
}

function Coverage({
  pipeline: { coverage, coverageNeeded },
  f,
}: {
  pipeline: PipelineView;
  f: Formatter;
}) {
  const t = useTranslations("dashboard.pipeline");
  const quiet =
    coverage === null
      ? t("coverageNone")
      : coverageNeeded === null
        ? null
        : t("coverageNeeded", { needed: f.number(coverageNeeded, 1) });
  return (
    <>
      {coverage === null ? "—" : t("times", { value: f.number(coverage, 1) })}
      {quiet ? <span className="ml-2 text-muted text-xs">{quiet}</span> : null}
    </>
  );
}
