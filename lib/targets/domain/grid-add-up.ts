import type { Edits } from "@/lib/shared/cell-edits";
import { compareMembers, compareMonths } from "./grid-sums";
import { addressOf, cellReadOnly, type GridRow, partsOf, type TargetGrid } from "./target-grid";
import type { Tier } from "./target-kpi";

/** Each row's quarter as the sum of its months, where there are months and it may be changed. */
export function addUpMonths(
  grid: TargetGrid,
  edits: Edits,
  rows: readonly GridRow[],
  tiers: readonly Tier[],
): Edits {
  const changes: Record<string, number> = {};
  for (const row of rows.filter((one) => cellReadOnly(one, 0) === null))
    for (const tier of tiers) {
      const { sum } = compareMonths(grid, edits, row, tier);
      if (sum !== null) changes[addressOf(row.key, 0, tier)] = sum;
    }
  return changes;
}

/** The unit's number in each period as the sum of its members', where it may be changed. */
export function addUpMembers(grid: TargetGrid, edits: Edits, tiers: readonly Tier[]): Edits {
  const [unit] = grid.rows;
  const changes: Record<string, number> = {};
  for (const period of grid.periods.keys())
    for (const tier of tiers) {
      const { sum } = compareMembers(grid, edits, period, tier);
      if (unit && sum !== null && cellReadOnly(unit, period) === null)
        changes[addressOf(unit.key, period, tier)] = sum;
    }
  return changes;
}

/** The changes at addresses of this grid that may be changed. */
export function onlyEditable(grid: TargetGrid, changes: Edits): Edits {
  return Object.fromEntries(
    Object.entries(changes).filter(([address]) => {
      const at = partsOf(address);
      const row = grid.rows.find(({ key }) => key === at?.row);
      return at && row && at.period < grid.periods.length && !cellReadOnly(row, at.period);
    }),
  );
}
