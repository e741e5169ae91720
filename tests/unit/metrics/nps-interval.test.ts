import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { figureOf } from "@/lib/metrics/domain/figure";
import { npsInterval } from "@/lib/metrics/domain/nps-interval";

describe("net promoter score", () => {
  it("of 100 answers, 50 promoters and 20 detractors: 30 ± 15.3", () => {
    // variance 0.5 + 0.2 − 0.3² = 0.61; 1.96 × √(0.61 ÷ 100) = 0.1531
    const found = npsInterval(100, 50, 20);
    expect(found?.score).toBeCloseTo(30, 10);
    expect(found?.margin).toBeCloseTo(15.308, 2);
    expect(figureOf("nps", { npsAnswers: 100, promoters: 50, detractors: 20 })).toEqual({
      value: 30,
      numerator: 3000,
      denominator: 100,
      n: 100,
    });
  });

  it("is undefined without answers, not 0, and has no interval of one", () => {
    expect(figureOf("nps", {}).value).toBeNull();
    expect(npsInterval(0, 0, 0)).toBeNull();
    expect(npsInterval(1, 1, 0)).toBeNull();
  });

  it("stays between −100 and 100 and contains the score", () => {
    const counts = fc.tuple(fc.nat(500), fc.nat(500), fc.nat(500));
    fc.assert(
      fc.property(counts, ([p, d, rest]) => {
        const found = npsInterval(p + d + rest, p, d);
        if (!found) return;
        expect(found.low).toBeGreaterThanOrEqual(-100);
        expect(found.high).toBeLessThanOrEqual(100);
        expect(found.low).toBeLessThanOrEqual(found.score + 1e-9);
        expect(found.high).toBeGreaterThanOrEqual(found.score - 1e-9);
      }),
    );
  });
});

describe("other figures of feedback", () => {
  it("csat is the share of the two best boxes, ces a mean, times are medians", () => {
    const parts = { csatAnswers: 8, csatBest: 6, cesAnswers: 4, cesSum: 22 };
    expect(figureOf("csat", parts).value).toBe(0.75);
    expect(figureOf("ces", parts).value).toBe(5.5);
    const times = { settled: 3, resolutionMedian: 4.5, responded: 5, responseMedian: 0.5 };
    expect(figureOf("resolution_time", times)).toMatchObject({ value: 4.5, n: 3 });
    expect(figureOf("first_response_time", times)).toMatchObject({ value: 0.5, n: 5 });
    expect(figureOf("resolution_time", {}).value).toBeNull();
  });

  it("mentions are a count: none are 0", () => {
    expect(figureOf("competitor_mentions", {}).value).toBe(0);
    expect(figureOf("competitor_mentions", { feedback: 9, mentions: 4 }).value).toBe(4);
  });
});
