import { describe, expect, it } from "vitest";
import { changePoints } from "@/lib/analysis/domain/change-points";
import { decompose } from "@/lib/analysis/domain/decompose";
import { leastSquares } from "@/lib/analysis/domain/least-squares";
import { judgeLow } from "@/lib/analysis/domain/persistent-low";
import { addDays, addMonths, type BusinessDate } from "@/lib/shared/business-date";
import { createRandom } from "@/lib/shared/random";

const months = (n: number, value: (i: number) => number) =>
  Array.from({ length: n }, (_, i) => value(i));

describe("least squares", () => {
  it("through (0, 1), (1, 3), (2, 4): 1.1667 + 1.5 x, 1/6 unexplained", () => {
    const found = leastSquares(
      [1, 3, 4],
      [
        [1, 1, 1],
        [0, 1, 2],
      ],
    );
    expect(found?.coefficients[0]).toBeCloseTo(7 / 6, 9);
    expect(found?.coefficients[1]).toBeCloseTo(1.5, 9);
    expect(found?.residual).toBeCloseTo(1 / 6, 9);
  });
  it("has no answer where columns depend on each other", () => {
    expect(
      leastSquares(
        [1, 2, 3],
        [
          [1, 1, 1],
          [2, 2, 2],
        ],
      ),
    ).toBeNull();
  });
});

describe("change points", () => {
  const noise = createRandom(7);
  const shaken = (level: (i: number) => number) =>
    months(36, (i) => level(i) * (1 + (noise.next() - 0.5) * 0.06));

  it("a fall by 30% in the 21st month is found there, growth is no change", () => {
    const [found, ...more] = changePoints(shaken((i) => 100 * 1.01 ** i * (i >= 20 ? 0.7 : 1)));
    expect([found?.at, more]).toEqual([20, []]);
    expect(found?.change).toBeCloseTo(-0.3, 1);
    expect(changePoints(shaken((i) => 100 * 1.02 ** i))).toEqual([]);
  });
  it("a fall and a recovery are two", () => {
    const found = changePoints(shaken((i) => (i >= 10 && i < 24 ? 60 : 100)));
    expect(found.map(({ at }) => at)).toEqual([10, 24]);
    expect(found[1]?.change).toBeCloseTo(2 / 3, 1);
  });
  it("needs six months on both sides and positive values", () => {
    expect(changePoints(months(11, (i) => (i > 5 ? 9 : 1)))).toEqual([]);
    expect(changePoints(months(24, (i) => i))).toEqual([]);
  });
});

describe("seasonal decomposition", () => {
  it("takes a December of twice the usual out of three even years", () => {
    const { factors, adjusted, trend } = decompose(months(36, (i) => (i % 12 === 11 ? 200 : 100)));
    const [usual = 0, december = 0] = [factors?.[0], factors?.[11]];
    expect(december / usual).toBeCloseTo(2, 6);
    expect(adjusted[11]).toBeCloseTo(adjusted[0] ?? 0, 6);
    expect(trend[20]).toBeCloseTo(adjusted[20] ?? 0, 6);
  });
  it("leaves a series of less than two years as it is; at the ends the trend is of fewer months", () => {
    const { factors, adjusted, trend } = decompose([1, 2, 3, 4, 5]);
    expect([factors, adjusted]).toEqual([null, [1, 2, 3, 4, 5]]);
    expect(trend).toEqual([2.5, 3, 3, 3, 3.5]);
  });
});

describe("persistently low", () => {
  const FROM: BusinessDate = "2024-01-01";
  const weeks = Array.from({ length: 104 }, (_, week) => addDays(FROM, week * 7));
  const starts = Array.from({ length: 24 }, (_, i) => addMonths(FROM, i));
  const times = { months: starts, weeks };
  /** The same amount in each week of a month. */
  const byTime = (amounts: readonly number[]) => ({
    months: amounts,
    weeks: weeks.map((day) => amounts[starts.findLastIndex((start) => start <= day)] ?? 0),
  });
  const judge = (part: readonly number[], whole: readonly number[] = thousand) =>
    judgeLow(byTime(part), byTime(whole), times);
  const thousand = months(24, () => 1000);

  it("falls from 200 to 100 of 1,000: 0.111 against 0.25 of the rest, 44% of its level", () => {
    const found = judge(months(24, (i) => (i < 12 ? 200 + i / 100 : 100 - i / 100)));
    expect(found).toMatchObject({ isLow: true, n: 104 });
    expect(found?.index.at(-1)).toBeCloseTo(0.443, 2);
    expect(found?.p).toBeLessThan(0.05);
  });
  it("is not one low month, nor a fall of everything together", () => {
    expect(judge(months(24, (i) => (i === 23 ? 50 : 200 + (i % 3))))?.isLow).toBe(false);
    const falling = months(24, (i) => 1000 - 20 * i);
    expect(
      judge(
        falling.map((v) => v / 5),
        falling,
      )?.isLow,
    ).toBe(false);
  });
  it("three months below the level are low only where they are below 85% of it together", () => {
    const last = (share: number) =>
      judge(months(24, (i) => (i < 21 ? 200 + (i % 3) : 200 * share)));
    expect(last(0.95)?.isLow).toBe(false);
    expect(last(0.8)?.isLow).toBe(true);
  });
  it("is unknown below twelve months of sales and without a rest", () => {
    expect(judge(months(24, (i) => (i < 13 ? 0 : 5)))).toBeNull();
    expect(judge(thousand, thousand)).toBeNull();
    expect(judge([], [])).toBeNull();
  });
});
