import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { KeyValueList } from "@/components/ui/key-value-list";
import { Tag } from "@/components/ui/tag";
import type { ExplainedFigure } from "@/lib/figures/domain/explained-figure";
import type { FigureAddress } from "@/lib/figures/domain/figure-link";
import { unitOf } from "@/lib/figures/domain/figure-unit";
import type { Formatter } from "@/lib/platform/i18n/format";
import { FigureAt } from "./figure-at";
import { addressText, figureText } from "./figure-text";
import { STATUS } from "./pace-status";

type Props = { standing: NonNullable<ExplainedFigure["standing"]>; f: Formatter };

/** The figure against its target: attainment, gap, what was expected by now. */
export function FigureStanding({ standing: { standing, address }, f }: Props) {
  const t = useTranslations("dashboard");
  const { status } = standing;
  const unit = unitOf({ ...address, metric: "target" });
  const isRatio = unit === "percent";
  const figure = (metric: FigureAddress["metric"], value: number | null) => {
    const at = { ...address, metric };
    return <FigureAt address={at} value={addressText(f, at, value)} />;
  };
  return (
    <Card
      title={t("standing.title")}
      tag={status ? <Tag status={STATUS[status]}>{t(`status.${status}`)}</Tag> : null}
    >
      <KeyValueList
        items={[
          { label: t("series.floor"), value: figureText(f, unit, standing.floor) },
          { label: t("series.target"), value: figure("target", standing.target) },
          { label: t("series.stretch"), value: figureText(f, unit, standing.stretch) },
          { label: t("standing.attainment"), value: figure("attainment", standing.attainment) },
          { label: t("standing.gap"), value: figure("gap", standing.gap) },
          {
            label: t(isRatio ? "standing.expectedRatio" : "standing.expected"),
            value: figure("expected_to_date", standing.expected),
          },
          { label: t("standing.pace"), value: figure("pace", standing.pace) },
        ]}
      />
    </Card>
  );
}
