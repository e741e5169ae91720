import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mannKendall } from "@/lib/analysis/domain/mann-kendall";
import { mannKendallCorrelated } from "@/lib/analysis/domain/mann-kendall-correlated";
import { createRandom } from "@/lib/shared/random";
import { propertyRuns } from "../../setup/thoroughness";

/** Each value remembers so much of the one before. */
function series(memory: number, seed: string) {
  const random = createRandom(seed);
  let last = 0;
  return Array.from({ length: 80 }, () => {
    last = memory * last + random.normal(0, 1);
    return last;
  });
}

describe("Mann–Kendall for neighbours that resemble each other", () => {
  it("is never surer than the plain test, and needs ten values", () => {
    expect(mannKendallCorrelated([1, 2, 3, 4, 5, 6, 7, 8, 9])).toBeNull();
    const values = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 10, maxLength: 40 });
    fc.assert(
      fc.property(values, (given) => {
        const [plain, corrected] = [mannKendall(given), mannKendallCorrelated(given)];
        expect(corrected?.falling).toBeGreaterThanOrEqual(plain?.falling ?? 1);
        expect(corrected?.s).toBe(plain?.s);
      }),
      { numRuns: propertyRuns(50) },
    );
  });

  it("lowers by a quarter at least how often a series with memory but without trend is called falling", () => {
    const runs = Array.from({ length: 300 }, (_, i) => series(0.6, `memory/${i}`));
    const wrong = (test: typeof mannKendall) =>
      runs.filter((values) => (test(values)?.falling ?? 1) <= 0.05).length;
    expect(wrong(mannKendallCorrelated)).toBeLessThan(wrong(mannKendall) * 0.75);
  });
});
