import { describe, expect, it } from "vitest";
import { createRandom, type Random } from "@/lib/shared/random";

function draws(random: Random, draw: (r: Random) => number, count = 20_000): number[] {
  return Array.from({ length: count }, () => draw(random));
}

function moments(values: readonly number[]): { mean: number; variance: number } {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length;
  return { mean, variance };
}

describe("a seeded source", () => {
  it("repeats itself for the same seed and differs for another", () => {
    const five = (seed: string) => draws(createRandom(seed), (r) => r.next(), 5);
    expect(five("demo")).toEqual(five("demo"));
    expect(five("demo")).not.toEqual(five("other"));
  });

  it("forks do not depend on what was drawn before", () => {
    const used = createRandom("demo");
    draws(used, (r) => r.next(), 9);
    expect(used.fork("deals").next()).toBe(createRandom("demo").fork("deals").next());
  });

  it("is uniform, normal and Poisson within sampling error", () => {
    const uniform = moments(draws(createRandom(1), (r) => r.next()));
    expect(uniform.mean).toBeCloseTo(0.5, 1);
    expect(uniform.variance).toBeCloseTo(1 / 12, 2);
    const normal = moments(draws(createRandom(2), (r) => r.normal(10, 3)));
    expect(Math.abs(normal.mean - 10)).toBeLessThan(0.1);
    expect(Math.abs(normal.variance - 9)).toBeLessThan(0.4);
    for (const mean of [0, 0.4, 4, 60]) {
      const counts = moments(draws(createRandom(3), (r) => r.poisson(mean)));
      expect(Math.abs(counts.mean - mean)).toBeLessThanOrEqual(0.02 * mean + 0.02);
      expect(Math.abs(counts.variance - mean)).toBeLessThanOrEqual(0.05 * mean + 0.02);
    }
  });

  it("stays within bounds and never draws a weight of 0", () => {
    const random = createRandom("bounds");
    const whole = draws(random, (r) => r.integer(3, 5), 500);
    expect([...new Set(whole)].sort()).toEqual([3, 4, 5]);
    const indices = draws(random, (r) => r.weightedIndex([0, 1, 0, 3, 0]), 2000);
    expect([...new Set(indices)].sort()).toEqual([1, 3]);
    expect(indices.filter((i) => i === 3).length / 2000).toBeCloseTo(0.75, 1);
    expect(() => random.weightedIndex([0, 0])).toThrow(RangeError);
    expect(() => random.pick([])).toThrow(RangeError);
  });

  it("shuffles a copy of the same items", () => {
    const items = Array.from({ length: 50 }, (_, index) => index);
    const shuffled = createRandom(4).shuffle(items);
    expect(shuffled).not.toEqual(items);
    expect([...shuffled].sort((a, b) => a - b)).toEqual(items);
  });
});
