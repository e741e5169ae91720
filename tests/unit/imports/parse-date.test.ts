import { describe, expect, it } from "vitest";
import { dateReader, defaultDateFormats, isDateFormat } from "@/lib/imports/domain/parse-date";

describe("dateReader", () => {
  it.each([
    ["yyyy-MM-dd", "2017-03-01", "2017-03-01"],
    ["d/M/yyyy", "1/3/2017", "2017-03-01"],
    ["M/d/yyyy", "1/3/2017", "2017-01-03"],
    ["dd.MM.yy", "01.03.17", "2017-03-01"],
    ["dd.MM.yy", "01.03.99", "1999-03-01"],
    ["d-MMM-yyyy", "1-Mar-2017", "2017-03-01"],
    ["yyyy年M月d日", "2017年3月1日", "2017-03-01"],
    ["yyyy-MM-dd HH:mm:ss", "2010-12-01 08:26:00", "2010-12-01"],
    ["yyyyMMdd", "20170301", "2017-03-01"],
  ])("%s reads %s as %s", (format, text, expected) => {
    expect(dateReader([format])(text)).toBe(expected);
  });

  it("refuses days that do not exist", () => {
    const read = dateReader(["yyyy-MM-dd"]);
    expect(read("2017-02-29")).toBeNull();
    expect(read("2016-02-29")).toBe("2016-02-29");
    expect(read("2017-13-01")).toBeNull();
    expect(read("2017-00-10")).toBeNull();
  });

  it("tries formats in order and refuses what none fits", () => {
    const read = dateReader(defaultDateFormats);
    expect(read("2017/3/1")).toBe("2017-03-01");
    expect(read("03/01/2017")).toBeNull();
    expect(read("2017-03-01x")).toBeNull();
  });

  it("knows a usable format", () => {
    expect(isDateFormat("dd/MM/yyyy")).toBe(true);
    expect(isDateFormat("MM/yyyy")).toBe(false);
    expect(isDateFormat("d dd M yyyy")).toBe(false);
  });
});
