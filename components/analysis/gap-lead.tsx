import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FigureAt } from "@/components/figures/figure-at";
import { addressText } from "@/components/figures/figure-text";
import { isReversed } from "@/lib/analysis/domain/gap-choices";
import type { Addressed, GapView } from "@/lib/analysis/domain/gap-view";
import type { Formatter } from "@/lib/platform/i18n/format";
import { useGapWords } from "./gap-words";

const bold = (chunks: ReactNode) => <b>{chunks}</b>;

/** How far a figure is from what it is held against, and which members are the largest causes of it. */
export function GapLead({ view, period, f }: { view: GapView; period: string; f: Formatter }) {
  const { metric, split, causes } = view;
  const t = useTranslations("analysis.gap");
  const names = useTranslations("metrics");
  const words = useGapWords(metric, f);
  if (!split) return t("nothing", { period });
  const figure = ({ address, value }: Addressed) => {
    const shown = () => (
      <b key={address.metric}>
        <FigureAt address={address} value={addressText(f, address, value)} />
      </b>
    );
    return shown;
  };
  const join = f.locale === "en" ? ", " : "、";
  const largest = causes.map(({ by, members }) => {
    const list = members.map(
      (member) => `${words.name(by, member)} (${words.difference(member.contribution)})`,
    );
    return t("causeOf", { by: t(`by.${by}`), names: list.join(join) });
  });
  const behind = split.gap * (isReversed(metric) ? -1 : 1) < 0;
  return (
    <>
      {t.rich(split.gap === 0 ? "lead.level" : behind ? "lead.behind" : "lead.ahead", {
        b: bold,
        now: figure(split.now),
        base: figure(split.against),
        metric: names(`${metric}.name`),
        period,
        against: t(`against.${split.base}`),
        gap: words.difference(split.gap),
      })}{" "}
      {largest.length > 0
        ? t.rich(behind ? "lead.causes" : "lead.carriers", {
            b: bold,
            causes: largest.join(f.locale === "en" ? "; " : "；"),
          })
        : null}
    </>
  );
}
