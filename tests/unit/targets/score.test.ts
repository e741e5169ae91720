import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type HandedDown, mismatchOf } from "@/lib/targets/domain/mismatch";
import { scoreOf, scoreRules } from "@/lib/targets/domain/score";

const rules = (cap: number | null = null) =>
  scoreRules({
    ...{ scoreWeightRevenue: 3, scoreWeightNewCustomers: 1, scoreWeightGrowth: 0 },
    ...{ scoreWeightWinRate: 1, scoreCap: cap },
  });

describe("weighted score", () => {
  const attained = [
    { kpi: "revenue", attainment: 1.2 },
    { kpi: "win_rate", attainment: 0.8 },
  ] as const;

  it("revenue 120% at 3 of 4, win rate 80% at 1 of 4: 110%; new customers have no target and weigh nothing", () => {
    const { score, parts } = scoreOf(attained, rules());
    expect(score).toBeCloseTo(1.1, 12);
    expect(parts.map(({ kpi, share }) => [kpi, share])).toEqual([
      ["revenue", 0.75],
      ["win_rate", 0.25],
    ]);
  });
  it("with a cap of 100%: 0.75 × 100% + 0.25 × 80% = 95%; without one nothing is cut", () => {
    expect(scoreOf(attained, rules(1)).score).toBeCloseTo(0.95, 12);
  });
  it("is undefined where a KPI that counts has no attainment, and where none has a target", () => {
    const missing = { kpi: "new_customers", attainment: null } as const;
    expect(scoreOf([...attained, missing], rules()).score).toBeNull();
    expect(scoreOf([...attained, { ...missing, kpi: "growth" }], rules()).score).toBeCloseTo(1.1);
    expect(scoreOf([], rules()).score).toBeNull();
  });
});

describe("target not handed down", () => {
  const child = (target: number | null): HandedDown => ({ kind: "unit", id: "u", target });

  it("3,000 − 1,500 − 1,200 = 300; more handed down is negative", () => {
    expect(mismatchOf(3000, [child(1500), child(1200), child(null)])).toBe(300);
    expect(mismatchOf(2000, [child(1500), child(1200)])).toBe(-700);
  });
  it("is undefined without a target, or where nothing was handed down", () => {
    expect(mismatchOf(null, [child(1)])).toBeNull();
    expect(mismatchOf(3000, [child(null)])).toBeNull();
    expect(mismatchOf(3000, [])).toBeNull();
  });
  it("children and mismatch sum to the parent over any partition (property)", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e6, max: 1e6 }),
        fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1 }),
        (parent, targets) => {
          const rest = mismatchOf(parent, targets.map(child)) ?? 0;
          expect(targets.reduce((sum, one) => sum + one, rest)).toBe(parent);
        },
      ),
    );
  });
});
