import { useTranslations } from "next-intl";
import { FigureAt } from "@/components/figures/figure-at";
import { SimpleTable } from "@/components/tables/simple-table";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Tag } from "@/components/ui/tag";
import type { FunnelView } from "@/lib/analysis/domain/funnel-view";
import type { Formatter } from "@/lib/platform/i18n/format";
import { NONE } from "@/lib/shared/list-params";
import { localName } from "@/lib/shared/local-name";

/** Why deals were lost in the last year and in the one before. */
export function LossCard({ view, f }: { view: FunnelView; f: Formatter }) {
  const t = useTranslations("analysis.funnel.losses");
  const { window, earlier, where, losses, lost } = view;
  const all = { metric: "lost_deals", range: window, where } as const;
  return (
    <Card flush title={t("title")} sub={t("sub")}>
      <SimpleTable
        caption={t("title")}
        columns={[
          { id: "reason", label: t("reason") },
          { id: "lost", label: t("lost"), align: "right" },
          { id: "share", label: t("share"), align: "right" },
          { id: "before", label: t("before"), align: "right" },
        ]}
        rows={losses.map((one) => {
          const name = one.name ? localName(one.name, f.locale) : t("unsaid");
          const of = { ...where, lossReason: one.key };
          const address = { metric: "lost_deals", range: window, where: of } as const;
          const share = {
            ...address,
            metric: "share",
            of: "lost_deals",
            part: "lossReason",
          } as const;
          return {
            id: one.key ?? NONE,
            cells: {
              reason: (
                <span className="inline-flex flex-wrap items-center gap-1.5">
                  {name}
                  {one.noDecision ? <Tag>{t("noDecision")}</Tag> : null}
                </span>
              ),
              lost: <FigureAt address={address} who={name} value={f.number(one.lost)} />,
              share: <FigureAt address={share} who={name} value={f.percent(one.share)} />,
              before: (
                <FigureAt
                  address={{ ...address, range: earlier }}
                  who={`${name} ${t("before")}`}
                  value={f.number(one.before)}
                />
              ),
            },
          };
        })}
        totals={{
          reason: t("together"),
          lost: <FigureAt address={all} value={f.number(lost?.value)} />,
        }}
        empty={<EmptyState title={t("none")} />}
      />
    </Card>
  );
}
