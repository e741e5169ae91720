import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minorDigits, minorToDecimal, roundMoney, toMinor } from "@/lib/shared/money";
import { propertyRuns } from "../../setup/thoroughness";

describe("minor units", () => {
  it.each([
    ["CNY", 2],
    ["usd", 2],
    ["JPY", 0],
    ["KWD", 3],
    ["CLF", 4],
  ])("%s has %i decimals", (currency, digits) => expect(minorDigits(currency)).toBe(digits));

  it.each<[string | number, string, bigint]>([
    ["12.345", "CNY", 1235n],
    ["-12.345", "CNY", -1235n],
    ["12.344999", "CNY", 1234n],
    [1.005, "USD", 101n],
    ["0.5", "JPY", 1n],
    ["-0.5", "JPY", -1n],
    ["0.0005", "KWD", 1n],
    ["1e3", "CNY", 100000n],
    [1e-7, "CNY", 0n],
    ["+.5", "CNY", 50n],
    ["99999999999999999999.99", "CNY", 9999999999999999999999n],
  ])("%s %s is %s minor units, halves away from zero", (text, currency, minor) => {
    expect(toMinor(text, currency)).toBe(minor);
  });

  it.each(["", ".", "1,000", "¥5", "1.2.3", "NaN", "Infinity", "0x10", "--1"])(
    "refuses %s",
    (text) => expect(() => toMinor(text, "CNY")).toThrow(RangeError),
  );

  it.each<[bigint, string, string]>([
    [1235n, "CNY", "12.35"],
    [-5n, "CNY", "-0.05"],
    [0n, "CNY", "0.00"],
    [7n, "JPY", "7"],
    [-1n, "KWD", "-0.001"],
  ])("%s minor %s reads %s", (minor, currency, text) => {
    expect(minorToDecimal(minor, currency)).toBe(text);
  });

  it("reads back what it wrote, for any amount", () => {
    const currency = fc.constantFrom("CNY", "JPY", "KWD", "CLF");
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), currency, (minor, code) => {
        expect(toMinor(minorToDecimal(minor, code), code)).toBe(minor);
      }),
      { numRuns: propertyRuns() },
    );
  });
});

describe("regression: rounding each record before summing", () => {
  it("three lines of 0.335 are 0.34 + 0.34 + 0.34 = 1.02, not round(1.005) = 1.01", () => {
    const lines = [0.335, 0.335, 0.335];
    const sum = lines.reduce((total, line) => total + toMinor(line, "CNY"), 0n);
    expect(minorToDecimal(sum, "CNY")).toBe("1.02");
  });

  it("rounds 2.675 to 2.68 although its double lies below", () => {
    expect(roundMoney(2.675, "CNY")).toBe(2.68);
    expect(roundMoney(-2.675, "CNY")).toBe(-2.68);
  });
});
