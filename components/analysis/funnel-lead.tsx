import { useTranslations } from "next-intl";
import { FigureAt } from "@/components/figures/figure-at";
import { type FunnelView, leakOf, staleOf } from "@/lib/analysis/domain/funnel-view";
import { STAGE_AGES } from "@/lib/deals/domain/stage-age";
import type { FigureAddress } from "@/lib/figures/domain/figure-link";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";
import { workedWords } from "./worked";

/** Where the last band of ages begins. */
const OLDEST = STAGE_AGES.at(-1)?.from ?? 0;

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
            b: workedWords(view.self, `age.${OLDEST}`),
            ...{ deals: f.number(stale.deals), amount: f.money(stale.amount) },
          })
        : null}{" "}
      {worst?.name
        ? t.rich("lost", {
            figure: () => (
              <b key="share">
                <FigureAt
                  address={{
                    ...{ metric: "share", of: "lost_deals", part: "lossReason", range: window },
                    where: { ...where, lossReason: worst.key },
                  }}
                  value={share}
                />
              </b>
            ),
            ...{ reason: localName(worst.name, f.locale), share },
          })
        : null}
    </>
  );
}
