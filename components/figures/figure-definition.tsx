import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { KeyValueList } from "@/components/ui/key-value-list";
import type { ExplainedFigure } from "@/lib/figures/domain/explained-figure";
import { unitOf } from "@/lib/figures/domain/figure-unit";
import { isShareOfCases } from "@/lib/metrics/domain/catalogue";
import { rateInterval } from "@/lib/metrics/domain/rate-interval";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";
import { lastDay, type Period } from "@/lib/shared/period";
import { exactText } from "./figure-text";

/** What the figure means, what it is limited to, and the numbers it was computed from. */
export function FigureDefinition({ explained, f }: { explained: ExplainedFigure; f: Formatter }) {
  const t = useTranslations("dashboard.figure");
  const names = useTranslations("metrics");
  const { address, figure, filters } = explained;
  const { metric, range, base } = address;
  const period = ({ from, to }: Period) =>
    t("rangeText", { from: f.date(from), to: f.date(lastDay({ from, to })) });
  const limits = filters.map(({ dimension, label }) => ({
    label: t(`dimension.${dimension}`),
    value: label ? localName(label, f.locale) : t("without"),
  }));
  const { numerator, denominator } = figure;
  const interval =
    isShareOfCases(metric) && numerator !== null && denominator !== null
      ? rateInterval({ hits: numerator, n: denominator })
      : null;
  const divided = figure.denominator !== null;
  return (
    <Card title={t("howComputed")}>
      <KeyValueList
        items={[
          { label: t("formula"), value: names(`${metric}.formula`) },
          { label: t("source"), value: names(`${metric}.source`) },
          { label: t("range"), value: period(range) },
          ...(base && base.from < base.to ? [{ label: t("base"), value: period(base) }] : []),
          ...limits,
          ...(divided
            ? [
                { label: t("numerator"), value: f.number(figure.numerator, 2) },
                { label: t("denominator"), value: f.number(figure.denominator, 2) },
              ]
            : []),
          { label: t("result"), value: <b>{exactText(f, unitOf(address), figure.value)}</b> },
          ...(interval
            ? [
                {
                  label: t("interval"),
                  value: `${f.percent(interval.low, 0)}–${f.percent(interval.high, 0)}`,
                },
              ]
            : []),
          { label: t("n"), value: f.number(figure.n) },
        ]}
      />
    </Card>
  );
}
