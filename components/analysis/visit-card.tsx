import { useTranslations } from "next-intl";
import { SimpleTable } from "@/components/tables/simple-table";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { EffortView } from "@/lib/analysis/domain/effort-view";
import { winRate } from "@/lib/analysis/domain/outcome";
import type { Formatter } from "@/lib/platform/i18n/format";
import { ratio } from "@/lib/shared/ratio";
import { RateCell } from "./rate-cell";
import { Worked } from "./worked";

/** Closed deals by how often the customer was visited. */
export function VisitCard({ view, f }: { view: EffortView; f: Formatter }) {
  const t = useTranslations("analysis.effort.visits");
  return (
    <Card flush title={t("title")} sub={t("sub")}>
      <SimpleTable
        caption={t("title")}
        columns={[
          { id: "band", label: t("band"), nowrap: true },
          { id: "n", label: t("closed"), align: "right" },
          { id: "rate", label: t("rate"), align: "right" },
          { id: "size", label: t("size"), align: "right" },
          { id: "cycle", label: t("cycle"), align: "right" },
        ]}
        rows={view.visits.map((one) => {
          const { rate, n, interval } = winRate(one);
          const at = (value: string) => (
            <Worked
              self={view.self}
              at={`visits.${one.band}`}
              label={t(`bands.${one.band}`)}
              value={value}
            />
          );
          return {
            id: `${one.band}`,
            cells: {
              band: t(`bands.${one.band}`),
              n: at(f.number(n)),
              rate: <RateCell rate={f.percent(rate)} {...{ interval, at, f }} />,
              size: at(f.money(ratio(one.revenue, one.won))),
              cycle: at(f.days(one.cycle)),
            },
          };
        })}
        empty={<EmptyState title={t("none")} />}
      />
    </Card>
  );
}
