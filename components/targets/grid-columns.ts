import type { GridColumn } from "@/lib/targets/domain/grid-paste";
import type { GridRow, TargetGrid, TargetStatus } from "@/lib/targets/domain/target-grid";
import { TIERS, type Tier } from "@/lib/targets/domain/target-kpi";

/** Which levels the grid shows: one, or all side by side. */
export type TierView = Tier | "all";

export function shownTiers(view: TierView): readonly Tier[] {
  return view === "all" ? TIERS : [view];
}

/** The editable columns: each period with each shown level. */
export function gridColumns(grid: TargetGrid, view: TierView): GridColumn[] {
  return grid.periods.flatMap((_, period) => shownTiers(view).map((tier) => ({ period, tier })));
}

/** The status of a row's targets together; null while it has none. */
export function rowStatus(row: GridRow): TargetStatus | "mixed" | null {
  const statuses = new Set(
    row.cells
      .filter(({ values }) => TIERS.some((tier) => values[tier] !== null))
      .map((cell) => cell.status),
  );
  if (statuses.size > 1) return "mixed";
  return statuses.values().next().value ?? null;
}
