import { useTranslations } from "next-intl";
import { FigureAt } from "@/components/figures/figure-at";
import { SimpleTable } from "@/components/tables/simple-table";
import { Card } from "@/components/ui/card";
import { Change } from "@/components/ui/change";
import { EmptyState } from "@/components/ui/empty-state";
import type { FunnelView, StageFlow } from "@/lib/analysis/domain/funnel-view";
import { rateInterval } from "@/lib/analysis/domain/rate-interval";
import type { FigureAddress } from "@/lib/figures/domain/figure-link";
import type { Figure } from "@/lib/metrics/domain/figure";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";
import { RateCell } from "./rate-cell";

type Props = { view: FunnelView; f: Formatter };

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

function cells(stage: StageFlow, { view: { window, where }, f }: Props) {
  const { conversion, before, dwell, open, value } = stage;
  const who = nameOf(stage, f);
  const at = (metric: FigureAddress["metric"], text: string) => (
    <FigureAt
      address={{ metric, range: window, where: { ...where, stage: stage.key } }}
      who={who}
      value={text}
    />
  );
  return {
    entered: at("stage_conversion", f.number(conversion?.n)),
    conversion: (
      <RateCell
        rate={at("stage_conversion", f.percent(conversion?.value))}
        interval={intervalOf(conversion)}
        f={f}
      />
    ),
    change: <Points now={conversion} before={before} f={f} />,
    dwell: at("stage_dwell", f.days(dwell?.value)),
    open: at("open_deals", f.number(open?.value ?? 0)),
    value: at("pipeline_open", f.money(value?.value ?? 0)),
  };
}

const intervalOf = (figure: Figure | undefined) =>
  rateInterval({ hits: figure?.numerator ?? 0, n: figure?.denominator ?? 0 });

function Points({ now, before, f }: { now?: Figure; before?: Figure; f: Formatter }) {
  if (now?.value == null || before?.value == null) return "—";
  const change = now.value - before.value;
  return <Change direction={change} text={f.signedPoints(change)} />;
}
