import { useTranslations } from "next-intl";
import { SimpleTable } from "@/components/tables/simple-table";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { FunnelView } from "@/lib/analysis/domain/funnel-view";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";

/** The open deals that have been in their stage for longest. */
export function StaleCard({ view, f }: { view: FunnelView; f: Formatter }) {
  const t = useTranslations("analysis.funnel.stale");
  return (
    <Card flush title={t("title")} sub={t("sub", { n: f.number(view.stale.length) })}>
      <SimpleTable
        caption={t("title")}
        columns={[
          { id: "deal", label: t("deal") },
          { id: "stage", label: t("stage"), nowrap: true },
          { id: "owner", label: t("owner"), nowrap: true, wideOnly: true },
          { id: "days", label: t("days"), align: "right" },
          { id: "amount", label: t("amount"), align: "right" },
        ]}
        rows={view.stale.map((deal) => ({
          id: deal.id,
          href: `/deals/${deal.id}`,
          cells: {
            deal: deal.title,
            stage: localName(deal.stage, f.locale),
            owner: localName(deal.owner, f.locale),
            days: f.days(deal.days),
            amount: f.money(deal.amount),
          },
        }))}
        empty={<EmptyState title={t("none")} />}
      />
    </Card>
  );
}
