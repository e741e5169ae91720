import type { Edits } from "./grid-edits";
import { type Address, addressOf, cellReadOnly, type TargetGrid } from "./target-grid";
import type { Tier } from "./target-kpi";
import { parseTargetNumber } from "./target-number";

/** A column of the grid as it is shown. */
export type GridColumn = { period: number; tier: Tier };

/** A rectangle of shown cells; both ends included. */
export type GridRange = { top: number; left: number; bottom: number; right: number };

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
  const single = block.length === 1 && block[0]?.length === 1 ? (block[0][0] ?? "") : null;
  const height = single === null ? block.length : range.bottom - range.top + 1;
  const pasted: Pasted = { changes: {}, readOnly: 0, rejected: [], outside: 0 };
  const changes: Record<string, number | null> = {};
  for (let down = 0; down < height; down++) {
    const line = block[down] ?? [];
    const width = single === null ? line.length : range.right - range.left + 1;
    for (let right = 0; right < width; right++) {
      const row = grid.rows[range.top + down];
      const column = columns[range.left + right];
      if (!row || !column) {
        pasted.outside += 1;
        continue;
      }
      if (cellReadOnly(row, column.period)) {
        pasted.readOnly += 1;
        continue;
      }
      const address = addressOf(row.key, column.period, column.tier);
      const text = single ?? line[right] ?? "";
      const parsed = parseTargetNumber(text, grid.rule);
      if (parsed.ok) changes[address] = parsed.value;
      else pasted.rejected.push({ address, text, reason: parsed.reason });
    }
  }
  return { ...pasted, changes };
}
