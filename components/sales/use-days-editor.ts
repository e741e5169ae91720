"use client";
import { useMemo, useState } from "react";
import { useDraft } from "@/components/forms/use-draft";
import {
  type DayChange,
  type DayRow,
  lineKey,
  remainingEdits,
  rememberSeen,
  type Seen,
  type StoreDays,
  storedNumber,
} from "@/lib/sales/domain/store-days";
import {
  changeCells,
  type EditState,
  type Edits,
  NO_EDITS,
  redo,
  undo,
} from "@/lib/shared/cell-edits";

/** What is kept in the browser until it is saved. */
type Kept = { edits: Edits; seen: Seen; added: readonly DayRow[] };
const NOTHING: Kept = { edits: {}, seen: {}, added: [] };

/** The stored grid with the rows a person has added to it. */
function withRows(grid: StoreDays, added: readonly DayRow[]): StoreDays {
  const known = new Set(grid.rows.map((row) => row.product.id));
  return { ...grid, rows: [...grid.rows, ...added.filter((row) => !known.has(row.product.id))] };
}

/**
 * Unsaved numbers over a store's stored days: changed as one step each, undone, kept in the browser
 * and sent when the connection is back. When the server sends the grid anew, edits that are stored by
 * now end. `onRestoredToSend`: what was kept had been sent without a connection.
 */
export function useDaysEditor(stored: StoreDays, draftName: string, onRestoredToSend: () => void) {
  const [state, setState] = useState<EditState>(NO_EDITS);
  const [seen, setSeen] = useState<Seen>({});
  const [added, setAdded] = useState<readonly DayRow[]>([]);
  const days = useMemo(() => withRows(stored, added), [stored, added]);
  const [shown, setShown] = useState(stored);
  if (stored !== shown) {
    setShown(stored);
    const edits = remainingEdits(days, state.edits);
    setState({ edits, past: [], future: [] });
    setSeen(rememberSeen(days, edits, seen));
  }
  const values = useMemo(() => ({ edits: state.edits, seen, added }), [state.edits, seen, added]);
  const count = Object.keys(state.edits).length;
  const draft = useDraft({
    active: true,
    name: draftName,
    initial: NOTHING,
    values,
    dirty: count > 0,
    restore: (kept, send) => {
      const { edits, seen: known, added: rows } = kept as Kept;
      const all = withRows(stored, rows);
      const left = remainingEdits(all, edits);
      setAdded(rows);
      setState({ edits: left, past: [], future: [] });
      setSeen(rememberSeen(all, left, known));
      if (send) onRestoredToSend();
    },
  });

  function put(next: EditState) {
    setState(next);
    setSeen(rememberSeen(days, next.edits, seen));
  }
  return {
    days,
    edits: state.edits,
    seen,
    count,
    draft,
    canUndo: state.past.length > 0,
    canRedo: state.future.length > 0,
    change: (changes: Edits) => put(changeCells(state, (at) => storedNumber(days, at), changes)),
    undo: () => put(undo(state)),
    redo: () => put(redo(state)),
    discard() {
      put(NO_EDITS);
      draft.forget();
    },
    add: (row: DayRow) => setAdded([...added, row]),
    /** What was sent stands there now: numbers typed meanwhile are made on it. */
    saved(changes: readonly DayChange[]) {
      draft.forget();
      const lines = changes.map((change) => [lineKey(change), change.line] as const);
      setSeen((old) => ({ ...old, ...Object.fromEntries(lines) }));
    },
    /** After a conflict: these edits, made on what stands there now. */
    rebase(edits: Edits, current: Seen) {
      setState({ edits, past: [], future: [] });
      setSeen(rememberSeen(days, edits, { ...seen, ...current }));
    },
  };
}

export type DaysEditor = ReturnType<typeof useDaysEditor>;
