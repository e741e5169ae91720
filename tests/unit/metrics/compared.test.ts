import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeFigure, growthFigure } from "@/lib/metrics/domain/growth-figure";
import { shareFigure } from "@/lib/metrics/domain/share";
import { propertyRuns } from "../../setup/thoroughness";

const amount = fc.integer({ min: -1_000_000, max: 1_000_000 });

describe("a compared figure", () => {
  it("what it was and the change make what it is", () => {
    fc.assert(
      fc.property(
        amount,
        amount,
        (now, then) => then + (changeFigure(now, then, 1).value ?? 0) === now,
      ),
      { numRuns: propertyRuns() },
    );
  });

  it("what it was grown by its rate makes what it is, also from a negative base", () => {
    fc.assert(
      fc.property(amount, amount.filter(Boolean), (now, then) => {
        const rate = growthFigure(now, then, 1).value ?? Number.NaN;
        return Math.abs(then + rate * Math.abs(then) - now) < 1e-3;
      }),
      { numRuns: propertyRuns() },
    );
  });

  it("shares of the parts of a whole make 100%", () => {
    const parts = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1 });
    fc.assert(
      fc.property(parts, (all) => {
        const whole = all.reduce((sum, part) => sum + part, 0);
        const shares = all.map((part) => shareFigure(part, whole, 1).value);
        if (whole === 0) return shares.every((share) => share === null);
        return Math.abs(shares.reduce((sum: number, share) => sum + (share ?? 0), 0) - 1) < 1e-9;
      }),
      { numRuns: propertyRuns() },
    );
  });

  it("a side that is unknown leaves it unknown; of a loss nothing is a share", () => {
    expect(changeFigure(null, 3, 0).value).toBeNull();
    expect(growthFigure(3, null, 0).value).toBeNull();
    expect(shareFigure(5, -10, 0).value).toBeNull();
    expect(shareFigure(null, 10, 0).value).toBeNull();
  });
});
