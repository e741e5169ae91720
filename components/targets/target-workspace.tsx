"use client";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useUnsavedWarning } from "@/components/forms/use-unsaved-warning";
import { useGridCursor } from "@/components/tables/use-grid-cursor";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { disorderedCells } from "@/lib/targets/domain/grid-changes";
import { movable } from "@/lib/targets/domain/move-rules";
import type { GridRow, TargetGrid } from "@/lib/targets/domain/target-grid";
import { gridColumns, shownTiers, type TierView } from "./grid-columns";
import { GridTable } from "./grid-table";
import { GridToolbar } from "./grid-toolbar";
import { PhoneList } from "./phone-list";
import { SaveBar } from "./save-bar";
import { useTargetNumbers } from "./target-numbers";
import { type SwitchesProps, TargetSwitches } from "./target-switches";
import { useGridActions } from "./use-grid-actions";
import { useGridCommands } from "./use-grid-commands";
import { useGridEditor } from "./use-grid-editor";

// Loaded when they open: most visits read or type and never need them.
const GridDialogs = dynamic(() => import("./grid-dialogs").then((file) => file.GridDialogs));
const HistorySheet = dynamic(() => import("./history-sheet").then((file) => file.HistorySheet));

export type WorkspaceProps = {
  grid: TargetGrid;
  switches: SwitchesProps;
  /** The quarter, then its months. */
  periodLabels: readonly string[];
  title: string;
  currency: string;
  moneyDigits: number;
  timeZone: string;
  mayUnlock: boolean;
  /** Where unsaved edits are kept in the browser: person, unit, quarter and KPI. */
  storageKey: string;
};

/** Setting the targets of one unit: switches, toolbar, grid (a list on phones), and what is unsaved. */
export function TargetWorkspace(props: WorkspaceProps) {
  const { grid, switches, periodLabels, currency } = props;
  const t = useTranslations("targets");
  const [view, setView] = useState<TierView>("target");
  const [historyOf, setHistoryOf] = useState<{ title: string; targetId: string | null } | null>(
    null,
  );
  const editor = useGridEditor(grid, props.storageKey);
  const columns = gridColumns(grid, view);
  const cursor = useGridCursor(grid.rows.length, columns.length);
  const numbers = useTargetNumbers(grid.rule, currency, props.timeZone);
  const actions = useGridActions(grid, switches.quarter, editor);
  useUnsavedWarning(editor.count > 0, t("leaveQuestion"));

  function historyAt(row: GridRow, period: number) {
    const title = `${row.name} · ${periodLabels[period] ?? ""} · ${props.title}`;
    setHistoryOf({ title, targetId: row.cells[period]?.id ?? null });
  }
  function showHistory() {
    const row = grid.rows[cursor.focus.row];
    if (row) historyAt(row, columns[cursor.focus.column]?.period ?? 0);
  }
  const commands = useGridCommands({
    grid,
    editor,
    cursor,
    columns,
    tiers: shownTiers(view),
    onSave: actions.save,
    onHistory: showHistory,
  });
  const gridProps = {
    grid,
    editor,
    cursor,
    commands,
    columns,
    view,
    periodLabels,
    numbers,
    moneyDigits: props.moneyDigits,
    disordered: disorderedCells(grid, editor.edits),
    onHistory: historyAt,
    hrefOfUnit: (unitId: string) =>
      `/targets?unit=${unitId}&period=${switches.quarter}&kpi=${grid.kpi}`,
    tierLabel: (tier: "floor" | "target" | "stretch") => t(`tiers.${tier}`),
  };
  const mayLeave = () => editor.count === 0 || window.confirm(t("leaveQuestion"));
  return (
    <>
      <TargetSwitches {...switches} mayLeave={mayLeave} />
      <Kept editor={editor} when={numbers.dateTime(editor.found?.at ?? "")} />
      <Card>
        <div className="-mx-4 -mt-2.5 -mb-4">
          <GridToolbar
            grid={grid}
            editor={editor}
            commands={commands}
            view={view}
            onView={setView}
            onCopyFrom={(from) => actions.copyFrom(from, commands.fillIn)}
            onHistory={showHistory}
            onLock={() => actions.setDialog({ kind: "lock" })}
            onUnlock={() => actions.setDialog({ kind: "unlock" })}
            exportHref={`/targets/export?unit=${grid.unitId}&period=${switches.quarter}&kpi=${grid.kpi}`}
            mayUnlock={props.mayUnlock}
          />
          <div className="phone:hidden">
            <GridTable {...gridProps} />
          </div>
          <div className="shell:hidden">
            <PhoneList {...gridProps} />
          </div>
          <SaveBar
            unsaved={editor.count}
            disordered={gridProps.disordered.size}
            onShowLevels={view === "all" ? null : () => setView("all")}
            drafts={movable(grid, "publish").length}
            saving={actions.saving}
            onSave={actions.save}
            onDiscard={editor.discard}
            onPublish={actions.publish}
          />
        </div>
      </Card>
      <p className="mt-2 text-muted text-xs phone:hidden">{t("keys")}</p>
      {actions.dialog ? (
        <GridDialogs
          grid={grid}
          editor={editor}
          actions={actions}
          periodLabels={periodLabels}
          numbers={numbers}
        />
      ) : null}
      {historyOf ? (
        <HistorySheet {...historyOf} numbers={numbers} onClose={() => setHistoryOf(null)} />
      ) : null}
    </>
  );
}

/** What an earlier visit left unsaved in this browser. */
function Kept({ editor, when }: { editor: ReturnType<typeof useGridEditor>; when: string }) {
  const t = useTranslations("targets");
  if (!editor.found) return null;
  return (
    <Banner
      live
      className="mb-3.5"
      title={t("kept.title", { count: Object.keys(editor.found.edits).length })}
      action={
        <span className="flex gap-2">
          <Button size="sm" onClick={editor.forget}>
            {t("kept.discard")}
          </Button>
          <Button size="sm" variant="primary" onClick={editor.restore}>
            {t("kept.restore")}
          </Button>
        </span>
      }
    >
      {t("kept.text", { when })}
    </Banner>
  );
}
