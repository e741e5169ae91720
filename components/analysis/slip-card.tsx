import { useTranslations } from "next-intl";
import { Bullet } from "@/components/charts/bullet";
import { FigureAt } from "@/components/figures/figure-at";
import { SimpleTable } from "@/components/tables/simple-table";
import { Card } from "@/components/ui/card";
import type { FunnelView } from "@/lib/analysis/domain/funnel-view";
import type { Formatter } from "@/lib/platform/i18n/format";

/** Of the deals due in each quarter when it began, how many were pushed past its end. */
export function SlipCard({ view, f }: { view: FunnelView; f: Formatter }) {
  const t = useTranslations("analysis.funnel.slips");
  return (
    <Card flush title={t("title")} sub={t("sub")}>
      <SimpleTable
        caption={t("title")}
        columns={[
          { id: "quarter", label: t("quarter"), nowrap: true },
          { id: "due", label: t("due"), align: "right" },
          { id: "pushed", label: t("pushed"), align: "right" },
          { id: "bar", label: t("rate"), hideLabel: true, width: "24%", wideOnly: true },
          { id: "rate", label: t("rate"), align: "right" },
        ]}
        rows={view.slips.map(({ quarter, rate, isOver }) => {
          const name = f.period(quarter.label);
          const text = f.percent(rate.value);
          const range = { from: quarter.from, to: quarter.to };
          const address = { metric: "slip_rate", range, where: view.where } as const;
          const at = (value: string) => <FigureAt address={address} who={name} value={value} />;
          return {
            id: quarter.code,
            cells: {
              quarter: name,
              due: at(f.number(rate.denominator)),
              pushed: at(f.number(rate.numerator)),
              bar: <Bullet size="mini" share={rate.value} max={1} label={`${t("rate")} ${text}`} />,
              rate: isOver ? (
                at(text)
              ) : (
                <>
                  {at(text)} <span className="text-muted text-xs">{t("soFar")}</span>
                </>
              ),
            },
          };
        })}
      />
    </Card>
  );
}
