import { describe, expect, it } from "vitest";
import { comparedFor, normsFor } from "@/lib/analysis/domain/compare-choices";
import {
  sliceInterval,
  studentQuantile,
  wilsonInterval,
} from "@/lib/analysis/domain/figure-interval";
import { headsBy, mainUnits, rampedHeads } from "@/lib/analysis/domain/heads";
import { type Comparable, outlierScore, similarPeers } from "@/lib/analysis/domain/similar-peers";
import { businessDate } from "@/lib/shared/business-date";

const day = (month: number, date: number) => businessDate(2026, month, date);
const range = { from: day(1, 1), to: day(1, 11) };
const member = (since: ReturnType<typeof day>) => ({
  userId: "a",
  unitId: "x",
  from: day(1, 1),
  to: day(12, 31),
  since,
});

describe("heads", () => {
  it("are people on average: one all ten days and one for five are 1.5", () => {
    const half = { ...member(businessDate(2020, 1, 1)), userId: "b", from: day(1, 6) };
    const found = headsBy([member(businessDate(2020, 1, 1)), half], range, (one) => one.unitId);
    expect(found.get("x")).toEqual({ heads: 1.5, ramped: 1.5 });
  });

  it("ramped: five days at 0 and five at 25% are an eighth of a person", () => {
    // Joined on 6 October: the second quarter of tenure begins on 6 January.
    const found = headsBy([member(businessDate(2025, 10, 6))], range, (one) => one.userId);
    expect(found.get("a")).toEqual({ heads: 1, ramped: 0.125 });
  });
});

describe("people in their first quarters", () => {
  it("are no base below a quarter of a head", () => {
    expect(rampedHeads({ heads: 1, ramped: 0.125 })).toBeNull();
    expect(rampedHeads({ heads: 2, ramped: 0.5 })).toBe(0.5);
  });

  it("belong to the unit they were in the longest: five days in x, twenty in y", () => {
    const since = day(1, 1);
    const one = { userId: "a", since };
    const found = mainUnits([
      { ...one, unitId: "y", from: day(1, 6), to: day(1, 26) },
      { ...one, unitId: "x", from: day(1, 1), to: day(1, 6) },
    ]);
    expect(found.get("a")).toBe("y");
  });
});

describe("intervals", () => {
  it("take Student's t: 3.1824 for three degrees of freedom, 2.2281 for ten", () => {
    expect(studentQuantile(3)).toBeCloseTo(3.1824, 4);
    expect(studentQuantile(10)).toBeCloseTo(2.2281, 4);
  });

  it("of four weeks of 7 days with 8, 12, 10, 10: 40 ÷ 28 ± 3.1824 · √(4/3 · 8) ÷ 28", () => {
    const slices = [8, 12, 10, 10].map((numerator) => ({ numerator, denominator: 7 }));
    const reach = (3.1824 * Math.sqrt((4 / 3) * 8)) / 28;
    expect(sliceInterval(slices)?.low).toBeCloseTo(40 / 28 - reach, 4);
    expect(sliceInterval(slices)?.high).toBeCloseTo(40 / 28 + reach, 4);
    expect(sliceInterval(slices.slice(1))).toBeNull();
  });

  it("of a share by Wilson: 8 of 10 lies between 49.0% and 94.3%", () => {
    expect(wilsonInterval(0.8, 10)?.low).toBeCloseTo(0.4902, 3);
    expect(wilsonInterval(0.8, 10)?.high).toBeCloseTo(0.9433, 3);
    expect(wilsonInterval(0, 0)).toBeNull();
  });
});

describe("peers", () => {
  const one = (key: string, value: number, size: number, past = 100): Comparable => ({
    ...{ key, value, kind: "store", size, past },
  });
  const all = [
    one("a", 10, 2),
    one("b", 12, 2),
    one("c", 14, 2),
    one("d", 16, 2),
    one("e", 18, 3),
    one("f", 20, 3),
    one("g", 90, 40),
    { ...one("h", 11, 2), kind: "team" },
  ];

  it("are the five nearest of the same kind: b to f of a, whose median is 16", () => {
    expect(similarPeers(all[0] as Comparable, all)).toEqual({
      keys: ["b", "c", "d", "e", "f"],
      median: 16,
    });
  });

  it("make 90 an outlier and 12 none: median 16, MAD 4, n 7", () => {
    const scale = (1.4826 * 4 * 7) / 6.2;
    expect(outlierScore(all[6] as Comparable, all)).toBeCloseTo((90 - 16) / scale, 6);
    expect(outlierScore(all[1] as Comparable, all)).toBeCloseTo((12 - 16) / scale, 6);
  });
});

describe("what can be compared", () => {
  it("are a rep's own products, categories and sectors; no people", () => {
    expect(comparedFor("revenue", true)).toEqual(["product", "category", "sector", "segment"]);
    expect(normsFor("revenue", "product")).toEqual(["none", "day", "same"]);
  });

  it("leaves ratios as they are", () => {
    expect(normsFor("win_rate", "store")).toEqual(["none"]);
    expect(normsFor("revenue", "store")).toContain("head");
  });
});
