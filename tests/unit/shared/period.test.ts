import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Weekday } from "@/lib/shared/business-date";
import {
  contains,
  daysOf,
  type Grain,
  intersection,
  isEmpty,
  lastDay,
  lengthInDays,
  type Period,
  period,
  previousPeriod,
  samePeriodLastYear,
  splitPeriod,
  startOfGrain,
} from "@/lib/shared/period";
import { propertyRuns } from "../../setup/thoroughness";
import { anyDate, anyPeriod } from "./arbitraries";

const q3: Period = { from: "2026-07-01", to: "2026-10-01" };

describe("a half-open period", () => {
  it("holds its first day and not its end", () => {
    expect(contains(q3, "2026-07-01")).toBe(true);
    expect(contains(q3, "2026-09-30")).toBe(true);
    expect(contains(q3, "2026-10-01")).toBe(false);
    expect(lastDay(q3)).toBe("2026-09-30");
    expect(lengthInDays(q3)).toBe(92);
  });

  it("refuses an end before the start, takes an empty one", () => {
    expect(() => period("2026-01-02", "2026-01-01")).toThrow(RangeError);
    expect(isEmpty(period("2026-01-01", "2026-01-01"))).toBe(true);
    expect(() => lastDay(period("2026-01-01", "2026-01-01"))).toThrow(RangeError);
  });

  it("intersects, and has nothing in common with its neighbour", () => {
    const august: Period = { from: "2026-08-01", to: "2026-09-01" };
    expect(intersection(q3, august)).toEqual(august);
    expect(intersection(q3, { from: "2026-10-01", to: "2026-11-01" })).toBeNull();
  });
});

describe("the previous period", () => {
  it("of a quarter is the quarter before, although it has 91 days and not 92", () => {
    expect(previousPeriod(q3)).toEqual({ from: "2026-04-01", to: "2026-07-01" });
  });

  it("of March is the whole of February", () => {
    expect(previousPeriod({ from: "2026-03-01", to: "2026-04-01" })).toEqual({
      from: "2026-02-01",
      to: "2026-03-01",
    });
  });

  it("regression: of 10 days has 10 days, not 9", () => {
    const previous = previousPeriod({ from: "2026-03-11", to: "2026-03-21" });
    expect(previous).toEqual({ from: "2026-03-01", to: "2026-03-11" });
    expect(lengthInDays(previous)).toBe(10);
  });

  it("ends where this one starts, with the same number of days or of whole months", () => {
    fc.assert(
      fc.property(anyPeriod(), (p) => {
        const previous = previousPeriod(p);
        expect(previous.to).toBe(p.from);
        const wholeMonths = p.from.endsWith("-01") && p.to.endsWith("-01");
        if (!wholeMonths) expect(lengthInDays(previous)).toBe(lengthInDays(p));
      }),
      { numRuns: propertyRuns() },
    );
  });
});

describe("the same period last year", () => {
  it("of a quarter is the same quarter", () => {
    expect(samePeriodLastYear(q3)).toEqual({ from: "2025-07-01", to: "2025-10-01" });
  });

  it("keeps 28 February whole when this year's ends before a leap day", () => {
    expect(samePeriodLastYear({ from: "2024-02-28", to: "2024-02-29" })).toEqual({
      from: "2023-02-28",
      to: "2023-03-01",
    });
  });

  it("is never empty", () => {
    fc.assert(
      fc.property(anyPeriod(40), (p) => !isEmpty(samePeriodLastYear(p))),
      { numRuns: propertyRuns() },
    );
  });
});

describe("splitting", () => {
  it("a fiscal year from April gives quarters from April", () => {
    const parts = splitPeriod({ from: "2026-04-01", to: "2027-04-01" }, "quarter", {
      yearStartMonth: 4,
    });
    expect(parts.map((part) => part.from)).toEqual([
      "2026-04-01",
      "2026-07-01",
      "2026-10-01",
      "2027-01-01",
    ]);
  });

  it("quarters from February wrap around the year end", () => {
    expect(startOfGrain("2027-01-31", "quarter", { yearStartMonth: 2 })).toBe("2026-11-01");
    expect(startOfGrain("2027-01-31", "year", { yearStartMonth: 2 })).toBe("2026-02-01");
  });

  it("a week starts on the organisation's first day of the week", () => {
    expect(startOfGrain("2026-11-22", "week")).toBe("2026-11-16");
    expect(startOfGrain("2026-11-22", "week", { firstDayOfWeek: 7 })).toBe("2026-11-22");
  });

  it("tiles the period: no gap, no overlap, every part of one bucket", () => {
    const grains = fc.constantFrom<Grain>("day", "week", "month", "quarter", "year");
    const options = fc.record({
      firstDayOfWeek: fc.integer({ min: 1, max: 7 }).map((day) => day as Weekday),
      yearStartMonth: fc.integer({ min: 1, max: 12 }),
    });
    fc.assert(
      fc.property(anyPeriod(), grains, options, (p, grain, how) => {
        const parts = splitPeriod(p, grain, how);
        expect(parts[0]?.from).toBe(p.from);
        expect(parts.at(-1)?.to).toBe(p.to);
        for (const [index, part] of parts.entries()) {
          if (index > 0) expect(part.from).toBe(parts[index - 1]?.to);
          const bucket = startOfGrain(part.from, grain, how);
          expect(startOfGrain(lastDay(part), grain, how)).toBe(bucket);
        }
      }),
      { numRuns: propertyRuns(30) },
    );
  }, 60_000);

  it("every day belongs to exactly one of the tiles", () => {
    fc.assert(
      fc.property(anyPeriod(), anyDate, (p, date) => {
        const holders = splitPeriod(p, "month").filter((part) => contains(part, date));
        expect(holders).toHaveLength(contains(p, date) ? 1 : 0);
      }),
      { numRuns: propertyRuns() },
    );
  });

  it("lists the days in order", () => {
    expect(daysOf({ from: "2026-02-27", to: "2026-03-02" })).toEqual([
      "2026-02-27",
      "2026-02-28",
      "2026-03-01",
    ]);
    expect(daysOf({ from: "2026-02-27", to: addDays("2026-02-27", 0) })).toEqual([]);
  });
});
