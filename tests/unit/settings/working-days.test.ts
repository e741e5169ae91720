import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  countWorkingDays,
  elapsedWorkingDays,
  isWorkingDay,
  sameElapsedDate,
  sameElapsedPart,
  type WorkingCalendar,
  workingDaysLeft,
} from "@/lib/settings/domain/working-days";
import { addDays, type BusinessDate, type Weekday } from "@/lib/shared/business-date";
import { lengthInDays, type Period, splitPeriod } from "@/lib/shared/period";
import { propertyRuns } from "../../setup/thoroughness";
import { anyDate, anyPeriod } from "../shared/arbitraries";

/** Spring Festival 2026 as announced: off 15–23 February, worked on Saturdays 14 and 28. */
const china: WorkingCalendar = {
  weekend: [6, 7],
  holidays: new Set(Array.from({ length: 9 }, (_, day) => addDays("2026-02-15", day))),
  makeUpDays: new Set<BusinessDate>(["2026-02-14", "2026-02-28"]),
};
const plain: WorkingCalendar = { weekend: [6, 7], holidays: new Set(), makeUpDays: new Set() };
const february: Period = { from: "2026-02-01", to: "2026-03-01" };

const anyCalendar: fc.Arbitrary<WorkingCalendar> = fc.record({
  weekend: fc.uniqueArray(
    fc.integer({ min: 1, max: 7 }).map((d) => d as Weekday),
    { maxLength: 3 },
  ),
  holidays: fc.array(anyDate, { maxLength: 30 }).map((days) => new Set(days)),
  makeUpDays: fc.array(anyDate, { maxLength: 30 }).map((days) => new Set(days)),
});

describe("working days", () => {
  it("February 2026 in China: 20 weekdays − 6 of the holiday + 2 make-up Saturdays = 16", () => {
    expect(countWorkingDays(plain, february)).toBe(20);
    expect(countWorkingDays(china, february)).toBe(16);
    expect(isWorkingDay(china, "2026-02-14")).toBe(true);
    expect(isWorkingDay(china, "2026-02-16")).toBe(false);
  });

  it("a make-up day wins over a holiday on the same day", () => {
    const both = { ...plain, holidays: new Set<BusinessDate>(["2026-02-07"]) };
    expect(isWorkingDay({ ...both, makeUpDays: both.holidays }, "2026-02-07")).toBe(true);
  });

  it("elapsed holds asOf itself: 2 to 6 February are 5, 15 left of 20", () => {
    expect(elapsedWorkingDays(plain, february, "2026-02-06")).toBe(5);
    expect(workingDaysLeft(plain, february, "2026-02-06")).toBe(15);
  });

  it("nothing has elapsed before the period, everything after it", () => {
    expect(elapsedWorkingDays(plain, february, "2026-01-31")).toBe(0);
    expect(workingDaysLeft(plain, february, "2026-01-31")).toBe(20);
    expect(elapsedWorkingDays(plain, february, "2027-01-01")).toBe(20);
    expect(workingDaysLeft(plain, february, "2027-01-01")).toBe(0);
  });

  it("add up over any partition of the period", () => {
    fc.assert(
      fc.property(anyCalendar, anyPeriod(400), anyDate, (calendar, p, asOf) => {
        const whole = countWorkingDays(calendar, p);
        const parts = splitPeriod(p, "month").map((part) => countWorkingDays(calendar, part));
        expect(parts.reduce((a, b) => a + b, 0)).toBe(whole);
        const split = elapsedWorkingDays(calendar, p, asOf) + workingDaysLeft(calendar, p, asOf);
        expect(split).toBe(whole);
      }),
      { numRuns: propertyRuns(50) },
    );
  });
});

describe("comparing to date", () => {
  const q4: Period = { from: "2026-10-01", to: "2027-01-01" };
  const q4LastYear: Period = { from: "2025-10-01", to: "2026-01-01" };

  it("7 working days to Friday 9 October 2026 end on Thursday 9 October 2025", () => {
    expect(elapsedWorkingDays(plain, q4, "2026-10-09")).toBe(7);
    expect(sameElapsedDate(plain, q4, q4LastYear, "2026-10-09")).toBe("2025-10-09");
  });

  it("Sunday 11 October 2026 takes no day off along: Friday 10 October 2025 is worked", () => {
    expect(sameElapsedDate(plain, q4, q4LastYear, "2026-10-11")).toBe("2025-10-09");
  });

  it("days off are matched where the other period has them: Sunday 18 to Sunday 19 October", () => {
    const october: Period = { from: "2026-10-05", to: "2026-11-01" };
    const before: Period = { from: "2025-10-06", to: "2025-11-01" };
    expect(sameElapsedDate(plain, october, before, "2026-10-18")).toBe("2025-10-19");
  });

  it("a finished period compares with the whole of the other, an unstarted one with nothing", () => {
    expect(sameElapsedPart(plain, q4, q4LastYear, "2026-12-31")).toEqual(q4LastYear);
    expect(sameElapsedDate(plain, q4, q4LastYear, "2026-09-30")).toBeNull();
  });

  it("takes the whole of a period with fewer working days", () => {
    const short: Period = { from: "2025-12-29", to: "2026-01-01" };
    expect(sameElapsedPart(plain, q4, short, "2026-12-01")).toEqual(short);
  });

  it("has the same number of working days whenever the other period has as many", () => {
    fc.assert(
      fc.property(anyCalendar, anyPeriod(120), anyPeriod(120), anyDate, (calendar, a, b, day) => {
        const asOf = addDays(a.from, day.length + Number(day.slice(8)) * 3);
        const part = sameElapsedPart(calendar, a, b, asOf);
        expect(part.from).toBe(b.from);
        expect(part.to <= b.to).toBe(true);
        const elapsed = elapsedWorkingDays(calendar, a, asOf);
        const all = countWorkingDays(calendar, b);
        if (asOf < addDays(a.to, -1) && all >= elapsed) {
          expect(countWorkingDays(calendar, part)).toBe(elapsed);
        }
        if (asOf >= addDays(a.to, -1)) expect(lengthInDays(part)).toBe(lengthInDays(b));
      }),
      { numRuns: propertyRuns(50) },
    );
  });
});
