import { useTranslations } from "next-intl";
import { figureText } from "@/components/metrics/figure-text";
import { Card } from "@/components/ui/card";
import { KeyValueList } from "@/components/ui/key-value-list";
import { Tag } from "@/components/ui/tag";
import type { MetricUnit } from "@/lib/metrics/domain/catalogue";
import type { Formatter } from "@/lib/platform/i18n/format";
import type { Standing } from "@/lib/targets/domain/standing";
import { STATUS } from "./kpi-cards";

type Props = {
  standing: Standing;
  unit: MetricUnit;
  f: Formatter;
};

/** The figure against its target: attainment, gap, what was expected by now. */
export function FigureStanding({ standing, unit, f }: Props) {
  const t = useTranslations("dashboard");
  const { status } = standing;
  const text = (value: number | null) => figureText(f, unit, value);
  const isRatio = unit === "percent";
  return (
    <Card
      title={t("standing.title")}
      tag={status ? <Tag status={STATUS[status]}>{t(`status.${status}`)}</Tag> : null}
    >
      <KeyValueList
        items={[
          { label: t("series.floor"), value: text(standing.floor) },
          { label: t("series.target"), value: text(standing.target) },
          { label: t("series.stretch"), value: text(standing.stretch) },
          { label: t("standing.attainment"), value: f.percent(standing.attainment) },
          {
            label: t("standing.gap"),
            value: isRatio ? f.points(standing.gap) : text(standing.gap),
          },
          {
            label: t(isRatio ? "standing.expectedRatio" : "standing.expected"),
            value: text(standing.expected),
          },
          { label: t("standing.pace"), value: f.percent(standing.pace) },
        ]}
      />
    </Card>
  );
}
