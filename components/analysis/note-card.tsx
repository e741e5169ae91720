import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { KeyValueList } from "@/components/ui/key-value-list";
import { LinkButton } from "@/components/ui/link-button";
import { notesByMonth, type TrendsView } from "@/lib/analysis/domain/trends-view";
import type { Formatter } from "@/lib/platform/i18n/format";

/** What was noted in the market, under the numbers that mark the chart. */
export function NoteCard({ view, f }: { view: TrendsView; f: Formatter }) {
  const t = useTranslations("analysis.trends.notes");
  const months = notesByMonth(view);
  return (
    <Card
      title={t("title")}
      sub={t("sub")}
      actions={
        <LinkButton size="sm" href="/market/timeline">
          {t("all")}
        </LinkButton>
      }
    >
      {months.length === 0 ? (
        <EmptyState title={t("none")} />
      ) : (
        <KeyValueList
          items={months.map(({ number, month, titles }) => ({
            label: `${number} · ${f.month(month)}`,
            value: <q className="[quotes:none]">{titles.join(" · ")}</q>,
          }))}
        />
      )}
    </Card>
  );
}
