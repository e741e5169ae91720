import { describe, expect, it } from "vitest";
import { lowerTail, robustScale, robustZ } from "@/lib/analysis/domain/robust-z";
import { createRandom } from "@/lib/shared/random";

describe("the robust z", () => {
  it("of 1 … 5: median 3, deviations 2 1 0 1 2, so the scale is 1.4826 × 5 ÷ 4.2 = 1.765", () => {
    const peers = robustScale([1, 2, 3, 4, 5]);
    expect(peers).toMatchObject({ median: 3, n: 5 });
    expect(peers?.scale).toBeCloseTo(1.765, 3);
    expect(peers && robustZ(0, peers)).toBeCloseTo(-1.69971, 4);
  });

  it("an outlier among the peers does not hide another: 1 … 4 and 1000 have the same scale", () => {
    expect(robustScale([1, 2, 3, 4, 1000])).toEqual(robustScale([1, 2, 3, 4, 5]));
  });

  it("there is none for two peers, or where more than half are equal", () => {
    expect(robustScale([1, 2])).toBeNull();
    expect(robustScale([4, 4, 4, 9])).toBeNull();
  });

  it.each([6, 12, 19])("calls at most 5%% of ordinary members of %i peers low at 5%%", (n) => {
    const random = createRandom(`peers/${n}`);
    const draw = () => random.normal(0, 1);
    const low = Array.from({ length: 4000 }, () => {
      const peers = robustScale(Array.from({ length: n }, draw));
      return peers !== null && lowerTail(robustZ(draw(), peers), n) <= 0.05;
    }).filter(Boolean).length;
    expect(low / 4000).toBeGreaterThan(0.02);
    expect(low / 4000).toBeLessThan(0.056);
  });
});
