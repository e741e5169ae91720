import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ComparedMember, CompareView } from "@/lib/analysis/domain/compare-view";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";
import { compareText } from "./compare-text";
import { workedWords } from "./worked";

const bold = (chunks: ReactNode) => <b>{chunks}</b>;
const NAMED = 3;

/** How many stand side by side, who leads, who is last, and who stands out by the stated rule. */
export function CompareLead({ view, f }: { view: CompareView; f: Formatter }) {
  const { members, metric, of, norm, more } = view;
  const t = useTranslations("analysis.compare");
  const names = useTranslations("metrics");
  const [best, last] = [members[0], members.at(-1)];
  if (!best || !last) return t("nothing");
  const name = (one: ComparedMember) => (one.name ? localName(one.name, f.locale) : "—");
  const text = (value: number | null) => compareText(f, view, value);
  const outliers = members.filter(({ isOutlier }) => isOutlier);
  const low = outliers.filter(({ z }) => (z ?? 0) < 0);
  const high = outliers.filter(({ z }) => (z ?? 0) > 0);
  const list = (some: readonly ComparedMember[]) =>
    some
      .slice(0, NAMED)
      .map(name)
      .join(f.locale === "en" ? ", " : "、");
  return (
    <>
      {t.rich("lead.range", {
        b: bold,
        m: workedWords(view.self, "median"),
        h: workedWords(view.self, `member.${best.key}`),
        l: workedWords(view.self, `member.${last.key}`),
        count: members.length + more,
        of: t(`of.${of}`),
        metric: names(`${metric}.name`),
        norm: t(`norm.${norm}`),
        median: text(view.median),
        best: name(best),
        bestValue: text(best.value),
        last: name(last),
        lastValue: text(last.value),
      })}{" "}
      {low.length > 0 ? t.rich("lead.low", { b: bold, names: list(low) }) : null}{" "}
      {high.length > 0 ? t.rich("lead.high", { b: bold, names: list(high) }) : null}
      {outliers.length === 0 ? t("lead.noOutlier") : null}
    </>
  );
}
