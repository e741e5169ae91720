"use client";
import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { onGridKey } from "@/components/tables/grid-keys";
import type { Cursor, GridCursor } from "@/components/tables/use-grid-cursor";
import { toast } from "@/components/ui/toast";
import type { Edits } from "@/lib/shared/cell-edits";
import { formatBlock, parseBlock } from "@/lib/shared/pasted-block";
import { parseTypedNumber, typedForm } from "@/lib/shared/typed-number";
import { addUpMembers, addUpMonths, onlyEditable } from "@/lib/targets/domain/grid-add-up";
import { shownValue } from "@/lib/targets/domain/grid-edits";
import {
  type Filled,
  type SplitWay,
  splitOverMembers,
  splitOverMonths,
} from "@/lib/targets/domain/grid-fill";
import { type GridColumn, pasteBlock } from "@/lib/targets/domain/grid-paste";
import { compareMonths } from "@/lib/targets/domain/grid-sums";
import {
  type Address,
  addressOf,
  cellReadOnly,
  type GridRow,
  type TargetGrid,
} from "@/lib/targets/domain/target-grid";
import type { Tier } from "@/lib/targets/domain/target-kpi";
import type { GridEditor } from "./use-grid-editor";

type Parts = {
  grid: TargetGrid;
  editor: GridEditor;
  cursor: GridCursor;
  columns: readonly GridColumn[];
  tiers: readonly Tier[];
  onSave: () => void;
  onHistory: () => void;
};

/** What can be done in the grid, by key, clipboard and menu. Every command is one step of undo. */
export function useGridCommands({
  grid,
  editor,
  cursor,
  columns,
  tiers,
  onSave,
  onHistory,
}: Parts) {
  const t = useTranslations("targets");
  const { rule } = grid;

  /** Texts of the selected cells as a spreadsheet takes them. */
  function copy(): string {
    const { top, bottom, left, right } = cursor.range;
    const rows = grid.rows.slice(top, bottom + 1).map((row) =>
      columns.slice(left, right + 1).map(({ period, tier }) => {
        const value = shownValue(grid, editor.edits, addressOf(row.key, period, tier));
        return typedForm(value, rule.kind);
      }),
    );
    return formatBlock(rows);
  }

  function paste(text: string) {
    const block = parseBlock(text);
    const { changes, readOnly, rejected, outside } = pasteBlock(grid, columns, cursor.range, block);
    editor.change(changes);
    const notes = [
      readOnly > 0 ? t("paste.readOnly", { count: readOnly }) : null,
      outside > 0 ? t("paste.outside", { count: outside }) : null,
      rejected.length > 0
        ? t("paste.rejected", {
            count: rejected.length,
            texts: rejected
              .slice(0, 3)
              .map(({ text: bad }) => `“${bad.slice(0, 30)}”`)
              .join(", "),
          })
        : null,
    ].filter((note) => note !== null);
    if (notes.length > 0)
      toast(t("paste.partly"), { status: "warn", description: notes.join(" ") });
  }

  /** Empties what is selected; the cells that may not be changed stay. */
  function clear() {
    editor.change(pasteBlock(grid, columns, cursor.range, [[""]]).changes);
  }

  function fill(fills: readonly Filled[]) {
    const changes: Edits = Object.assign({}, ...fills.map((one) => (one.ok ? one.changes : {})));
    if (Object.keys(changes).length > 0) return editor.change(changes);
    const [reason] = fills.flatMap((one) => (one.ok ? [] : [one.reason]));
    toast(t(`splitFailed.${reason ?? "noWhole"}`), { status: "warn" });
  }

  /** The selected rows; all of them while only one cell is selected. */
  const chosenRows = cursor.isRange
    ? grid.rows.slice(cursor.range.top, cursor.range.bottom + 1)
    : grid.rows;

  function open(at: Cursor, text: string | null) {
    const row = grid.rows[at.row];
    const column = columns[at.column];
    const reason = row && column ? cellReadOnly(row, column.period) : null;
    if (reason) toast(t(`readOnly.${reason}`), { status: "neutral" });
    else cursor.startEditing(at, text);
  }

  return {
    onKey: (event: KeyboardEvent) =>
      onGridKey(event, {
        ...{ cursor, open, clear, undo: editor.undo, redo: editor.redo, save: onSave },
        onAlt: (code) => {
          if (code === "KeyH") onHistory();
        },
      }),
    copy,
    cut() {
      const text = copy();
      clear();
      return text;
    },
    paste,
    open,
    chosenRows,
    /** Takes a typed text for an address; answers what is wrong with it. */
    commit(address: Address, text: string): string | null {
      const parsed = parseTypedNumber(text, rule);
      if (!parsed.ok) return t(`problem.${parsed.reason}`, { kind: rule.kind });
      editor.change({ [address]: parsed.value });
      return null;
    },
    splitRow(row: GridRow, tier: Tier) {
      const { sum } = compareMonths(grid, editor.edits, row, tier);
      fill([splitOverMonths(grid, editor.edits, row, tier, sum ? "current" : "workingDays")]);
    },
    splitMonths: (way: SplitWay) =>
      fill(
        chosenRows.flatMap((row) =>
          tiers.map((tier) => splitOverMonths(grid, editor.edits, row, tier, way)),
        ),
      ),
    splitMembers: (way: SplitWay) =>
      fill(
        grid.periods.flatMap((_, period) =>
          tiers.map((tier) => splitOverMembers(grid, editor.edits, period, tier, way)),
        ),
      ),
    /** Quarters become the sums of their months. */
    addUpMonths: () => editor.change(addUpMonths(grid, editor.edits, chosenRows, tiers)),
    /** The unit's numbers become the sums of its members'. */
    addUpMembers: () => editor.change(addUpMembers(grid, editor.edits, tiers)),
    /** Fills in targets of another quarter where they may be changed; answers how many. */
    fillIn(source: Edits): number {
      const changes = onlyEditable(grid, source);
      editor.change(changes);
      return Object.keys(changes).length;
    },
  };
}

export type GridCommands = ReturnType<typeof useGridCommands>;
