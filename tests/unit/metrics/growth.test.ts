import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { change, growth, growthRate } from "@/lib/metrics/domain/growth";
import { propertyRuns } from "../../setup/thoroughness";

describe("growth", () => {
  it("110 against 100 is 10 ÷ 100 = 10%", () => {
    expect(growth(110, 100)).toEqual({ kind: "rate", rate: 0.1 });
  });

  it("regression: from a base of 0 it is new, not 0% and not infinite", () => {
    expect(growth(50, 0)).toEqual({ kind: "new" });
    expect(growthRate(50, 0)).toBeNull();
  });

  it("0 against 0 and a missing side are undefined", () => {
    expect(growth(0, 0)).toEqual({ kind: "undefined" });
    expect(growth(null, 100)).toEqual({ kind: "undefined" });
    expect(growth(100, null)).toEqual({ kind: "undefined" });
  });

  it("from a negative base −100 to −50 is 50 ÷ 100 = +50%, to 20 is +120%", () => {
    expect(growthRate(-50, -100)).toBe(0.5);
    expect(growthRate(20, -100)).toBe(1.2);
  });

  it("is not capped and can fall below −100%", () => {
    expect(growthRate(500, 100)).toBe(4);
    expect(growthRate(-50, 100)).toBe(-1.5);
  });

  it("previous + change = now", () => {
    const amount = fc.integer({ min: -1e9, max: 1e9 });
    fc.assert(
      fc.property(amount, amount, (now, then) => then + (change(now, then) ?? 0) === now),
      { numRuns: propertyRuns() },
    );
  });

  it("has the sign of the change, whatever the base", () => {
    const amount = fc.integer({ min: -1e9, max: 1e9 });
    fc.assert(
      fc.property(amount, amount, (now, then) => {
        fc.pre(then !== 0);
        expect(Math.sign(growthRate(now, then) ?? 0)).toBe(Math.sign(now - then));
      }),
      { numRuns: propertyRuns() },
    );
  });
});
