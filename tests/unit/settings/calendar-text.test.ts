import { describe, expect, it } from "vitest";
import {
  daysOfEntries,
  nextYearDays,
  parseCalendarText,
  runsOf,
} from "@/lib/settings/domain/calendar-text";

describe("a pasted list of days", () => {
  it.each([
    ["2026-10-01 国庆节", "2026-10-01", "2026-10-01", "holiday", "国庆节", null],
    [
      "2026/10/1-2026/10/7, 国庆节, National Day",
      "2026-10-01",
      "2026-10-07",
      "holiday",
      "国庆节",
      "National Day",
    ],
    [
      "2026年10月1日 至 2026年10月7日\t国庆节",
      "2026-10-01",
      "2026-10-07",
      "holiday",
      "国庆节",
      null,
    ],
    ["2026-10-10, 调休, 国庆调休", "2026-10-10", "2026-10-10", "workday", "国庆调休", null],
    [
      "2026-10-10 workday National Day make-up",
      "2026-10-10",
      "2026-10-10",
      "workday",
      "National Day make-up",
      null,
    ],
    [
      "2026-12-24 .. 2026-12-26; off; Christmas",
      "2026-12-24",
      "2026-12-26",
      "holiday",
      "Christmas",
      null,
    ],
  ])("reads %j", (text, from, to, kind, name, nameEn) => {
    const { entries, problems } = parseCalendarText(text);
    expect(problems).toEqual([]);
    expect(entries).toEqual([{ from, to, kind, name, nameEn }]);
  });
  it("names lines it cannot read and skips empty ones", () => {
    const text =
      "国庆节\n\n2026-02-30 x\n2026-10-07 ~ 2026-10-01 x\n2026-10-01\n2026-01-01 ~ 2026-12-31 x";
    expect(parseCalendarText(text).problems.map(({ line, problem }) => [line, problem])).toEqual([
      [1, "date"],
      [3, "date"],
      [4, "range"],
      [5, "name"],
      [6, "range"],
    ]);
  });
  it("gives one record a day, the later line winning", () => {
    const { entries } = parseCalendarText("2026-10-01 ~ 2026-10-03 a\n2026-10-02 workday b");
    expect(daysOfEntries(entries).map(({ day, kind, name }) => [day, kind, name])).toEqual([
      ["2026-10-01", "holiday", "a"],
      ["2026-10-02", "workday", "b"],
      ["2026-10-03", "holiday", "a"],
    ]);
  });
});

const day = (date: `${number}-${number}-${number}`, name = "a") => ({
  day: date,
  kind: "holiday" as const,
  name,
  nameEn: null,
});

describe("days of a calendar", () => {
  it("move to the same dates a year later; 29 February has none", () => {
    const days = nextYearDays([day("2024-02-28"), day("2024-02-29"), day("2024-12-31")]);
    expect(days.map((one) => one.day)).toEqual(["2025-02-28", "2025-12-31"]);
  });
  it("are joined while neighbours have one kind and name", () => {
    const days = [
      day("2026-01-01"),
      day("2026-01-02"),
      day("2026-01-03", "b"),
      day("2026-01-05", "b"),
    ];
    const runs = runsOf(days.map((one) => ({ ...one, id: one.day })));
    expect(runs.map(({ from, to, ids }) => [from, to, ids.length])).toEqual([
      ["2026-01-01", "2026-01-02", 2],
      ["2026-01-03", "2026-01-03", 1],
      ["2026-01-05", "2026-01-05", 1],
    ]);
  });
});
