import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { medianStay, type Stay } from "@/lib/metrics/domain/kaplan-meier";
import { median } from "@/lib/shared/median";
import { propertyRuns } from "../../setup/thoroughness";

const stay = (days: number, left = true, count = 1): Stay => ({ days, left, count });

describe("the median stay", () => {
  it("of 2, 4 and 9 days, all over, is 4", () => {
    expect(medianStay([stay(9), stay(2), stay(4)])).toBe(4);
  });

  it("counts those still there: 2, 4, then 3+ and 8+: 3/4, then × 1/2 = 3/8 at 4", () => {
    expect(medianStay([stay(2), stay(3, false), stay(4), stay(8, false)])).toBe(4);
  });

  it("regression: leaving out those still there would say 5 where half have not left after 20", () => {
    const stays = [stay(5, true, 2), stay(20, false, 6)];
    expect(median(stays.filter(({ left }) => left).map(({ days }) => days))).toBe(5);
    expect(medianStay(stays)).toBeNull();
  });

  it("is unknown for none, and 0 where they left on the day they came", () => {
    expect(medianStay([])).toBeNull();
    expect(medianStay([stay(0), stay(0), stay(7, false)])).toBe(0);
  });

  it("of stays that are all over is the lower middle one, however they are counted", () => {
    const days = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(days, (all) => {
        const sorted = all.toSorted((a, b) => a - b);
        const counted = [...Map.groupBy(all, (d) => d)].map(([d, same]) =>
          stay(d, true, same.length),
        );
        const middle = sorted[Math.ceil(sorted.length / 2) - 1];
        return medianStay(all.map((d) => stay(d))) === middle && medianStay(counted) === middle;
      }),
      { numRuns: propertyRuns() },
    );
  });
});
