"use client";
import { useState } from "react";
import { type EditState, type Edits, NO_EDITS, redo, undo } from "@/lib/shared/cell-edits";
import { type Bases, cellKeyOf, rememberBases } from "@/lib/targets/domain/grid-changes";
import { change, remaining } from "@/lib/targets/domain/grid-edits";
import type { TargetGrid } from "@/lib/targets/domain/target-grid";
import { useKeptEdits } from "./use-kept-edits";

/**
 * Unsaved edits over the stored grid: changed as one step each, undone, kept in the browser. When
 * the server sends the grid anew, edits that are stored by now end.
 */
export function useGridEditor(grid: TargetGrid, storageKey: string) {
  const [state, setState] = useState<EditState>(NO_EDITS);
  const [bases, setBases] = useState<Bases>({});
  const [shownGrid, setShownGrid] = useState(grid);
  if (grid !== shownGrid) {
    setShownGrid(grid);
    const edits = remaining(grid, state.edits);
    setState({ edits, past: [], future: [] });
    setBases(rememberBases(shownGrid, edits, bases));
  }
  const kept = useKeptEdits(grid, storageKey, state.edits, bases);

  function put(next: EditState, known: Bases = bases) {
    setState(next);
    setBases(rememberBases(grid, next.edits, known));
  }
  return {
    edits: state.edits,
    bases,
    count: Object.keys(state.edits).length,
    canUndo: state.past.length > 0,
    canRedo: state.future.length > 0,
    change: (changes: Edits) => put(change(state, grid, changes)),
    undo: () => put(undo(state)),
    redo: () => put(redo(state)),
    discard: () => put(NO_EDITS),
    /** What an earlier visit left unsaved, as far as it still differs. */
    found: kept.found && leftOver(grid, kept.found.edits) ? kept.found : null,
    restore() {
      if (!kept.found) return;
      put(change(state, grid, remaining(grid, { ...kept.found.edits, ...state.edits })), {
        ...kept.found.bases,
        ...bases,
      });
      kept.forget();
    },
    forget: kept.forget,
    /** After a conflict: the current version is what the edits of these cells are made on now. */
    rebase: (versions: Bases) => setBases({ ...bases, ...versions }),
    drop(cells: ReadonlySet<string>) {
      const edits = Object.fromEntries(
        Object.entries(state.edits).filter(([address]) => !cells.has(cellKeyOf(address))),
      );
      put({ edits, past: [], future: [] });
    },
  };
}

function leftOver(grid: TargetGrid, edits: Edits): boolean {
  return Object.keys(remaining(grid, edits)).length > 0;
}

export type GridEditor = ReturnType<typeof useGridEditor>;
