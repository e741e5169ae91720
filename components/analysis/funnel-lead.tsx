import { useTranslations } from "next-intl";
import { FigureAt } from "@/components/figures/figure-at";
import { type FunnelView, leakOf, staleOf } from "@/lib/analysis/domain/funnel-view";
import type { FigureAddress } from "@/lib/figures/domain/figure-link";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";

/** Where the funnel loses most, what waits, and why deals are lost. */
export function FunnelLead({ view, f }: { view: FunnelView; f: Formatter }) {
  const t = useTranslations("analysis.funnel.lead");
  const { stages, window, where, losses } = view;
  const leak = leakOf(stages);
  const stale = staleOf(view.ages);
  const [worst] = losses;
  const figure = (metric: FigureAddress["metric"], value: string, more: object) => () => (
    <b key={metric}>
      <FigureAt address={{ metric, range: window, where: { ...where, ...more } }} value={value} />
    </b>
  );
  const rate = f.percent(leak?.conversion?.value);
  const share = f.percent(worst?.share);
  return (
    <>
      {leak?.name
        ? t.rich("leak", {
            figure: figure("stage_conversion", rate, { stage: leak.key }),
            ...{ stage: localName(leak.name, f.locale), rate },
          })
        : null}{" "}
      {stale.deals > 0
        ? t.rich("stale", {
            b: (chunks) => <b>{chunks}</b>,
            ...{ deals: f.number(stale.deals), amount: f.money(stale.amount) },
          })
        : null}{" "}
      {worst?.name
        ? t.rich("lost", {
            figure: figure("lost_deals", share, { lossReason: worst.key }),
            ...{ reason: localName(worst.name, f.locale), share },
          })
        : null}
    </>
  );
}
