import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { integerId, type NumberFormat, numberReader } from "@/lib/imports/domain/parse-number";

describe("numberReader", () => {
  it.each<[NumberFormat, string, string | null]>([
    ["1234.5", "1234.50", "1234.50"],
    ["1234.5", "1,234.5", null],
    ["1,234.5", "1,234.5", "1234.5"],
    ["1,234.5", "1,234,567", "1234567"],
    ["1,234.5", "1234.5", "1234.5"],
    ["1,234.5", "1,23", null],
    ["1,234.5", "12,3456", null],
    ["1.234,5", "1.234,5", "1234.5"],
    ["1.234,5", "1.234", "1234"],
    ["1.234,5", "1.23", null],
    ["1 234,5", "1\u00a0234,5", "1234.5"],
    ["1'234.5", "1'234.5", "1234.5"],
    ["1234.5", "-12", "-12"],
    ["1234.5", "12-", "-12"],
    ["1234.5", "(12.5)", "-12.5"],
    ["1234.5", "-0.00", "0.00"],
    ["1,234.5", "-$1,234.5", "-1234.5"],
    ["1,234.5", "¥1,234.5", "1234.5"],
    ["1234.5", "+7", "7"],
    ["1234.5", ".5", "0.5"],
    ["1234.5", "007", "7"],
    ["1234.5", "1e3", null],
    ["1234.5", "12abc", null],
    ["1234.5", "--1", null],
    ["1234.5", "-", null],
    ["1234.5", "", null],
  ])("in %s, %j is %j", (format, text, expected) => {
    expect(numberReader(format)(text)).toBe(expected);
  });

  it("keeps every digit of a long amount", () => {
    expect(numberReader("1,234.5")("12,345,678,901,234,567.8901")).toBe("12345678901234567.8901");
  });

  it("reads back what the same format writes", () => {
    const read = numberReader("1.234,5");
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (value) => {
        const text = new Intl.NumberFormat("de-DE").format(value);
        expect(read(text)).toBe(String(value));
      }),
    );
  });
});

describe("integerId", () => {
  it("drops what a spreadsheet added to an id", () => {
    expect(integerId("17850.0")).toBe("17850");
    expect(integerId("17850")).toBe("17850");
    expect(integerId("85123A")).toBe("85123A");
    expect(integerId("1.5")).toBe("1.5");
  });
});
