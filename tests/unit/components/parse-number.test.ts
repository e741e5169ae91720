import { describe, expect, it } from "vitest";
import { parseNumber } from "@/components/ui/parse-number";

describe("parseNumber", () => {
  it.each([
    ["1,200.50", 1200.5],
    ["520万", 5_200_000],
    ["1.1万", 11_000],
    ["0.52亿", 52_000_000],
    ["3.2M", 3_200_000],
    ["４５", 45],
    ["−12", -12],
    ["¥ 1 000", 1000],
    ["10%", 0.1],
    ["", null],
    ["abc", undefined],
    ["1.2.3", undefined],
  ])("reads %j as %j", (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });
  it("takes a plain 10 as 10% in a percentage field", () => {
    expect(parseNumber("10", true)).toBe(0.1);
    expect(parseNumber("10%", true)).toBe(0.1);
  });
});
