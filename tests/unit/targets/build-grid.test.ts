import { describe, expect, it } from "vitest";
import type { WorkingCalendar } from "@/lib/settings/domain/working-days";
import { buildGrid, gridPeriods } from "@/lib/targets/domain/build-grid";

const calendar: WorkingCalendar = {
  weekend: [6, 7],
  holidays: new Set(["2026-10-01", "2026-10-02"] as const),
  makeUpDays: new Set(["2026-10-10"] as const),
};
const Q4 = { from: "2026-10-01", to: "2027-01-01" } as const;
const values = { floor: null, target: 5, stretch: null };

describe("the periods of a quarter", () => {
  it("are the quarter and its months where months sum to it", () => {
    expect(gridPeriods("revenue", 1, Q4).map(({ from }) => from)).toEqual([
      "2026-10-01",
      "2026-10-01",
      "2026-11-01",
      "2026-12-01",
    ]);
  });
  it("are the quarter alone for ratios", () => {
    expect(gridPeriods("win_rate", 1, Q4)).toEqual([Q4]);
  });
  it("follow the fiscal year: a year from February has a quarter from November", () => {
    const quarter = { from: "2026-11-01", to: "2027-02-01" } as const;
    expect(gridPeriods("revenue", 2, quarter).map(({ from }) => from)).toEqual([
      "2026-11-01",
      "2026-11-01",
      "2026-12-01",
      "2027-01-01",
    ]);
  });
});

describe("a grid", () => {
  const grid = buildGrid({
    kpi: "revenue",
    moneyDigits: 0,
    periods: gridPeriods("revenue", 1, Q4),
    calendar,
    members: [
      { kind: "whole", unitId: "u", userId: null, name: "Unit" },
      { kind: "unit", unitId: "c", userId: null, name: "Child" },
      { kind: "rep", unitId: "u", userId: "ann", name: "Ann" },
    ],
    stays: [
      { ...Q4, branchId: "c", userId: "x" },
      { from: "2026-11-16", to: "2027-01-01", branchId: "c", userId: "y" },
      { from: "2020-01-01", to: "2026-10-08", branchId: null, userId: "ann" },
    ],
    stored: [
      {
        id: "t",
        unitId: "u",
        userId: "ann",
        from: "2026-11-01",
        to: "2026-12-01",
        version: 3,
        status: "locked",
        values,
      },
    ],
    readOnly: ({ userId }) => (userId === null ? "own" : null),
  });

  it("puts each stored target into its row and month", () => {
    const [unit, child, ann] = grid.rows;
    expect(ann?.cells[2]).toEqual({ id: "t", version: 3, status: "locked", values });
    expect(ann?.cells[1]?.version).toBe(0);
    expect(unit?.cells.every((cell) => cell.id === null)).toBe(true);
    expect([unit?.readOnly, child?.readOnly, ann?.readOnly]).toEqual(["own", "own", null]);
  });

  it("counts working days with holidays and make-up days: October has 22 − 2 + 1", () => {
    expect(grid.periods.map(({ workingDays }) => workingDays)).toEqual([65, 21, 21, 23]);
  });

  it("counts who is there only part of the time by that part", () => {
    const [unit, child, ann] = grid.rows;
    expect(ann?.presence).toEqual([3, 3, 0, 0]);
    expect(child?.presence).toEqual([65 + 34, 21, 21 + 11, 23 + 23]);
    expect(unit?.presence).toEqual([65 + 34 + 3, 24, 32, 46]);
  });
});
