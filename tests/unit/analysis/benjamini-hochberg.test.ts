import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { benjaminiHochberg } from "@/lib/analysis/domain/benjamini-hochberg";
import { createRandom } from "@/lib/shared/random";
import { propertyRuns } from "../../setup/thoroughness";

/** The fifteen p-values of the paper's example. */
const PAPER = [
  ...[0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344],
  ...[0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1],
];

describe("Benjamini and Hochberg", () => {
  it("accepts the first four of the paper's fifteen at 5%; the fourth has 0.0095 × 15 ÷ 4", () => {
    const adjusted = benjaminiHochberg(PAPER);
    expect(adjusted.filter((q) => q <= 0.05)).toHaveLength(4);
    expect(adjusted[3]).toBeCloseTo(0.035625, 9);
  });

  it("keeps the order given, never goes below the p-value, and one test is its own", () => {
    expect(benjaminiHochberg([0.04])).toEqual([0.04]);
    const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(values, (ps) => {
        const adjusted = benjaminiHochberg(ps);
        for (const [i, p] of ps.entries()) {
          expect(adjusted[i]).toBeGreaterThanOrEqual(p);
          for (const [j, other] of ps.entries())
            if (p < other) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j] as number);
        }
      }),
      { numRuns: propertyRuns(100) },
    );
  });

  it("finds anything in about 10% of runs at 10% where nothing is there", () => {
    const random = createRandom("nothing there");
    const found = Array.from({ length: 2000 }, () =>
      benjaminiHochberg(Array.from({ length: 40 }, random.next)).some((q) => q <= 0.1),
    ).filter(Boolean).length;
    expect(found / 2000).toBeGreaterThan(0.08);
    expect(found / 2000).toBeLessThan(0.12);
  });
});
