"use client";
import dynamic from "next/dynamic";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { DraftNote } from "@/components/forms/draft-note";
import { useGridCursor } from "@/components/tables/use-grid-cursor";
import { Card } from "@/components/ui/card";
import { createFormatter } from "@/lib/platform/i18n/format";
import { dayColumns } from "@/lib/sales/domain/days-paste";
import { problemsOf, type StoreDays } from "@/lib/sales/domain/store-days";
import { DaysSaveBar, DaysToolbar } from "./days-bar";
import { DaysPhoneList } from "./days-phone-list";
import { DaysTable } from "./days-table";
import type { Elsewhere } from "./days-table-props";
import { useDaysActions } from "./use-days-actions";
import { useDaysCommands } from "./use-days-commands";
import { useDaysEditor } from "./use-days-editor";

const DaysConflicts = dynamic(() => import("./days-conflicts").then((file) => file.DaysConflicts));

export type DaysWorkspaceProps = {
  grid: StoreDays;
  elsewhere: readonly Elsewhere[];
  /** The store's name. */
  name: string;
  currency: string;
  timeZone: string;
};

/** Entering what a store sold: toolbar, grid (a list on phones), and what is unsaved. */
export function DaysWorkspace({ grid, elsewhere, name, currency, timeZone }: DaysWorkspaceProps) {
  const t = useTranslations("sales.days");
  const format = createFormatter({ locale: useLocale(), currency, timeZone });
  const [resend, setResend] = useState(0);
  const draftName = `store-days ${grid.unitId} ${grid.days[0]} ${grid.days.length}`;
  const editor = useDaysEditor(grid, draftName, () => setResend((n) => n + 1));
  const columns = dayColumns(grid.days);
  const cursor = useGridCursor(editor.days.rows.length, columns.length);
  const actions = useDaysActions(editor, (address) => goTo(address));
  const commands = useDaysCommands({ editor, cursor, columns, onSave: actions.save });
  const problems = problemsOf(editor.days, editor.edits);

  function goTo(address: string) {
    const row = editor.days.rows.findIndex(({ product }) => address.startsWith(product.id));
    const column = columns.findIndex((one) => address.endsWith(`${one.day}|${one.measure}`));
    cursor.moveTo({ row, column });
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: when asked to, with what was just restored
  useEffect(() => {
    if (resend > 0) actions.save();
  }, [resend]);

  const label = t("gridLabel", { store: name });
  const shown = { label, editor, cursor, commands, columns, problems, elsewhere, format };
  return (
    <>
      <div className="mb-3.5 empty:hidden">
        <DraftNote
          waiting={editor.draft.waiting}
          restored={editor.draft.restored && editor.count > 0}
          onDiscard={editor.discard}
        />
      </div>
      <Card>
        <div className="-mx-4 -mb-4">
          <DaysToolbar editor={editor} commands={commands} />
          <div className="border-line border-t phone:hidden">
            <DaysTable {...shown} />
          </div>
          <div className="shell:hidden">
            <DaysPhoneList {...shown} />
          </div>
          <DaysSaveBar
            unsaved={editor.count}
            problems={problems.size}
            saving={actions.saving}
            onSave={actions.save}
            onDiscard={editor.discard}
          />
        </div>
      </Card>
      <p className="mt-2 text-muted text-xs phone:hidden">{t("keys")}</p>
      {actions.conflicts.length > 0 ? (
        <DaysConflicts editor={editor} actions={actions} format={format} />
      ) : null}
    </>
  );
}
