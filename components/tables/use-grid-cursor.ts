"use client";
import { type KeyboardEvent, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { GridRange } from "@/lib/shared/grid-range";

export type Cursor = { row: number; column: number };

const STEPS: Record<string, Cursor> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
  PageUp: { row: -10, column: 0 },
  PageDown: { row: 10, column: 0 },
};

/** Where a key leads from a cell; null for keys that do not move. Ctrl goes to the edge. */
function target(event: KeyboardEvent, { row, column }: Cursor, last: Cursor): Cursor | null {
  const far = event.ctrlKey || event.metaKey;
  if (event.key === "Home") return { row: far ? 0 : row, column: 0 };
  if (event.key === "End") return { row: far ? last.row : row, column: last.column };
  const step = STEPS[event.key];
  if (!step) return null;
  const by = far ? 100_000 : 1;
  return { row: row + step.row * by, column: column + step.column * by };
}

/**
 * The focused cell, the selected rectangle and the cell being edited. Cells carry
 * `data-cell="row:column"`; the focused one alone is in the tab order.
 */
export function useGridCursor(rows: number, columns: number) {
  const table = useRef<HTMLTableElement>(null);
  const [focus, setFocus] = useState<Cursor>({ row: 0, column: 0 });
  const [anchor, setAnchor] = useState<Cursor>({ row: 0, column: 0 });
  const [editing, setEditing] = useState<{ at: Cursor; text: string | null } | null>(null);
  const last = { row: rows - 1, column: columns - 1 };
  const within = ({ row, column }: Cursor): Cursor => ({
    row: Math.max(0, Math.min(row, last.row)),
    column: Math.max(0, Math.min(column, last.column)),
  });
  const from = within(anchor);
  const to = within(focus);
  const range: GridRange = {
    top: Math.min(from.row, to.row),
    bottom: Math.max(from.row, to.row),
    left: Math.min(from.column, to.column),
    right: Math.max(from.column, to.column),
  };

  function select(next: Cursor, extend = false) {
    const cell = within(next);
    setFocus(cell);
    if (!extend) setAnchor(cell);
  }
  function moveTo(next: Cursor, extend = false) {
    select(next, extend);
    const { row, column } = within(next);
    table.current?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`)?.focus();
  }
  return {
    table,
    focus: to,
    range,
    isRange: range.top !== range.bottom || range.left !== range.right,
    editing,
    select,
    moveTo,
    /** Handles a moving key; true when it was one. */
    onMoveKey(event: KeyboardEvent): boolean {
      const next = target(event, to, last);
      if (next) moveTo(next, event.shiftKey);
      return next !== null;
    },
    selectAll() {
      setAnchor({ row: 0, column: 0 });
      setFocus(last);
    },
    /** `text` null: starts with the cell's number. Rendered at once, so that the key just pressed lands in it. */
    startEditing: (at: Cursor, text: string | null) => flushSync(() => setEditing({ at, text })),
    stopEditing(step: Cursor) {
      flushSync(() => setEditing(null));
      moveTo({ row: to.row + step.row, column: to.column + step.column });
    },
    /** Ends editing where the focus has gone elsewhere. */
    leaveEditing: () => setEditing(null),
  };
}

export type GridCursor = ReturnType<typeof useGridCursor>;
