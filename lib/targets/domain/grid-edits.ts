import { changeCells, type EditState, type Edits } from "@/lib/shared/cell-edits";
import { type Address, storedValue, type TargetGrid } from "./target-grid";

/** The number shown at an address: the edit where there is one, else the stored one. */
export function shownValue(grid: TargetGrid, edits: Edits, address: Address): number | null {
  const edit = edits[address];
  return edit === undefined ? storedValue(grid, address) : edit;
}

/** Makes changes as one step of undo; a change to the stored number removes the edit. */
export function change(state: EditState, grid: TargetGrid, changes: Edits): EditState {
  return changeCells(state, (address) => storedValue(grid, address), changes);
}

/** Edits that still differ from what is stored, at addresses the grid has (after a save or reload). */
export function remaining(grid: TargetGrid, edits: Edits): Edits {
  const known = new Set(grid.rows.map((row) => row.key));
  return Object.fromEntries(
    Object.entries(edits).filter(
      ([address, value]) =>
        known.has(address.slice(0, address.indexOf("|"))) && storedValue(grid, address) !== value,
    ),
  );
}
