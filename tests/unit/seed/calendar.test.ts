import { expect, it } from "vitest";
import { type BusinessDate, businessDate } from "@/lib/shared/business-date";
import { daysOf } from "@/lib/shared/period";
import { buildCalendar, workdays } from "@/prisma/seed/calendar";

const calendar = buildCalendar();
const isWorkday = workdays(calendar);

it("names each day once, in both languages", () => {
  expect(new Set(calendar.map(({ day }) => day)).size).toBe(calendar.length);
  expect(calendar.every(({ name, nameEn }) => name && nameEn)).toBe(true);
});

it.each<[BusinessDate, boolean, string]>([
  ["2026-10-01", false, "National Day"],
  ["2026-10-10", true, "a Saturday made up for it"],
  ["2026-10-12", true, "an ordinary Monday"],
  ["2025-01-26", true, "a Sunday made up for Spring Festival"],
  ["2026-11-22", false, "an ordinary Sunday"],
])("%s: work is %s (%s)", (day, works) => {
  expect(isWorkday(day)).toBe(works);
});

// Weekdays less the statutory days (11 until 2024, 13 since), whatever is moved around.
it.each([
  [2024, 251],
  [2025, 248],
  [2026, 248],
])("%s has %i working days, as the State Council's notices leave", (year, count) => {
  const days = daysOf({ from: businessDate(year, 1, 1), to: businessDate(year + 1, 1, 1) });
  expect(days.filter(isWorkday)).toHaveLength(count);
});
