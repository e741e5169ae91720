import { describe, expect, it } from "vitest";
import { winRate } from "@/lib/analysis/domain/outcome";
import { rateDifference, rateInterval } from "@/lib/metrics/domain/rate-interval";

describe("the interval of a rate", () => {
  it("of 81 in 263 is 25.53% to 36.62%, as Newcombe 1998 has it", () => {
    const found = rateInterval({ hits: 81, n: 263 });
    expect(found?.low).toBeCloseTo(0.2553, 4);
    expect(found?.high).toBeCloseTo(0.3662, 4);
  });
  it("stays within 0 and 1: of 0 in 20 it is 0% to 16.11%", () => {
    expect(rateInterval({ hits: 0, n: 20 })).toEqual({
      ...{ low: 0, high: expect.closeTo(0.1611, 4) },
    });
    expect(rateInterval({ hits: 0, n: 0 })).toBeNull();
  });
});

describe("the difference of two rates", () => {
  it("of 56 in 70 and 48 in 80 is 20 points, 5.24 to 33.39, as Newcombe 1998 has it", () => {
    const found = rateDifference({ hits: 56, n: 70 }, { hits: 48, n: 80 });
    expect(found?.difference).toBeCloseTo(0.2, 12);
    expect(found?.low).toBeCloseTo(0.0524, 4);
    expect(found?.high).toBeCloseTo(0.3339, 4);
  });
  it("is unknown where a group has no tries", () => {
    expect(rateDifference({ hits: 1, n: 2 }, { hits: 0, n: 0 })).toBeNull();
  });
});

it("the win rate of 3 won and 1 lost is 75% of 4", () => {
  expect(winRate({ won: 3, lost: 1 })).toMatchObject({ rate: 0.75, n: 4 });
  expect(winRate({ won: 0, lost: 0 }).rate).toBeNull();
});
