import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { KeyValueList } from "@/components/ui/key-value-list";
import { LinkButton } from "@/components/ui/link-button";
import type { NumberedNotes } from "@/lib/market/domain/numbered-notes";
import type { BusinessDate } from "@/lib/shared/business-date";

type Props = {
  notes: readonly NumberedNotes[];
  /** What the chart calls the point that begins on a day. */
  nameOf: (bucket: BusinessDate) => string;
};

/** What was noted in the market, under the numbers that mark the chart. */
export function NoteCard({ notes, nameOf }: Props) {
  const t = useTranslations("analysis.trends.notes");
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
      {notes.length === 0 ? (
        <EmptyState title={t("none")} />
      ) : (
        <KeyValueList
          items={notes.map(({ number, bucket, titles }) => ({
            label: `${number} · ${nameOf(bucket)}`,
            value: <q className="[quotes:none]">{titles.join(" · ")}</q>,
          }))}
        />
      )}
    </Card>
  );
}
