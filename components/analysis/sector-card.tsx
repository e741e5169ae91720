import { useTranslations } from "next-intl";
import { FigureAt } from "@/components/figures/figure-at";
import { SimpleTable } from "@/components/tables/simple-table";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { EffortView, SectorView } from "@/lib/analysis/domain/effort-view";
import type { FigureAddress } from "@/lib/figures/domain/figure-link";
import { rateInterval } from "@/lib/metrics/domain/rate-interval";
import type { Formatter } from "@/lib/platform/i18n/format";
import { NONE } from "@/lib/shared/list-params";
import { RateCell } from "./rate-cell";

type Props = { view: EffortView; f: Formatter };

/** Win rate, deal size and cycle by the customers' sector. */
export function SectorCard({ view, f }: Props) {
  const t = useTranslations("analysis.effort.sectors");
  return (
    <Card flush title={t("title")} sub={t("sub")}>
      <SimpleTable
        caption={t("title")}
        columns={[
          { id: "sector", label: t("sector") },
          { id: "n", label: t("closed"), align: "right" },
          { id: "rate", label: t("rate"), align: "right" },
          { id: "size", label: t("size"), align: "right" },
          { id: "cycle", label: t("cycle"), align: "right" },
        ]}
        rows={view.sectors.map((one) => ({
          id: one.key ?? NONE,
          cells: { sector: one.key ?? t("unsaid"), ...cells(one, { view, f }, t("unsaid")) },
        }))}
        empty={<EmptyState title={t("none")} />}
      />
    </Card>
  );
}

function cells({ key, winRate, size, cycle }: SectorView, { view, f }: Props, unsaid: string) {
  const where = { ...view.where, sector: key };
  const at = (metric: FigureAddress["metric"], value: string) => (
    <FigureAt address={{ metric, range: view.window, where }} who={key ?? unsaid} value={value} />
  );
  const interval = rateInterval({ hits: winRate?.numerator ?? 0, n: winRate?.denominator ?? 0 });
  return {
    n: at("win_rate", f.number(winRate?.denominator)),
    rate: (
      <RateCell
        rate={f.percent(winRate?.value)}
        interval={interval}
        at={(text) => at("win_rate", text)}
        f={f}
      />
    ),
    size: at("average_deal_size", f.money(size?.value)),
    cycle: at("sales_cycle_won_median", f.days(cycle?.value)),
  };
}
