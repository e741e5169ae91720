import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  type BusinessDate,
  businessDateIn,
  diffDays,
  earlier,
  fromUtcMidnight,
  isBusinessDate,
  later,
  parseBusinessDate,
  toBusinessDate,
  toUtcMidnight,
  weekday,
} from "@/lib/shared/business-date";
import { propertyRuns } from "../../setup/thoroughness";
import { anyDate } from "./arbitraries";

describe("reading a date", () => {
  it.each(["2026-01-01", "2024-02-29", "0001-01-01", "9999-12-31"])("takes %s", (text) => {
    expect(parseBusinessDate(text)).toBe(text);
  });

  it.each([
    "2026-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-1-1",
    "2026-01-01T00:00",
    "",
    "0000-01-01",
    "1900-02-29",
    "20260101",
  ])("refuses %s", (text) => {
    expect(isBusinessDate(text)).toBe(false);
    expect(() => toBusinessDate(text)).toThrow(RangeError);
  });
});

describe("arithmetic", () => {
  it.each<[BusinessDate, number, BusinessDate]>([
    ["2026-01-31", 1, "2026-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2024-02-29", -12, "2023-02-28"],
    ["2026-11-30", 3, "2027-02-28"],
    ["2026-01-15", -1, "2025-12-15"],
    ["2026-05-31", 0, "2026-05-31"],
  ])("%s and %i months is %s", (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });

  it("counts 2024-02-28 to 2024-03-01 as 2 days, 1900-02-28 to 1900-03-01 as 1", () => {
    expect(diffDays("2024-02-28", "2024-03-01")).toBe(2);
    expect(diffDays("1900-02-28", "1900-03-01")).toBe(1);
  });

  it.each<[BusinessDate, number]>([
    ["1970-01-01", 4],
    ["1969-12-28", 7],
    ["2026-11-23", 1],
    ["2024-02-29", 4],
  ])("%s is weekday %i", (date, expected) => {
    expect(weekday(date)).toBe(expected);
  });

  it("adding days and taking the difference are inverse", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        const moved = addDays(date, days);
        expect(diffDays(date, moved)).toBe(days);
        expect(weekday(moved)).toBe(((((weekday(date) - 1 + days) % 7) + 7) % 7) + 1);
      }),
      { numRuns: propertyRuns() },
    );
  });

  it("does not leave the years 0001–9999", () => {
    expect(() => addDays("9999-12-31", 1)).toThrow(RangeError);
    expect(() => addDays("0001-01-01", -1)).toThrow(RangeError);
    expect(() => addMonths("9999-12-31", 1)).toThrow(RangeError);
  });

  it("orders as text", () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(a < b).toBe(diffDays(a, b) > 0);
        expect([earlier(a, b), later(a, b)]).toEqual([a, b].sort());
      }),
      { numRuns: propertyRuns() },
    );
  });

  it("survives the way to the database and back", () => {
    fc.assert(
      fc.property(anyDate, (date) => fromUtcMidnight(toUtcMidnight(date)) === date),
      { numRuns: propertyRuns() },
    );
  });
});

describe("regression: the day depends on the organisation's time zone, not on the server's", () => {
  it.each([
    ["Asia/Shanghai", "2026-03-31T16:00:00Z", "2026-04-01"],
    ["Asia/Shanghai", "2026-03-31T15:59:59Z", "2026-03-31"],
    ["America/New_York", "2026-01-01T04:59:59Z", "2025-12-31"],
    ["America/New_York", "2026-07-01T04:00:00Z", "2026-07-01"],
    ["UTC", "2026-12-31T23:59:59Z", "2026-12-31"],
    ["Pacific/Kiritimati", "2026-12-31T10:00:00Z", "2027-01-01"],
  ])("in %s at %s it is %s", (zone, instant, expected) => {
    expect(businessDateIn(zone, new Date(instant))).toBe(expected);
  });

  it("refuses an unknown zone", () => {
    expect(() => businessDateIn("Mars/Olympus", new Date(0))).toThrow(RangeError);
  });
});
