import { useTranslations } from "next-intl";
import { WaterfallChart } from "@/components/charts/waterfall-chart";
import type { WaterfallStep } from "@/components/charts/waterfall-pieces";
import { addressText } from "@/components/figures/figure-text";
import type { GapMetric } from "@/lib/analysis/domain/gap-choices";
import type { GapSplit } from "@/lib/analysis/domain/gap-view";
import { memberAt } from "@/lib/analysis/domain/gap-working";
import { workingHref } from "@/lib/analysis/domain/working";
import { figureHref } from "@/lib/figures/domain/figure-link";
import type { Formatter } from "@/lib/platform/i18n/format";
import { chartNumbers } from "./chart-numbers";
import { useGapWords } from "./gap-words";
import { WorkedLink } from "./worked";

const BARS = 6;

/** From what was expected to what is, by what each member adds; the small ones together. */
export function GapChart({
  metric,
  split,
  self,
  f,
}: {
  metric: GapMetric;
  split: GapSplit;
  /** The page, see `workingHref`. */
  self: string;
  f: Formatter;
}) {
  const t = useTranslations("analysis.gap");
  const names = useTranslations("metrics");
  const words = useGapWords(metric, f);
  const total = (label: string, { address, value }: GapSplit["now"]): WaterfallStep => ({
    label,
    value: value ?? 0,
    kind: "total",
    text: addressText(f, address, value),
    href: figureHref(address),
  });
  const change = (label: string, value: number, href?: string): WaterfallStep => ({
    label,
    value,
    kind: "change",
    text: words.difference(value),
    href,
  });
  const small = split.members.slice(BARS);
  const others = small.reduce((sum, { contribution }) => sum + contribution, split.others);
  const count = small.length + split.othersCount;
  const whole = workingHref(self, "gap");
  const steps = [
    total(t(`against.${split.base}`), split.against),
    ...split.members
      .slice(0, BARS)
      .map((member) =>
        change(
          words.name(split.by, member),
          member.contribution,
          workingHref(self, memberAt(split.by, member.key)),
        ),
      ),
    ...(count > 0 ? [change(t("others", { count }), others, whole)] : []),
    ...(split.rest !== 0 ? [change(t("rest"), split.rest, whole)] : []),
    total(t("now"), split.now),
  ];
  return (
    <WaterfallChart
      title={t("chart", { by: t(`by.${split.by}`) })}
      summary={t("chartSummary", {
        metric: names(`${metric}.name`),
        gap: words.difference(split.gap),
        against: t(`against.${split.base}`),
      })}
      actions={<WorkedLink self={self} at="gap" />}
      steps={steps}
      numbers={chartNumbers(f, metric)}
      stepHeading={t(`by.${split.by}`)}
      valueHeading={names(`${metric}.name`)}
      height={300}
    />
  );
}
