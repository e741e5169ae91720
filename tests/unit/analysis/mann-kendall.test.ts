import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mannKendall, senLine } from "@/lib/analysis/domain/mann-kendall";
import { createRandom } from "@/lib/shared/random";
import { propertyRuns } from "../../setup/thoroughness";

describe("the Mann–Kendall test", () => {
  it("of 1, 2, 3, 4: all 6 pairs rise, one order of 24", () => {
    const test = mannKendall([1, 2, 3, 4]);
    expect(test).toMatchObject({ n: 4, s: 6, tau: 1 });
    expect(test?.rising).toBeCloseTo(1 / 24, 12);
    expect(test?.falling).toBeCloseTo(1, 12);
  });

  it("of 1, 2, 4, 3: S = 5 − 1 = 4, and 1 + 3 orders of 24 rise as much", () => {
    const test = mannKendall([1, 2, 4, 3]);
    expect(test?.s).toBe(4);
    expect(test?.rising).toBeCloseTo(4 / 24, 12);
  });

  it("with ties 2, 2, 1, 1: S = −4, variance (156 − 36) ÷ 18, z = −3 ÷ √6.667", () => {
    const test = mannKendall([2, 2, 1, 1]);
    expect(test?.s).toBe(-4);
    expect(test?.falling).toBeCloseTo(0.1226, 4);
  });

  it("says nothing of three values, and finds no trend where all are equal", () => {
    expect(mannKendall([3, 2, 1])).toBeNull();
    expect(mannKendall([5, 5, 5, 5])).toMatchObject({ s: 0, falling: 1, rising: 1 });
  });

  it("reversed in time, falling and rising change places", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 4 }), (values) => {
        const [there, back] = [mannKendall(values), mannKendall([...values].reverse())];
        expect(back?.s).toBe(-(there?.s ?? 0) + 0);
        expect(back?.rising).toBeCloseTo(there?.falling ?? Number.NaN, 9);
      }),
      { numRuns: propertyRuns(100) },
    );
  });

  it("calls 5% of series without trend falling at 5%", () => {
    const random = createRandom("no trend");
    const draws = Array.from({ length: 2000 }, () =>
      mannKendall(Array.from({ length: 20 }, () => random.normal(0, 1))),
    );
    const share = draws.filter((test) => (test?.falling ?? 1) <= 0.05).length / draws.length;
    expect(share).toBeGreaterThan(0.035);
    expect(share).toBeLessThan(0.065);
  });
});

describe("Sen's line", () => {
  it("through 1, 3, 5, 100: slopes 2, 2, 2 and 33, 48.5, 95: median (2 + 33) ÷ 2", () => {
    expect(senLine([1, 3, 5, 100])?.slope).toBe(17.5);
  });

  it("is not moved by one outlier of seven", () => {
    expect(senLine([1, 3, 5, 100, 9, 11, 13])).toEqual({ slope: 2, intercept: 1 });
  });

  it("needs two values", () => {
    expect(senLine([1])).toBeNull();
  });
});
