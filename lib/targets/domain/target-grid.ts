import type { Period } from "@/lib/shared/period";
import type { NumberRule } from "@/lib/shared/typed-number";
import type { TargetKpi, Tier, Tiers } from "./target-kpi";

export type TargetStatus = "draft" | "published" | "locked";

/** One stored target (one row of the table `target`); version 0 where there is none yet. */
export type GridCell = Readonly<{
  id: string | null;
  version: number;
  status: TargetStatus;
  values: Tiers;
}>;

/** Why a row cannot be edited. */
export type ReadOnlyReason = "own" | "notAllowed";

export type GridRow = Readonly<{
  key: string;
  unitId: string;
  userId: string | null;
  /** The unit whose page it is, a unit below it, or a rep. */
  kind: "whole" | "unit" | "rep";
  name: string;
  readOnly: ReadOnlyReason | null;
  /** One per period of the grid: the quarter, then (additive KPIs) its months. */
  cells: readonly GridCell[];
  /** The KPI a year before, for the same periods; null where undefined. */
  lastYear: readonly (number | null)[];
  /** The KPI so far, for the same periods. */
  actual: readonly (number | null)[];
  /** Working days of the members in each period: people who came late count less. */
  presence: readonly number[];
  /** Revenue of the same quarter last year: the base of a growth target. */
  base: number | null;
}>;

export type GridPeriod = Readonly<Period & { workingDays: number }>;

export type TargetGrid = Readonly<{
  kpi: TargetKpi;
  additive: boolean;
  rule: NumberRule;
  unitId: string;
  unitName: string;
  periods: readonly GridPeriod[];
  /** The whole first, then its members. */
  rows: readonly GridRow[];
}>;

/** Address of one number of the grid. */
export type Address = `${string}|${number}|${Tier}`;

export function rowKey(unitId: string, userId: string | null): string {
  return `${unitId}:${userId ?? ""}`;
}

export function addressOf(row: string, period: number, tier: Tier): Address {
  return `${row}|${period}|${tier}`;
}

/** The parts of an address; null for a text that is none. */
export function partsOf(address: string): { row: string; period: number; tier: Tier } | null {
  const found = /^([^|]+)\|(\d)\|(floor|target|stretch)$/.exec(address);
  if (!found) return null;
  return { row: found[1] ?? "", period: Number(found[2]), tier: found[3] as Tier };
}

export function cellAt(grid: TargetGrid, address: string): GridCell | null {
  const at = partsOf(address);
  if (!at) return null;
  return grid.rows.find((row) => row.key === at.row)?.cells[at.period] ?? null;
}

/** The stored number at an address; null where there is none. */
export function storedValue(grid: TargetGrid, address: string): number | null {
  const at = partsOf(address);
  return at ? (cellAt(grid, address)?.values[at.tier] ?? null) : null;
}

/** Why this cell takes no input: the row's reason, or the target is locked; null where it may be edited. */
export function cellReadOnly(row: GridRow, period: number): ReadOnlyReason | "locked" | null {
  if (row.readOnly) return row.readOnly;
  return row.cells[period]?.status === "locked" ? "locked" : null;
}
