import { getTranslations } from "next-intl/server";
import { SimpleTable } from "@/components/tables/simple-table";
import type { KindCounts } from "@/lib/imports/domain/report";
import type { Formatter } from "@/lib/platform/i18n/format";

const always = ["created", "updated", "unchanged", "rejected"] as const;
const sometimes = ["repeated", "leftOut", "removed"] as const;

/** What a run did, or would do, by kind of record. */
export async function CountsTable({ counts, f }: { counts: readonly KindCounts[]; f: Formatter }) {
  const t = await getTranslations("data");
  const used = sometimes.filter((column) => counts.some((each) => each[column] > 0));
  const columns = [...always, ...used];
  return (
    <SimpleTable
      caption={t("counts.title")}
      columns={[
        { id: "kind", label: t("counts.kind") },
        ...columns.map((id) => ({ id, label: t(`counts.${id}`), align: "right" as const })),
      ]}
      rows={counts.map((each) => ({
        id: each.kind,
        cells: {
          kind: t(`kinds.${each.kind}`),
          ...Object.fromEntries(columns.map((column) => [column, f.number(each[column])])),
        },
      }))}
    />
  );
}
