import { useTranslations } from "next-intl";
import { FunnelBars } from "@/components/charts/funnel-bars";
import { FigureAt } from "@/components/figures/figure-at";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { KeyValueList } from "@/components/ui/key-value-list";
import type { PipelineView, StageView } from "@/lib/dashboard/domain/dashboard-view";
import type { FigureAddress } from "@/lib/figures/domain/figure-link";
import type { Formatter } from "@/lib/platform/i18n/format";
import type { BusinessDate } from "@/lib/shared/business-date";
import { localName } from "@/lib/shared/local-name";

type Props = {
  pipeline: PipelineView;
  asOf: BusinessDate;
  /** Address of the figures of the whole. */
  whole: Omit<FigureAddress, "metric">;
  /** Address of the figures against the target of revenue. */
  against: FigureAddress;
  f: Formatter;
};

/** Open deals by stage, their weighted value, and whether they cover what is still to win. */
export function PipelineCard({ pipeline, asOf, whole, against, f }: Props) {
  const t = useTranslations("dashboard.pipeline");
  const at = (metric: FigureAddress["metric"]) => ({ ...whole, metric });
  const count = f.number(pipeline.open);
  const figure = () => <FigureAt key="open" address={at("open_deals")} value={count} />;
  return (
    <Card title={t("title")} sub={t.rich("sub", { day: f.date(asOf), figure, value: count })}>
      {pipeline.stages.length === 0 ? (
        <EmptyState title={t("none")} />
      ) : (
        <FunnelBars
          label={t("title")}
          stages={pipeline.stages.map((stage) => {
            const name = stage.name ? localName(stage.name, f.locale) : t("noStage");
            return {
              id: stage.key ?? "none",
              label: name,
              value: stage.expected,
              text: <FigureAt address={stage.address} who={name} value={f.money(stage.expected)} />,
              detail: <StageDetail stage={stage} name={name} f={f} />,
            };
          })}
        />
      )}
      <div className="mt-3 border-grid border-t pt-1">
        <KeyValueList
          items={[
            {
              label: t("open"),
              value: <FigureAt address={at("pipeline_open")} value={f.money(pipeline.expected)} />,
            },
            {
              label: t("weightedTotal"),
              value: (
                <FigureAt address={at("weighted_pipeline")} value={f.money(pipeline.weighted)} />
              ),
            },
            {
              label: t("coverage"),
              value: <Coverage pipeline={pipeline} whole={whole} against={against} f={f} />,
            },
            {
              label: <span title={t("opportunitiesHint")}>{t("opportunities")}</span>,
              value: (
                <FigureAt
                  address={{ ...against, metric: "opportunities_needed" }}
                  value={f.number(pipeline.opportunitiesNeeded)}
                />
              ),
            },
          ]}
        />
      </div>
    </Card>
  );
}

function StageDetail({ stage, name, f }: { stage: StageView; name: string; f: Formatter }) {
  const t = useTranslations("dashboard.pipeline");
  const figure = (metric: "open_deals" | "weighted_pipeline", value: string) => () => (
    <FigureAt key={metric} address={{ ...stage.address, metric }} who={name} value={value} />
  );
  const deals = f.number(stage.deals);
  const weighted = f.money(stage.weighted);
  return (
    <>
      {t.rich("deals", { figure: figure("open_deals", deals), value: deals })} ·{" "}
      {t.rich("weighted", { figure: figure("weighted_pipeline", weighted), value: weighted })}
    </>
  );
}

function Coverage({
  pipeline: { coverage, coverageNeeded, reached },
  whole,
  against,
  f,
}: Pick<Props, "pipeline" | "whole" | "against" | "f">) {
  const t = useTranslations("dashboard.pipeline");
  const needed = f.number(coverageNeeded, 1);
  const value = f.number(coverage, 1);
  const figure = (address: FigureAddress, text: string) => () => (
    <FigureAt key={address.metric} address={address} value={text} />
  );
  const toGo = figure({ ...against, metric: "coverage_to_go" }, value);
  const suffices = figure({ ...whole, metric: "coverage_needed" }, needed);
  return (
    <>
      {coverage === null ? toGo() : t.rich("times", { figure: toGo, value })}
      <span className="ml-2 text-muted text-xs">
        {coverage === null
          ? t(reached ? "coverageReached" : "coverageNone")
          : coverageNeeded === null
            ? null
            : t.rich("coverageNeeded", { figure: suffices, value: needed })}
      </span>
    </>
  );
}
