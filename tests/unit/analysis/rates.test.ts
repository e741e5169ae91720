import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fewerHits, ratePrior, shrunkRate } from "@/lib/analysis/domain/beta-binomial";
import { higherRate, lowerRate } from "@/lib/analysis/domain/fisher-exact";
import { createRandom } from "@/lib/shared/random";
import { propertyRuns } from "../../setup/thoroughness";

const tries = (hits: number, n: number) => ({ hits, n });

describe("the rate of one among peers", () => {
  it("peers 2, 5 and 8 of 10: (1.8 − 0.25 × 2) ÷ (0.25 × 18) correlate, so the prior weighs 2.46", () => {
    const prior = ratePrior([tries(2, 10), tries(5, 10), tries(8, 10)]);
    expect(prior?.mean).toBe(0.5);
    expect(prior?.weight).toBeCloseTo(18 / 5.2 - 1, 9);
  });

  it("peers that differ by less than chance all have one rate", () => {
    expect(ratePrior([tries(5, 10), tries(5, 10), tries(5, 10)])?.weight).toBe(Infinity);
  });

  it("peers need three with tries, and hits as well as misses", () => {
    expect(ratePrior([tries(1, 2), tries(1, 2), tries(0, 0)])).toBeNull();
    expect(ratePrior([tries(0, 5), tries(0, 5), tries(0, 5)])).toBeNull();
  });

  it("0 of 2 with a prior of ½ and weight 2 is (0 + 1) ÷ (2 + 2)", () => {
    expect(shrunkRate(tries(0, 2), { mean: 0.5, weight: 2 })).toBe(0.25);
    expect(shrunkRate(tries(0, 2), { mean: 0.5, weight: Infinity })).toBe(0.5);
  });

  it("a uniform prior makes every number of hits alike: 3 or fewer of 9 have 4/10", () => {
    expect(fewerHits(tries(3, 9), { mean: 0.5, weight: 2 })).toBeCloseTo(0.4, 9);
  });

  it("one rate for all is binomial: 1 or fewer of 4 at ½ is 5/16", () => {
    expect(fewerHits(tries(1, 4), { mean: 0.5, weight: Infinity })).toBeCloseTo(5 / 16, 9);
  });

  it("calls about 5% of ordinary peers low at 5%, though they differ", () => {
    const random = createRandom("rates");
    const member = () => {
      const rate = Math.min(0.9, Math.max(0.05, random.normal(0.3, 0.08)));
      return tries(
        Array.from({ length: 60 }, () => random.chance(rate)).filter(Boolean).length,
        60,
      );
    };
    const low = Array.from({ length: 600 }, () => {
      const prior = ratePrior(Array.from({ length: 30 }, member));
      return prior !== null && fewerHits(member(), prior) <= 0.05;
    }).filter(Boolean).length;
    expect(low / 600).toBeLessThan(0.07);
  });
});

describe("two rates", () => {
  it("the tea tasting: 3 of 4 against 1 of 4 happens 17 times of 70", () => {
    expect(higherRate(tries(3, 4), tries(1, 4))).toBeCloseTo(17 / 70, 12);
    expect(lowerRate(tries(1, 4), tries(3, 4))).toBeCloseTo(17 / 70, 12);
  });

  it("nothing is rare without tries", () => {
    expect(higherRate(tries(0, 0), tries(3, 9))).toBe(1);
  });

  it("high and low together hold every table once, and this one twice", () => {
    const groups = fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20), fc.nat(20));
    fc.assert(
      fc.property(groups, ([a, b, c, d]) => {
        const both = higherRate(tries(a, a + b), tries(c, c + d));
        const sum = both + lowerRate(tries(a, a + b), tries(c, c + d));
        expect(sum).toBeGreaterThan(1 - 1e-9);
        expect(both).toBeLessThanOrEqual(1);
      }),
      { numRuns: propertyRuns(100) },
    );
  });
});
