import { describe, expect, it } from "vitest";
import {
  displacedTargets,
  isFiscalPeriod,
  quartersAround,
} from "@/lib/settings/domain/fiscal-start";

const month = { from: "2026-05-01", to: "2026-06-01" } as const;
const q2 = { from: "2026-04-01", to: "2026-07-01" } as const;
const year = { from: "2026-01-01", to: "2027-01-01" } as const;

describe("quarters around a day", () => {
  it("are the eight of this fiscal year and the next", () => {
    const quarters = quartersAround(4, "2026-11-23");
    expect(quarters.map(({ code }) => code)).toEqual([
      "2026-Q1",
      "2026-Q2",
      "2026-Q3",
      "2026-Q4",
      "2027-Q1",
      "2027-Q2",
      "2027-Q3",
      "2027-Q4",
    ]);
    expect(quarters[0]?.from).toBe("2026-04-01");
    expect(quarters.at(-1)?.to).toBe("2028-04-01");
  });
  it("begin the year before where the fiscal year has not started yet", () => {
    expect(quartersAround(12, "2026-11-23")[0]?.from).toBe("2025-12-01");
  });
});

describe("a target's period under another start month", () => {
  it("stays a quarter when the shift is whole quarters, else not", () => {
    const starts = Array.from({ length: 12 }, (_, index) => index + 1);
    expect(starts.filter((start) => isFiscalPeriod(start, q2))).toEqual([1, 4, 7, 10]);
  });
  it("is always a month when it is one, and a year only from its own month", () => {
    expect(isFiscalPeriod(2, month)).toBe(true);
    expect(isFiscalPeriod(1, year)).toBe(true);
    expect(isFiscalPeriod(4, year)).toBe(false);
  });
  it("counts the targets that would hang in the air: 5 quarterly, not the 9 monthly", () => {
    const periods = [
      { ...q2, count: 5 },
      { ...month, count: 9 },
    ];
    expect(displacedTargets(2, periods)).toBe(5);
    expect(displacedTargets(4, periods)).toBe(0);
  });
});
