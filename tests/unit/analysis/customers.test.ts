import { describe, expect, it } from "vitest";
import { cohortTable, retentionAfter } from "@/lib/analysis/domain/cohorts";
import { shareOfLargest } from "@/lib/analysis/domain/concentration";

describe("cohorts", () => {
  const sizes = [
    { cohort: "2026-01-01", size: 10 },
    { cohort: "2026-02-01", size: 4 },
    { cohort: "2026-03-01", size: 3 },
  ] as const;
  const counts = [
    { cohort: "2026-01-01", month: "2026-02-01", active: 5 },
    { cohort: "2026-02-01", month: "2026-03-01", active: 1 },
  ] as const;
  const table = cohortTable(sizes, counts, "2026-03-31");

  it("hold 5 of 10 after a month, none of 10 after two, 1 of 4 after one", () => {
    expect(table.map(({ later }) => later.map(({ share }) => share))).toEqual([
      [0.5, 0],
      [0.25],
      [],
    ]);
  });
  it("leave out a month that is not over", () => {
    const running = cohortTable(sizes, counts, "2026-03-30");
    expect(running.map(({ later }) => later.length)).toEqual([1, 0, 0]);
  });
  it("together: (5 + 1) ÷ (10 + 4) after a month, a ratio of sums; 0 ÷ 10 after two; none after three", () => {
    expect(retentionAfter(table, 1)).toBeCloseTo(6 / 14, 12);
    expect(retentionAfter(table, 2)).toBe(0);
    expect(retentionAfter(table, 3)).toBeNull();
  });
});

describe("concentration", () => {
  const curve = [60, 80, 95, 100].map((revenue, i) => ({ customers: i + 1, revenue }));
  const spread = { customers: 4, revenue: 100, forFourFifths: 2, curve };

  it("the largest quarter brings 60, half 80; a place between two is between them", () => {
    expect(shareOfLargest(spread, 0.25)).toBe(0.6);
    expect(shareOfLargest(spread, 0.5)).toBe(0.8);
    expect(shareOfLargest(spread, 0.375)).toBeCloseTo(0.7, 12);
    expect(shareOfLargest(spread, 1)).toBe(1);
  });
  it("the largest eighth brings half of what the largest brings", () => {
    expect(shareOfLargest(spread, 0.125)).toBeCloseTo(0.3, 12);
  });
  it("is undefined without revenue", () => {
    expect(shareOfLargest({ ...spread, revenue: 0 }, 0.5)).toBeNull();
  });
});
