import {
  type GridCell,
  type GridRow,
  rowKey,
  type TargetGrid,
} from "@/lib/targets/domain/target-grid";
import { isAdditive, NO_TIERS, ruleOf, type TargetKpi } from "@/lib/targets/domain/target-kpi";

export const UNIT = "unit";

export function cell(target: number | null, over: Partial<GridCell> = {}): GridCell {
  const stored = target !== null;
  return {
    id: stored ? "id" : null,
    version: stored ? 1 : 0,
    status: "draft",
    values: { ...NO_TIERS, target },
    ...over,
  };
}

/** A row whose targets are the given ones: the quarter, then its months. */
export function row(
  userId: string | null,
  targets: readonly (number | null)[],
  over: Partial<GridRow> = {},
): GridRow {
  return {
    key: rowKey(UNIT, userId),
    unitId: UNIT,
    userId,
    kind: userId === null ? "whole" : "rep",
    name: userId ?? "the unit",
    readOnly: null,
    cells: targets.map((target) => cell(target)),
    lastYear: targets.map(() => null),
    actual: targets.map(() => null),
    presence: targets.map(() => 0),
    base: null,
    ...over,
  };
}

export function grid(rows: readonly GridRow[], kpi: TargetKpi = "revenue"): TargetGrid {
  const days = [62, 21, 20, 21];
  return {
    kpi,
    additive: isAdditive(kpi),
    rule: ruleOf(kpi, 2),
    unitId: UNIT,
    unitName: "the unit",
    periods: (rows[0]?.cells ?? []).map((_, index) => ({
      from: "2026-07-01",
      to: "2026-10-01",
      workingDays: days[index] ?? 0,
    })),
    rows,
  };
}
