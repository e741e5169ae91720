"use client";
import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { onGridKey } from "@/components/tables/grid-keys";
import type { Cursor, GridCursor } from "@/components/tables/use-grid-cursor";
import { toast } from "@/components/ui/toast";
import { type DayColumn, measureRule, pasteDays } from "@/lib/sales/domain/days-paste";
import {
  amountsAtListPrice,
  cellAddress,
  type Measure,
  shownNumber,
} from "@/lib/sales/domain/store-days";
import { formatBlock, parseBlock } from "@/lib/shared/pasted-block";
import { parseTypedNumber, typedForm } from "@/lib/shared/typed-number";
import type { DaysEditor } from "./use-days-editor";

type Parts = {
  editor: DaysEditor;
  cursor: GridCursor;
  columns: readonly DayColumn[];
  onSave: () => void;
};

/** What can be done in the grid of a store's days, by key, clipboard and button. */
export function useDaysCommands({ editor, cursor, columns, onSave }: Parts) {
  const t = useTranslations("sales.days");
  const { days } = editor;

  function addressAt({ row, column }: Cursor): string | null {
    const product = days.rows[row]?.product.id;
    const at = columns[column];
    return product && at ? cellAddress({ productId: product, day: at.day }, at.measure) : null;
  }
  function copy(): string {
    const { top, bottom, left, right } = cursor.range;
    const texts = days.rows.slice(top, bottom + 1).map((_, down) =>
      columns.slice(left, right + 1).map((_column, across) => {
        const address = addressAt({ row: top + down, column: left + across });
        return typedForm(address ? shownNumber(days, editor.edits, address) : null, "money");
      }),
    );
    return formatBlock(texts);
  }
  function paste(text: string) {
    const { changes, future, rejected, outside } = pasteDays(
      days,
      columns,
      cursor.range,
      parseBlock(text),
    );
    editor.change(changes);
    const notes = [
      future > 0 ? t("paste.future", { count: future }) : null,
      outside > 0 ? t("paste.outside", { count: outside }) : null,
      rejected.length > 0
        ? t("paste.rejected", { count: rejected.length, texts: rejected.slice(0, 3).join(", ") })
        : null,
    ].filter((note) => note !== null);
    if (notes.length > 0)
      toast(t("paste.partly"), { status: "warn", description: notes.join(" ") });
  }
  function clear() {
    editor.change(pasteDays(days, columns, cursor.range, [[""]]).changes);
  }
  function open(at: Cursor, text: string | null) {
    const day = columns[at.column]?.day;
    if (day && day > days.today) toast(t("future"), { status: "neutral" });
    else cursor.startEditing(at, text);
  }
  return {
    addressAt,
    copy,
    cut() {
      const text = copy();
      clear();
      return text;
    },
    paste,
    open,
    onKey: (event: KeyboardEvent) =>
      onGridKey(event, {
        ...{ cursor, open, clear, undo: editor.undo, redo: editor.redo, save: onSave },
      }),
    /** Takes a typed text for a cell; answers what is wrong with it. */
    commit(address: string, measure: Measure, text: string): string | null {
      const parsed = parseTypedNumber(text, measureRule(measure, days.digits));
      if (!parsed.ok) return t(`unread.${parsed.reason}`);
      editor.change({ [address]: parsed.value });
      return null;
    },
    fillAmounts() {
      const changes = amountsAtListPrice(days, editor.edits);
      const count = Object.keys(changes).length;
      if (count > 0) editor.change(changes);
      toast(t("filled", { count }), { status: count > 0 ? "good" : "warn" });
    },
  };
}

export type DaysCommands = ReturnType<typeof useDaysCommands>;
