import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FigureAt } from "@/components/figures/figure-at";
import { SimpleTable } from "@/components/tables/simple-table";
import { Card } from "@/components/ui/card";
import { Change } from "@/components/ui/change";
import { EmptyState } from "@/components/ui/empty-state";
import type { FunnelView, StageFlow } from "@/lib/analysis/domain/funnel-view";
import type { FigureAddress } from "@/lib/figures/domain/figure-link";
import type { Figure } from "@/lib/metrics/domain/figure";
import { rateInterval } from "@/lib/metrics/domain/rate-interval";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";
import { RateCell } from "./rate-cell";

type Props = { view: FunnelView; f: Formatter };

/** The least change that is written with a digit other than 0: a twentieth of a point. */
const SHOWN = 0.0005;

const right = { align: "right" } as const;

/** Conversion and days of each stage from the history of deals, and what is open in it. */
export function StageFlowCard({ view, f }: Props) {
  const t = useTranslations("analysis.funnel.stages");
  return (
    <Card flush title={t("title")} sub={t("sub")}>
      <SimpleTable
        caption={t("title")}
        columns={[
          { id: "stage", label: t("stage"), nowrap: true },
          { id: "entered", label: t("entered"), ...right },
          { id: "conversion", label: t("conversion"), ...right },
          { id: "change", label: t("change"), ...right },
          { id: "dwell", label: t("dwell"), ...right },
          { id: "open", label: t("open"), ...right },
          { id: "value", label: t("value"), ...right },
        ]}
        rows={view.stages.map((stage) => ({
          id: stage.key,
          cells: { stage: nameOf(stage, f), ...cells(stage, { view, f }) },
        }))}
        empty={<EmptyState title={t("none")} />}
      />
    </Card>
  );
}

const nameOf = ({ name }: StageFlow, f: Formatter) => (name ? localName(name, f.locale) : "—");

function cells(stage: StageFlow, { view: { window, earlier, where }, f }: Props) {
  const { conversion, before, dwell, open, value } = stage;
  const who = nameOf(stage, f);
  const at = (metric: FigureAddress["metric"], text: string) => (
    <FigureAt
      address={{ metric, range: window, where: { ...where, stage: stage.key } }}
      who={who}
      value={text}
    />
  );
  const moved = (key: string, name: string, value: string) => (
    <FigureAt
      address={{
        ...{ metric: "change", of: "stage_conversion", range: window, base: earlier },
        where: { ...where, stage: key },
      }}
      who={name}
      value={value}
    />
  );
  return {
    entered: at("stage_conversion", f.number(conversion?.n)),
    conversion: (
      <RateCell
        rate={f.percent(conversion?.value)}
        interval={intervalOf(conversion)}
        at={(text) => at("stage_conversion", text)}
        f={f}
      />
    ),
    change: (
      <Points now={conversion} before={before} at={(text) => moved(stage.key, who, text)} f={f} />
    ),
    dwell: at("stage_dwell", f.days(dwell?.value)),
    open: at("open_deals", f.number(open?.value ?? 0)),
    value: at("pipeline_open", f.money(value?.value ?? 0)),
  };
}

const intervalOf = (figure: Figure | undefined) =>
  rateInterval({ hits: figure?.numerator ?? 0, n: figure?.denominator ?? 0 });

function Points({
  now,
  before,
  at,
  f,
}: {
  now?: Figure;
  before?: Figure;
  at: (text: string) => ReactNode;
  f: Formatter;
}) {
  if (now?.value == null || before?.value == null) return "—";
  const change = now.value - before.value;
  return (
    <Change direction={Math.abs(change) < SHOWN ? 0 : change} text={at(f.signedPoints(change))} />
  );
}
