import type { Edits } from "@/lib/shared/cell-edits";
import { type GridRange, placeBlock } from "@/lib/shared/grid-range";
import { parseTypedNumber } from "@/lib/shared/typed-number";
import { type Address, addressOf, cellReadOnly, type TargetGrid } from "./target-grid";
import type { Tier } from "./target-kpi";

/** A column of the grid as it is shown. */
export type GridColumn = { period: number; tier: Tier };

export type Pasted = {
  changes: Edits;
  /** Cells that may not be changed. */
  readOnly: number;
  /** What could not be read as a number of this KPI. */
  rejected: { address: Address; text: string; reason: "notANumber" | "outOfRange" }[];
  /** Cells of the block that lie outside the grid. */
  outside: number;
};

/**
 * Puts a block of texts into the grid from the range's first cell on. One single text fills the
 * whole range. Cells that are read-only, outside or unreadable are left as they are and reported.
 */
export function pasteBlock(
  grid: TargetGrid,
  columns: readonly GridColumn[],
  range: GridRange,
  block: readonly (readonly string[])[],
): Pasted {
  const pasted: Pasted = { changes: {}, readOnly: 0, rejected: [], outside: 0 };
  const changes: Record<string, number | null> = {};
  placeBlock(range, block, (rowAt, columnAt, text) => {
    const row = grid.rows[rowAt];
    const column = columns[columnAt];
    if (!row || !column) {
      pasted.outside += 1;
    } else if (cellReadOnly(row, column.period)) {
      pasted.readOnly += 1;
    } else {
      const address = addressOf(row.key, column.period, column.tier);
      const parsed = parseTypedNumber(text, grid.rule);
      if (parsed.ok) changes[address] = parsed.value;
      else pasted.rejected.push({ address, text, reason: parsed.reason });
    }
  });
  return { ...pasted, changes };
}
