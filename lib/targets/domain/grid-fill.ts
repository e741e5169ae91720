import type { Edits } from "@/lib/shared/cell-edits";
import { wholeUnits } from "@/lib/shared/typed-number";
import { shownValue } from "./grid-edits";
import { splitTarget } from "./split-target";
import { addressOf, cellReadOnly, type GridRow, type TargetGrid } from "./target-grid";
import type { Tier } from "./target-kpi";

/** By what a whole is split: all alike, as last year went, by working days, or as the parts stand now. */
export const SPLIT_WAYS = ["even", "lastYear", "workingDays", "current"] as const;
export type SplitWay = (typeof SPLIT_WAYS)[number];

/** One part to be filled: its address, its weight, and its number where that stays as it is. */
type Part = { address: string; weight: number; fixed: number | null | undefined };

export type Filled =
  | { ok: true; changes: Edits }
  /** `noWhole`: nothing to split; `nobody`: no part may change; `tooMuch`: fixed parts exceed the whole. */
  | { ok: false; reason: "noWhole" | "nobody" | "tooMuch" };

/**
 * Splits what the fixed parts leave of a whole over the others by largest remainder, in whole minor
 * units (whole customers): afterwards the parts sum to the whole exactly. Weights that are all 0
 * split evenly.
 */
function split(whole: number | null, parts: readonly Part[], digits: number): Filled {
  if (whole === null) return { ok: false, reason: "noWhole" };
  const open = parts.filter((part) => part.fixed === undefined);
  if (open.length === 0) return { ok: false, reason: "nobody" };
  const fixed = parts.reduce((sum, part) => sum + wholeUnits(part.fixed ?? 0, digits), 0n);
  const left = wholeUnits(whole, digits) - fixed;
  if (left < 0n) return { ok: false, reason: "tooMuch" };
  const weights = open.map((part) => part.weight);
  const shares = splitTarget(Number(left) / 10 ** digits, weights, digits);
  const changes = open.map((part, index) => [part.address, shares[index] ?? 0]);
  return { ok: true, changes: Object.fromEntries(changes) };
}

function partOf(
  grid: TargetGrid,
  edits: Edits,
  row: GridRow,
  period: number,
  tier: Tier,
  way: SplitWay,
): Part {
  const address = addressOf(row.key, period, tier);
  const shown = shownValue(grid, edits, address);
  const weight = {
    even: 1,
    lastYear: row.lastYear[period] ?? 0,
    workingDays: row.presence[period] ?? 0,
    current: shown ?? 0,
  }[way];
  const fixed = cellReadOnly(row, period) ? shown : undefined;
  return { address, weight: Math.max(0, weight), fixed };
}

/**
 * A row's quarter over its months. By working days the month's own count, not the row's members.
 */
export function splitOverMonths(
  grid: TargetGrid,
  edits: Edits,
  row: GridRow,
  tier: Tier,
  way: SplitWay,
): Filled {
  const parts = grid.periods.slice(1).map(({ workingDays }, index) => {
    const part = partOf(grid, edits, row, index + 1, tier, way);
    return way === "workingDays" ? { ...part, weight: workingDays } : part;
  });
  const whole = shownValue(grid, edits, addressOf(row.key, 0, tier));
  return split(whole, parts, grid.rule.digits);
}

/** The unit's number in one period over its members; those that may not be changed keep theirs. */
export function splitOverMembers(
  grid: TargetGrid,
  edits: Edits,
  period: number,
  tier: Tier,
  way: SplitWay,
): Filled {
  const [unit, ...members] = grid.rows;
  if (!unit) return { ok: false, reason: "nobody" };
  const parts = members.map((row) => partOf(grid, edits, row, period, tier, way));
  const whole = shownValue(grid, edits, addressOf(unit.key, period, tier));
  return split(whole, parts, grid.rule.digits);
}
