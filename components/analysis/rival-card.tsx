import { useTranslations } from "next-intl";
import { FigureAt } from "@/components/figures/figure-at";
import { SimpleTable } from "@/components/tables/simple-table";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { FunnelView } from "@/lib/analysis/domain/funnel-view";
import { winRate } from "@/lib/analysis/domain/outcome";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";
import { RateCell } from "./rate-cell";
import { Worked } from "./worked";

/** Won and lost against each competitor; what nobody decided is not lost to anybody. */
export function RivalCard({ view, f }: { view: FunnelView; f: Formatter }) {
  const t = useTranslations("analysis.funnel.rivals");
  const { window: range, where, rivals } = view;
  return (
    <Card flush title={t("title")} sub={t("sub")}>
      <SimpleTable
        caption={t("title")}
        columns={[
          { id: "name", label: t("name") },
          { id: "won", label: t("won"), align: "right" },
          { id: "lost", label: t("lost"), align: "right" },
          { id: "rate", label: t("rate"), align: "right" },
        ]}
        rows={rivals.map((rival) => {
          const name = rival.name ? localName(rival.name, f.locale) : "—";
          const at = { range, where: { ...where, competitor: rival.key } };
          const { rate, interval } = winRate(rival);
          const worked = (value: string) => (
            <Worked
              self={view.self}
              at={`rival.${rival.key}`}
              label={`${name} ${t("rate")}`}
              value={value}
            />
          );
          return {
            id: rival.key,
            href: `/market/competitors/${rival.key}`,
            cells: {
              name,
              won: (
                <FigureAt
                  address={{ metric: "won_deals", ...at }}
                  who={name}
                  value={f.number(rival.won)}
                />
              ),
              lost: (
                <FigureAt
                  address={{ metric: "competitive_loss_rate", ...at }}
                  who={name}
                  value={f.number(rival.lost)}
                />
              ),
              rate: <RateCell rate={f.percent(rate)} {...{ interval, f }} at={worked} />,
            },
          };
        })}
        empty={<EmptyState title={t("none")} />}
      />
    </Card>
  );
}
