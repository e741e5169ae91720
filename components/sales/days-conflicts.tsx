"use client";
import { useLocale, useTranslations } from "next-intl";
import { CellConflicts } from "@/components/tables/cell-conflicts";
import type { Formatter } from "@/lib/platform/i18n/format";
import { lineKey, MEASURES, shownLine } from "@/lib/sales/domain/store-days";
import { localName } from "@/lib/shared/local-name";
import type { DaysActions } from "./use-days-actions";
import type { DaysEditor } from "./use-days-editor";

type DaysConflictsProps = { editor: DaysEditor; actions: DaysActions; format: Formatter };

/** Both versions of each line of a store's days that somebody else has changed meanwhile. */
export function DaysConflicts({ editor, actions, format }: DaysConflictsProps) {
  const t = useTranslations("sales.days");
  const locale = useLocale();
  const { conflicts } = actions;
  const items = conflicts.map((one) => {
    const row = editor.days.rows.find(({ product }) => product.id === one.productId);
    const mine = shownLine(editor.days, editor.edits, lineKey(one));
    const by = one.changedBy && localName(one.changedBy, locale);
    return {
      key: lineKey(one),
      title: `${row ? localName(row.product, locale) : ""} · ${format.dayAndMonth(one.day)}`,
      note:
        by && one.changedAt
          ? t("by", { by, when: format.dateTime(new Date(one.changedAt)) })
          : null,
      values: MEASURES.map((measure) => ({
        label: t(measure),
        mine: format.number(mine[measure], 3),
        theirs: format.number(one.line?.[measure] ?? null, 3),
      })),
    };
  });
  return (
    <CellConflicts
      title={t("conflicts", { count: conflicts.length })}
      items={items}
      onResolved={actions.resolve}
      onClose={actions.closeConflicts}
    />
  );
}
