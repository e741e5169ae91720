import type { Edits } from "@/lib/shared/cell-edits";
import { roundTo } from "@/lib/shared/typed-number";
import { shownValue } from "./grid-edits";
import { addressOf, type GridRow, type TargetGrid } from "./target-grid";
import { TIERS, type Tier } from "./target-kpi";

/**
 * A whole beside the sum of its parts. `sum` is null while no part has a number; `difference` is
 * whole − sum (positive: still to be given out; negative: too much), null while either is missing.
 */
export type Comparison = Readonly<{
  whole: number | null;
  sum: number | null;
  difference: number | null;
}>;

/** Compares a whole with its parts; missing parts count as nothing. Sums in whole units of `digits`. */
export function compareParts(
  whole: number | null,
  parts: readonly (number | null)[],
  digits: number,
): Comparison {
  const given = parts.filter((part) => part !== null);
  const sum = given.length === 0 ? null : roundTo(total(given), digits);
  const difference = whole === null || sum === null ? null : roundTo(whole - sum, digits);
  return { whole, sum, difference };
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** The quarter of a row beside the sum of its months. */
export function compareMonths(
  grid: TargetGrid,
  edits: Edits,
  row: GridRow,
  tier: Tier,
): Comparison {
  const [quarter = null, ...months] = grid.periods.map((_, period) =>
    shownValue(grid, edits, addressOf(row.key, period, tier)),
  );
  return compareParts(quarter, months, grid.rule.digits);
}

/** The unit's number in one period beside the sum of its members'. */
export function compareMembers(
  grid: TargetGrid,
  edits: Edits,
  period: number,
  tier: Tier,
): Comparison {
  const [whole = null, ...members] = grid.rows.map((row) =>
    shownValue(grid, edits, addressOf(row.key, period, tier)),
  );
  return compareParts(whole, members, grid.rule.digits);
}

/** Money of a growth target: base × (1 + g); null without a base or a target. */
export function growthAmount(base: number | null, growth: number | null, digits: number) {
  return base === null || growth === null ? null : roundTo(base * (1 + growth), digits);
}

/** One place where parts do not add up. `kind` says which parts of `row`: its months or its members. */
export type Mismatch = Readonly<{
  row: string;
  kind: "months" | "members";
  period: number;
  tier: Tier;
  difference: number;
}>;

/** Every mismatch of a grid; none for KPIs that are not additive. */
export function mismatchesOf(grid: TargetGrid, edits: Edits = {}): Mismatch[] {
  if (!grid.additive) return [];
  const whole = grid.rows[0];
  const found: (Omit<Mismatch, "difference"> & { difference: number | null })[] = [];
  for (const tier of TIERS) {
    for (const row of grid.rows) {
      const { difference } = compareMonths(grid, edits, row, tier);
      found.push({ row: row.key, kind: "months", period: 0, tier, difference });
    }
    for (const period of grid.periods.keys()) {
      const { difference } = compareMembers(grid, edits, period, tier);
      found.push({ row: whole?.key ?? "", kind: "members", period, tier, difference });
    }
  }
  return found.flatMap(({ difference, ...rest }) => (difference ? [{ ...rest, difference }] : []));
}
