import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countMotives, rollUpDrivers, VALUE_DRIVERS } from "@/lib/customers/domain/buying-profile";
import { propertyRuns } from "@/tests/setup/thoroughness";

describe("what a customer judges by, over its deals", () => {
  it("price first and quality second, then quality alone: price 7, quality 6 + 7 of 20", () => {
    expect(rollUpDrivers([["price", "quality"], ["quality"]])).toEqual([
      { driver: "quality", share: 13 / 20 },
      { driver: "price", share: 7 / 20 },
    ]);
  });
  it("is nothing where nothing was named", () => {
    expect(rollUpDrivers([])).toEqual([]);
    expect(rollUpDrivers([[], []])).toEqual([]);
  });
  it("keeps the order of the form where two weigh the same", () => {
    const both = rollUpDrivers([["brand"], ["price"]]);
    expect(both.map(({ driver }) => driver)).toEqual(["price", "brand"]);
  });
  it("has shares that sum to one, and does not depend on the order of the deals", () => {
    const rankings = fc.array(fc.shuffledSubarray([...VALUE_DRIVERS], { minLength: 1 }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(rankings, (all) => {
        const shares = rollUpDrivers(all);
        expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
        expect(rollUpDrivers([...all].reverse())).toEqual(shares);
      }),
      { numRuns: propertyRuns(50) },
    );
  });
});

describe("motives", () => {
  it("are counted, most often first, without blanks", () => {
    expect(countMotives(["growth", null, "risk", "growth"])).toEqual([
      { motive: "growth", count: 2 },
      { motive: "risk", count: 1 },
    ]);
  });
});
