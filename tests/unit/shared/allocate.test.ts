import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocate } from "@/lib/shared/allocate";
import { propertyRuns } from "../../setup/thoroughness";

const sum = (parts: readonly bigint[]) => parts.reduce((a, b) => a + b, 0n);
const weight = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 1000 }),
  fc.double({ min: 0, max: 1e6, noNaN: true }),
);
const weights = fc.array(weight, { minLength: 1, maxLength: 40 });
const anyTotal = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });

describe("largest remainder", () => {
  it("100 over 1, 1, 1 is 34 + 33 + 33", () => {
    expect(allocate(100n, [1, 1, 1])).toEqual([34n, 33n, 33n]);
  });

  it("-100 over 1, 1, 1 is -34 - 33 - 33", () => {
    expect(allocate(-100n, [1, 1, 1])).toEqual([-34n, -33n, -33n]);
  });

  it("10 over 1, 2, 4 (1.43, 2.86, 5.71) is 1 + 3 + 6", () => {
    expect(allocate(10n, [1, 2, 4])).toEqual([1n, 3n, 6n]);
  });

  it("a weight of 0 gets nothing, all weights 0 split evenly", () => {
    expect(allocate(7n, [0, 3, 0])).toEqual([0n, 7n, 0n]);
    expect(allocate(7n, [0, 0, 0])).toEqual([3n, 2n, 2n]);
  });

  it("takes decimal weights as written: 6 over 0.1, 0.2, 0.3 is 1 + 2 + 3", () => {
    expect(allocate(6n, [0.1, 0.2, 0.3])).toEqual([1n, 2n, 3n]);
  });

  it("refuses negative weights and a total that nobody can take", () => {
    expect(() => allocate(1n, [1, -1])).toThrow(RangeError);
    expect(() => allocate(1n, [Number.NaN])).toThrow(RangeError);
    expect(() => allocate(1n, [])).toThrow(RangeError);
    expect(allocate(0n, [])).toEqual([]);
  });

  it("always sums to the total", () => {
    fc.assert(
      fc.property(anyTotal, weights, (total, ws) => {
        expect(sum(allocate(total, ws))).toBe(total);
      }),
      { numRuns: propertyRuns() },
    );
  });

  it("gives each part less than one unit away from its exact share", () => {
    const whole = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(anyTotal, whole, (total, ws) => {
        const all = BigInt(ws.reduce((a, b) => a + b, 0));
        fc.pre(all > 0n);
        allocate(total, ws).forEach((part, index) => {
          const off = part * all - total * BigInt(ws[index] ?? 0);
          expect(off < all && off > -all).toBe(true);
        });
      }),
      { numRuns: propertyRuns() },
    );
  });

  it("mirrors for negative totals and gives nothing to weight 0", () => {
    fc.assert(
      fc.property(anyTotal, weights, (total, ws) => {
        const parts = allocate(total, ws);
        expect(allocate(-total, ws)).toEqual(parts.map((part) => -part));
        if (ws.some((w) => w > 0)) {
          ws.forEach((w, index) => {
            if (w === 0) expect(parts[index]).toBe(0n);
          });
        }
      }),
      { numRuns: propertyRuns() },
    );
  });
});
