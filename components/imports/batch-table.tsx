import { Database } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { DataTable } from "@/components/tables/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import type { KindCounts } from "@/lib/imports/domain/report";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";

type Batch = {
  id: string;
  source: string;
  title: string | null;
  createdAt: Date;
  createdBy: { name: string; nameEn: string | null } | null;
  counts: readonly KindCounts[];
  files: readonly string[];
};

type BatchTableProps = {
  batches: readonly Batch[];
  total: number;
  page: number;
  pageSize: number;
  f: Formatter;
};

const figures = ["created", "updated", "unchanged", "rejected"] as const;

/** Finished imports with what they did in all, newest first. */
export async function BatchTable({ batches, total, page, pageSize, f }: BatchTableProps) {
  const [t, locale] = await Promise.all([getTranslations("data"), getLocale()]);
  const sum = (batch: Batch, figure: (typeof figures)[number]) =>
    f.number(batch.counts.reduce((all, counts) => all + counts[figure], 0));
  return (
    <DataTable
      id="imports"
      caption={t("history.caption")}
      columns={[
        { id: "when", label: t("history.when"), nowrap: true },
        { id: "source", label: t("history.source") },
        { id: "files", label: t("history.files") },
        { id: "who", label: t("history.who") },
        ...figures.map((id) => ({ id, label: t(`counts.${id}`), align: "right" as const })),
      ]}
      rows={batches.map((batch) => ({
        id: batch.id,
        href: `/data/batches/${batch.id}`,
        cells: {
          when: f.dateTime(batch.createdAt),
          source: batch.title ?? batch.source,
          files: batch.files.join(", "),
          who: batch.createdBy ? localName(batch.createdBy, locale) : t("history.commandLine"),
          ...Object.fromEntries(figures.map((figure) => [figure, sum(batch, figure)])),
        },
      }))}
      total={total}
      page={page}
      pageSize={pageSize}
      empty={
        <EmptyState icon={<Database />} title={t("history.empty")}>
          {t("history.emptyHint")}
        </EmptyState>
      }
      phone="cards"
    />
  );
}
