import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { KeyValueList } from "@/components/ui/key-value-list";
import { metricOf } from "@/lib/metrics/domain/catalogue";
import type { ExplainedFigure } from "@/lib/metrics/domain/explained-figure";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";
import { lastDay } from "@/lib/shared/period";
import { exactText } from "./figure-text";

/** What the figure means, what it is limited to, and the numbers it was computed from. */
export function FigureDefinition({ explained, f }: { explained: ExplainedFigure; f: Formatter }) {
  const t = useTranslations("dashboard.figure");
  const names = useTranslations("metrics");
  const { address, figure, filters } = explained;
  const { unit, form } = metricOf(address.metric);
  const { from } = address.range;
  const { base } = address;
  const limits = filters.map(({ dimension, label }) => ({
    label: t(`dimension.${dimension}`),
    value: label ? localName(label, f.locale) : t("without"),
  }));
  const divided = form === "quotient" || form === "formula";
  return (
    <Card title={t("howComputed")}>
      <KeyValueList
        items={[
          { label: t("formula"), value: names(`${address.metric}.formula`) },
          { label: t("source"), value: names(`${address.metric}.source`) },
          {
            label: t("range"),
            value: t("rangeText", { from: f.date(from), to: f.date(lastDay(address.range)) }),
          },
          ...(base
            ? [
                {
                  label: t("base"),
                  value: t("rangeText", { from: f.date(base.from), to: f.date(lastDay(base)) }),
                },
              ]
            : []),
          ...limits,
          ...(divided
            ? [
                { label: t("numerator"), value: f.number(figure.numerator, 2) },
                { label: t("denominator"), value: f.number(figure.denominator, 2) },
              ]
            : []),
          { label: t("result"), value: <b>{exactText(f, unit, figure.value)}</b> },
          { label: t("n"), value: f.number(figure.n) },
        ]}
      />
    </Card>
  );
}
