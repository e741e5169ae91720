import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  TARGET_METRICS,
  type TargetFacts,
  type TargetMetric,
  targetFigure,
} from "@/lib/targets/domain/target-figure";
import { propertyRuns } from "../../setup/thoroughness";

const thresholds = { on: 1, caution: 0.9 };
// 660 of 1,000 after 30 of 60 working days; 850 of open deals are due; a deal brings 50 at 40%.
const REVENUE: TargetFacts = {
  kpi: "revenue",
  actual: { value: 660, n: 12 },
  levels: { floor: 900, target: 1000, stretch: 1100 },
  pacing: { days: 60, daysGone: 30, daysLeft: 30, weight: 0.5, thresholds },
  due: { value: 850, n: 7 },
  averageDealSize: 50,
  winRate: 0.4,
};
const figure = (metric: TargetMetric, facts: Partial<TargetFacts> = {}) =>
  targetFigure(metric, { ...REVENUE, ...facts });

describe("a figure against a target", () => {
  it.each([
    ["target", 1000, 1000, null],
    ["attainment", 0.66, 660, 1000],
    ["gap", 340, 340, null],
    ["time_elapsed", 0.5, 30, 60],
    ["expected_to_date", 500, 500, null],
    ["pace", 1.32, 660, 500],
    ["run_rate_landing", 1320, 660, 0.5],
    ["required_rate", 340 / 30, 340, 30],
    ["coverage_to_go", 2.5, 850, 340],
    ["opportunities_needed", 17, 340, 20],
  ] as const)("%s is %d = %d ÷ %s", (metric, value, numerator, denominator) => {
    const found = figure(metric);
    expect(found.value).toBeCloseTo(value, 9);
    expect([found.numerator, found.denominator]).toEqual([numerator, denominator]);
    expect(found.n).toBe(metric === "coverage_to_go" ? 7 : 12);
  });

  it("of a ratio does not elapse: no landing, no daily rate, expected is the target", () => {
    const rate = { kpi: "win_rate", actual: { value: 0.27, n: 9 } } as const;
    const levels = { floor: null, target: 0.3, stretch: null };
    const value = (metric: TargetMetric) => figure(metric, { ...rate, levels }).value;
    expect(value("expected_to_date")).toBe(0.3);
    expect(value("pace")).toBeCloseTo(0.9, 9);
    expect([value("run_rate_landing"), value("required_rate")]).toEqual([null, null]);
  });

  it("is undefined without a target, but time goes on and the landing stays", () => {
    const known = TARGET_METRICS.filter((id) => figure(id, { levels: null }).value !== null);
    expect(known).toEqual(["time_elapsed", "run_rate_landing"]);
  });

  it("regression: 180% is 180%, and beyond the target nothing is needed any more", () => {
    const actual = { value: 1800, n: 1 };
    expect(figure("attainment", { actual }).value).toBe(1.8);
    expect(figure("required_rate", { actual }).value).toBe(0);
    expect(figure("opportunities_needed", { actual }).value).toBe(0);
    expect(figure("coverage_to_go", { actual }).value).toBeNull();
  });

  it("regression: without a dated deal the coverage is unknown, not 0", () => {
    expect(figure("coverage_to_go", { due: { value: 0, n: 0 } }).value).toBeNull();
  });

  it("is always its numerator ÷ denominator, rounded up for opportunities", () => {
    const amounts = fc.integer({ min: 1, max: 1e9 });
    fc.assert(
      fc.property(
        fc.constantFrom(...TARGET_METRICS),
        amounts,
        amounts,
        (metric, actual, target) => {
          const levels = { floor: null, target, stretch: null };
          const found = figure(metric, { actual: { value: actual, n: 1 }, levels });
          if (found.value === null || found.denominator === null || found.value === 0) return true;
          const exact = (found.numerator ?? 0) / found.denominator;
          const shown = metric === "opportunities_needed" ? Math.ceil(exact * (1 - 1e-9)) : exact;
          return Math.abs(found.value - shown) <= Math.abs(shown) * 1e-9;
        },
      ),
      { numRuns: propertyRuns() },
    );
  });
});
