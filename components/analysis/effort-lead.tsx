import { useTranslations } from "next-intl";
import { FigureAt } from "@/components/figures/figure-at";
import { type EffortView, payoff } from "@/lib/analysis/domain/effort-view";
import type { Formatter } from "@/lib/platform/i18n/format";
import { NONE } from "@/lib/shared/list-params";
import { localName } from "@/lib/shared/local-name";
import { workedWords } from "./worked";

/** Share of all hours from which on a unit or rep is named. */
const ENOUGH = 0.05;

/** What the hours brought, and where an hour brings most and least. */
export function EffortLead({ view, f }: { view: EffortView; f: Formatter }) {
  const t = useTranslations("analysis.effort.lead");
  const { whole, allocations, window: range, where, hourCost } = view;
  const all = payoff(whole, whole, hourCost);
  const ranked = allocations
    .flatMap((one) => {
      const { against } = payoff(one, whole, hourCost);
      const enough = one.hours >= ENOUGH * whole.hours;
      return enough && one.name && against !== null
        ? [{ key: one.key ?? NONE, name: localName(one.name, f.locale), against }]
        : [];
    })
    .sort((a, b) => b.against - a.against);
  const [best, worst] = [ranked[0], ranked.at(-1)];
  const won = f.number(whole.won);
  return (
    <>
      {t.rich("hours", {
        b: workedWords(view.self, "hours.whole"),
        figure: () => (
          <b key="won">
            <FigureAt address={{ metric: "won_deals", range, where }} value={won} />
          </b>
        ),
        ...{ hours: f.number(whole.hours, 0), won, perWin: f.number(all.hoursPerWin, 1) },
        booked: f.money(all.bookedPerHour),
      })}{" "}
      {best && worst && best !== worst
        ? t.rich("spread", {
            b: (chunks) => <b>{chunks}</b>,
            h: workedWords(view.self, `hours.${best.key}`),
            l: workedWords(view.self, `hours.${worst.key}`),
            ...{ best: best.name, worst: worst.name },
            ...{ high: f.number(best.against, 1), low: f.number(worst.against, 1) },
          })
        : null}
    </>
  );
}
