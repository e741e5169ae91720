import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import type { ImportReport } from "@/lib/imports/domain/report";

type Notes = Pick<ImportReport, "valueNotes" | "blankNotes" | "aliases" | "missing" | "unmatched">;

/** What is odd but kept, and what was not read; nothing when there is nothing to say. */
export async function NotesList({ notes }: { notes: Notes }) {
  const t = await getTranslations("data");
  const lines = [
    ...notes.unmatched.map((file) => t("notes.unmatched", { file })),
    ...notes.missing.map((file) => t("notes.missing", { file })),
    ...notes.valueNotes.map(({ file, column, value, rows, suggestion }) =>
      suggestion === null
        ? t("notes.value", { file, column, value, rows })
        : t("notes.suggestion", { file, column, value, rows, suggestion }),
    ),
    ...notes.blankNotes.map(({ file, column, rows }) => t("notes.blank", { file, column, rows })),
    ...notes.aliases.map(({ kind, value, target }) =>
      t("notes.alias", { kind: t(`kinds.${kind}`), value, target }),
    ),
  ];
  if (lines.length === 0) return null;
  return (
    <Card title={t("notes.title")}>
      <ul className="grid list-disc gap-1 pl-4 text-ink2 text-sm">
        {lines.map((line) => (
          <li key={line} className="break-words">
            {line}
          </li>
        ))}
      </ul>
    </Card>
  );
}
