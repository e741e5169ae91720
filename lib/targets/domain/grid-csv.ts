import { compareMembers } from "./grid-sums";
import type { TargetGrid, TargetStatus } from "./target-grid";
import { TIERS } from "./target-kpi";

type Words = {
  name: string;
  status: string;
  from: string;
  to: string;
  tiers: Readonly<Record<string, string>>;
  statuses: Readonly<Record<TargetStatus, string>>;
  lastYear: string;
  soFar: string;
  membersSum: string;
};

type Cell = string | number | null;

/**
 * The stored grid as a table for a spreadsheet: one line for each row and period `[from, to)`, plain
 * numbers, ratios as fractions; for additive KPIs a line with the members' sums after each period.
 */
export function gridTable(grid: TargetGrid, words: Words): { head: string[]; rows: Cell[][] } {
  const head = [
    words.name,
    words.from,
    words.to,
    words.status,
    ...TIERS.map((tier) => words.tiers[tier] ?? tier),
    words.lastYear,
    words.soFar,
  ];
  const rows = grid.periods.flatMap(({ from, to }, period) => {
    const lines: Cell[][] = grid.rows.map((row) => {
      const cell = row.cells[period];
      const isSet = TIERS.some((tier) => (cell?.values[tier] ?? null) !== null);
      return [
        row.name,
        from,
        to,
        cell && isSet ? words.statuses[cell.status] : null,
        ...TIERS.map((tier) => cell?.values[tier] ?? null),
        row.lastYear[period] ?? null,
        row.actual[period] ?? null,
      ];
    });
    if (!grid.additive || grid.rows.length < 2) return lines;
    const sums = TIERS.map((tier) => compareMembers(grid, {}, period, tier).sum);
    return [...lines, [words.membersSum, from, to, null, ...sums, null, null]];
  });
  return { head, rows };
}
