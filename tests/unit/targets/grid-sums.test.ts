import { describe, expect, it } from "vitest";
import {
  compareMembers,
  compareMonths,
  compareParts,
  growthAmount,
  mismatchesOf,
} from "@/lib/targets/domain/grid-sums";
import { grid, row } from "./sample-grid";

describe("a whole beside the sum of its parts", () => {
  it("differs by whole − sum, missing parts counting as nothing", () => {
    expect(compareParts(100, [30, null, 50], 2)).toEqual({ whole: 100, sum: 80, difference: 20 });
    expect(compareParts(100, [60, 60], 2).difference).toBe(-20);
  });

  it("is exact in cents: 0.1 + 0.2 is 0.3", () => {
    expect(compareParts(0.3, [0.1, 0.2], 2).difference).toBe(0);
  });

  it("has no difference while one of both is missing", () => {
    expect(compareParts(100, [null, null], 2)).toEqual({ whole: 100, sum: null, difference: null });
    expect(compareParts(null, [1], 2)).toEqual({ whole: null, sum: 1, difference: null });
  });
});

describe("a grid", () => {
  const rows = [row(null, [300, 100, 100, 90]), row("ann", [200, 80, 60, 60]), row("bo", [100])];
  const sample = grid(rows);

  it("compares the quarter with its months and the unit with its members", () => {
    const [unit] = rows;
    if (!unit) throw new Error("no row");
    expect(compareMonths(sample, {}, unit, "target").difference).toBe(10);
    expect(compareMembers(sample, {}, 0, "target").difference).toBe(0);
    expect(compareMembers(sample, {}, 1, "target").difference).toBe(20);
  });

  it("counts edits before they are saved", () => {
    const edits = { "unit:|0|target": 290 };
    expect(mismatchesOf(sample, edits)).toEqual([
      { row: "unit:", kind: "members", period: 0, tier: "target", difference: -10 },
      { row: "unit:", kind: "members", period: 1, tier: "target", difference: 20 },
      { row: "unit:", kind: "members", period: 2, tier: "target", difference: 40 },
      { row: "unit:", kind: "members", period: 3, tier: "target", difference: 30 },
    ]);
  });

  it("has no mismatch for a ratio: win rates do not add up", () => {
    expect(mismatchesOf(grid([row(null, [0.5]), row("ann", [0.7])], "win_rate"))).toEqual([]);
  });
});

describe("a growth target in money", () => {
  it("is base × (1 + g), to the minor unit", () => {
    expect(growthAmount(1000, 0.1, 2)).toBe(1100);
    expect(growthAmount(333.33, 0.1, 2)).toBe(366.66);
    expect(growthAmount(1000, -0.05, 2)).toBe(950);
  });

  it("is unknown without a base", () => {
    expect(growthAmount(null, 0.1, 2)).toBeNull();
    expect(growthAmount(1000, null, 2)).toBeNull();
  });
});
