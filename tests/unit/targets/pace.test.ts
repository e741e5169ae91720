import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attainment, gap } from "@/lib/targets/domain/attainment";
import { expectedToDate, shapeWeight, workingDayWeight } from "@/lib/targets/domain/elapsed-weight";
import { requiredRate, runRateLanding } from "@/lib/targets/domain/landing";
import { linearity } from "@/lib/targets/domain/linearity";
import { type PaceInput, paceOf, paceStatus } from "@/lib/targets/domain/pace";
import { periodState } from "@/lib/targets/domain/period-state";
import { rampShare } from "@/lib/targets/domain/ramp";
import { propertyRuns } from "../../setup/thoroughness";

describe("attainment and gap", () => {
  it("regression: 180 of 100 is 180%, not 100%, and ranks above 100 of 100", () => {
    expect(attainment(180, 100)).toBe(1.8);
    expect(attainment(100, 100)).toBe(1);
  });

  it("is undefined for a target of 0 or none", () => {
    expect(attainment(50, 0)).toBeNull();
    expect(attainment(50, null)).toBeNull();
    expect(attainment(null, 50)).toBeNull();
  });

  it("regression: a month without records misses its whole target: gap 100 − 0 = 100, not 0", () => {
    expect(gap(0, 100)).toBe(100);
    expect(gap(130, 100)).toBe(-30);
    expect(gap(null, 100)).toBeNull();
    expect(gap(0, null)).toBeNull();
  });
});

describe("expected to date", () => {
  it("37 of 63 working days of a target of 5,200 is 3,054", () => {
    expect(expectedToDate(5200, workingDayWeight({ elapsed: 37, total: 63 }))).toBeCloseTo(3054, 0);
  });

  it("by shape: (30 + 50) ÷ (100 + 100) = 40%", () => {
    expect(
      shapeWeight([
        { toDate: 30, whole: 100 },
        { toDate: 50, whole: 100 },
      ]),
    ).toBe(0.4);
  });

  it("is undefined without working days, a past or a target", () => {
    expect(workingDayWeight({ elapsed: 0, total: 0 })).toBeNull();
    expect(shapeWeight([])).toBeNull();
    expect(shapeWeight([{ toDate: 5, whole: -1 }])).toBeNull();
    expect(expectedToDate(null, 0.5)).toBeNull();
    expect(expectedToDate(100, null)).toBeNull();
  });
});

const revenue: PaceInput = {
  actual: 3229,
  target: 5200,
  additive: true,
  weight: 0.587,
  direction: "up",
};

describe("pace", () => {
  it("3,229 against 5,200 × 58.7% = 3,052 is 106%, on pace", () => {
    const { expected, pace, status } = paceOf(revenue);
    expect(expected).toBeCloseTo(3052.4, 1);
    expect(pace).toBeCloseTo(1.058, 3);
    expect(status).toBe("on");
  });

  it.each([
    [100, "on"],
    [99.9, "caution"],
    [90, "caution"],
    [89.9, "behind"],
    [0, "behind"],
    [-5, "behind"],
  ] as const)("%f against 100 is %s", (actual, status) => {
    expect(paceStatus(actual, 100, "up")).toBe(status);
  });

  it.each([
    [100, "on"],
    [0, "on"],
    [110, "caution"],
    [110.1, "behind"],
  ] as const)("lower is better: %f against 100 is %s", (actual, status) => {
    expect(paceStatus(actual, 100, "down")).toBe(status);
  });

  it("a negative target keeps its sense: −4% on, −5.4% caution, −6% behind −5%", () => {
    const statuses = [-0.04, -0.054, -0.06].map((actual) => paceStatus(actual, -0.05, "up"));
    expect(statuses).toEqual(["on", "caution", "behind"]);
  });

  it("a win rate is held against the whole target, not against the elapsed part of it", () => {
    const rate = { ...revenue, additive: false, actual: 0.25, target: 0.3 };
    expect(paceOf(rate)).toEqual({ expected: 0.3, pace: 0.25 / 0.3, status: "behind" });
    expect(paceOf({ ...rate, target: 0, actual: 0.01 }).status).toBe("on");
  });

  it("has no status when nothing is expected or known", () => {
    const none = { expected: null, pace: null, status: null };
    expect(paceOf({ ...revenue, target: null })).toEqual(none);
    expect(paceOf({ ...revenue, weight: null })).toEqual(none);
    expect(paceOf({ ...revenue, weight: 0 })).toEqual({ expected: 0, pace: null, status: null });
    expect(paceOf({ ...revenue, actual: null }).status).toBeNull();
  });

  it("takes other thresholds", () => {
    const strict = { on: 1.1, caution: 1 };
    expect(paceStatus(105, 100, "up", strict)).toBe("caution");
    expect(paceStatus(110, 100, "up", strict)).toBe("on");
    expect(paceStatus(99, 100, "up", strict)).toBe("behind");
  });

  it("for a positive expected value is the comparison of the ratio with 1 and 0.9", () => {
    const amount = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 10_000 }), (actual, expected) => {
        const by = actual >= expected ? "on" : 10 * actual >= 9 * expected ? "caution" : "behind";
        expect(paceStatus(actual, expected, "up")).toBe(by);
      }),
      { numRuns: propertyRuns() },
    );
  });
});

describe("landing", () => {
  it("3,229 after 62.5% of the days lands at 5,166.4", () => {
    expect(runRateLanding(3229, 0.625)).toBeCloseTo(5166.4, 6);
    expect(runRateLanding(0, 0)).toBeNull();
  });

  it("202 to go in 28 working days needs 7.2 a day", () => {
    expect(requiredRate(202, 28)).toBeCloseTo(7.214, 3);
    expect(requiredRate(-10, 28)).toBe(0);
    expect(requiredRate(10, 0)).toBeNull();
    expect(requiredRate(null, 28)).toBeNull();
  });

  it("linearity of 20, 30, 50 is 50%", () => {
    expect(linearity([20, 30, 50])).toBe(0.5);
    expect(linearity([])).toBeNull();
    expect(linearity([0, 0, 0])).toBeNull();
  });

  it("ramps 0, 25, 50, 100% by quarter of tenure", () => {
    expect([-1, 0, 1, 2, 3, 9].map((quarter) => rampShare(quarter))).toEqual([
      0, 0, 0.25, 0.5, 1, 1,
    ]);
    expect(rampShare(2, [])).toBe(1);
  });
});

it("regression: a goal is over the day after its period, and not still open", () => {
  const q1 = { from: "2026-01-01", to: "2026-04-01" } as const;
  const days = ["2025-12-31", "2026-01-01", "2026-03-31", "2026-04-01"] as const;
  expect(days.map((day) => periodState(q1, day))).toEqual([
    "upcoming",
    "running",
    "running",
    "over",
  ]);
});
