import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  calendarRange,
  startOfWeek,
  stepped,
  weeksOf,
} from "@/lib/activities/domain/calendar-range";
import { dueState } from "@/lib/activities/domain/due-state";
import { hiddenReferences } from "@/lib/activities/domain/hidden-references";
import { addDays, type BusinessDate, type Weekday, weekday } from "@/lib/shared/business-date";
import { propertyRuns } from "@/tests/setup/thoroughness";

const dates = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays("1980-01-01", n));
const firstDays = fc.integer({ min: 1, max: 7 }).map((n) => n as Weekday);

describe("the days a calendar shows", () => {
  it("November 2026 in weeks from Monday: 26 October to 6 December", () => {
    expect(calendarRange("month", "2026-11-23", 1)).toEqual({
      from: "2026-10-26",
      to: "2026-12-07",
    });
  });

  it("February 2026 in weeks from Sunday is just four weeks", () => {
    const range = calendarRange("month", "2026-02-10", 7);
    expect(range).toEqual({ from: "2026-02-01", to: "2026-03-01" });
    expect(weeksOf(range)).toHaveLength(4);
  });

  it("a week from Monday and a single day", () => {
    expect(calendarRange("week", "2026-11-22", 1)).toEqual({
      from: "2026-11-16",
      to: "2026-11-23",
    });
    expect(calendarRange("day", "2026-11-22", 1)).toEqual({ from: "2026-11-22", to: "2026-11-23" });
  });

  it("whole weeks that hold the day, whatever the day and the start of the week", () => {
    fc.assert(
      fc.property(dates, firstDays, (date, first) => {
        const { from, to } = calendarRange("month", date, first);
        expect(from <= date && date < to).toBe(true);
        expect(weekday(from)).toBe(first);
        expect(weekday(to)).toBe(first);
        expect(startOfWeek(date, first) <= date).toBe(true);
      }),
      { numRuns: propertyRuns() },
    );
  });

  it("a step back undoes a step forward; months step by their first days", () => {
    expect(stepped("month", "2026-01-31", 1)).toBe("2026-02-01");
    expect(stepped("week", "2026-12-30", 1)).toBe("2027-01-06");
    expect(stepped("day", "2026-03-01", -1)).toBe("2026-02-28");
  });
});

describe("where a follow-up stands", () => {
  const today: BusinessDate = "2026-11-23";
  it.each([
    ["planned", "2026-11-22", "overdue"],
    ["planned", "2026-11-23", "today"],
    ["planned", "2026-11-24", "upcoming"],
    ["done", "2026-11-01", "done"],
  ] as const)("%s for %s is %s", (status, day, state) => {
    expect(dueState({ status, day }, today)).toBe(state);
  });
});

describe("what an editor does not see", () => {
  it("stays named, what is seen may go", () => {
    const row = { dealId: "d", customerId: "c" };
    expect(hiddenReferences(row, { deal: true, customer: false })).toEqual({
      dealId: null,
      customerId: "c",
    });
  });
});
