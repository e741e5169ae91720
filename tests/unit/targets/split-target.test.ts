import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toMinor } from "@/lib/shared/money";
import { splitTarget } from "@/lib/targets/domain/split-target";
import { weightedScore } from "@/lib/targets/domain/weighted-score";
import { propertyRuns } from "../../setup/thoroughness";

describe("splitting a target", () => {
  it("5,200 over months of 17, 20 and 23 working days: 1,473.34 + 1,733.33 + 1,993.33", () => {
    expect(splitTarget(5200, [17, 20, 23], 2)).toEqual([1473.34, 1733.33, 1993.33]);
  });

  it("80 new customers over three months are whole customers: 27 + 27 + 26", () => {
    expect(splitTarget(80, [1, 1, 1], 0)).toEqual([27, 27, 26]);
  });

  it("months sum to the quarter to the cent", () => {
    const cents = fc.integer({ min: 0, max: 1e12 });
    const weights = fc.array(fc.integer({ min: 0, max: 66 }), { minLength: 1, maxLength: 35 });
    fc.assert(
      fc.property(cents, weights, (total, by) => {
        const parts = splitTarget(total / 100, by, 2);
        const sum = parts.reduce((a, part) => a + toMinor(part, "CNY"), 0n);
        expect(sum).toBe(BigInt(total));
      }),
      { numRuns: propertyRuns() },
    );
  });

  it("regression: a deal shared 50:50 counts once for the team: 0.03 is 0.02 + 0.01", () => {
    expect(splitTarget(0.03, [50, 50], 2)).toEqual([0.02, 0.01]);
  });
});

describe("weighted score", () => {
  const kpis = [
    { kpi: "revenue", weight: 60, attainment: 1.5 },
    { kpi: "new_customers", weight: 40, attainment: 0.5 },
  ];

  it("60% × 150% + 40% × 50% = 110%, without a cap", () => {
    expect(weightedScore(kpis).score).toBeCloseTo(1.1, 12);
  });

  it("capped at 120%: 60% × 120% + 40% × 50% = 92%, with its parts", () => {
    const { score, parts } = weightedScore(kpis, 1.2);
    expect(score).toBeCloseTo(0.92, 12);
    expect(parts[0]).toEqual({ kpi: "revenue", share: 0.6, counted: 1.2, points: 0.72 });
  });

  it("is undefined, not lower, when a KPI that counts has no attainment", () => {
    const missing = { kpi: "win_rate", attainment: null };
    expect(weightedScore([...kpis, { ...missing, weight: 1 }]).score).toBeNull();
    expect(weightedScore([...kpis, { ...missing, weight: 0 }]).score).toBeCloseTo(1.1, 12);
  });

  it("has no value without weights and refuses negative ones", () => {
    expect(weightedScore([]).score).toBeNull();
    expect(() => weightedScore([{ kpi: "a", weight: -1, attainment: 1 }])).toThrow(RangeError);
  });
});
