import type { Edits } from "@/lib/shared/cell-edits";
import { shownValue } from "./grid-edits";
import type { CellChange } from "./save-rules";
import { addressOf, cellAt, partsOf, type TargetGrid } from "./target-grid";
import { type Tiers, tiersInOrder } from "./target-kpi";

/** Versions on which cells were first edited: `row|period` → version. */
export type Bases = Readonly<Record<string, number>>;

export function cellKey(row: string, period: number): string {
  return `${row}|${period}`;
}

/** The cell of an address: `row|period`. */
export function cellKeyOf(address: string): string {
  return address.slice(0, address.lastIndexOf("|"));
}

/** Keeps the version of each edited cell from before its first edit, so that a stale save is noticed. */
export function rememberBases(grid: TargetGrid, edits: Edits, bases: Bases): Bases {
  const kept: Record<string, number> = {};
  for (const address of Object.keys(edits)) {
    const key = cellKeyOf(address);
    kept[key] = bases[key] ?? cellAt(grid, address)?.version ?? 0;
  }
  return kept;
}

function valuesAt(grid: TargetGrid, edits: Edits, row: string, period: number): Tiers {
  const at = (tier: keyof Tiers) => shownValue(grid, edits, addressOf(row, period, tier));
  return { floor: at("floor"), target: at("target"), stretch: at("stretch") };
}

/** The edited cells as the server takes them, each with all its levels and the version it was made on. */
export function changesOf(grid: TargetGrid, edits: Edits, bases: Bases): CellChange[] {
  const keys = new Set(Object.keys(edits).map(cellKeyOf));
  return [...keys].flatMap((key): CellChange[] => {
    const at = partsOf(`${key}|target`);
    const row = grid.rows.find((one) => one.key === at?.row);
    const cell = at && row?.cells[at.period];
    if (!at || !row || !cell) return [];
    return [
      {
        unitId: row.unitId,
        userId: row.userId,
        period: at.period,
        version: bases[key] ?? cell.version,
        ...valuesAt(grid, edits, row.key, at.period),
      },
    ];
  });
}

/** Edited cells whose levels are not floor ≤ target ≤ stretch: `row|period`. */
export function disorderedCells(grid: TargetGrid, edits: Edits): Set<string> {
  const keys = [...new Set(Object.keys(edits).map(cellKeyOf))];
  return new Set(
    keys.filter((key) => {
      const at = partsOf(`${key}|target`);
      return at !== null && !tiersInOrder(valuesAt(grid, edits, at.row, at.period));
    }),
  );
}

/** Is a published target among the edited ones? Then the save needs a reason. */
export function touchesPublished(grid: TargetGrid, edits: Edits): boolean {
  return Object.keys(edits).some((address) => cellAt(grid, address)?.status === "published");
}
