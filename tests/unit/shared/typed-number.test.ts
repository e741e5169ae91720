import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseTypedNumber, roundTo, typedForm } from "@/lib/shared/typed-number";
import { ruleOf } from "@/lib/targets/domain/target-kpi";
import { propertyRuns } from "@/tests/setup/thoroughness";

const money = ruleOf("revenue", 2);
const count = ruleOf("new_customers", 2);
const growth = ruleOf("growth", 2);
const winRate = ruleOf("win_rate", 2);

describe("a typed or pasted amount", () => {
  it.each([
    ["1234.5", 1234.5],
    ["1,234.5", 1234.5],
    ["1,234,567.89", 1234567.89],
    ["123,4567", 1234567],
    ["１，２３４．５", 1234.5],
    ["¥1,200", 1200],
    ["￥ 1 200 元", 1200],
    ["CNY 300", 300],
    ["rmb300", 300],
    ["12万", 120000],
    ["１２．３万", 123000],
    ["1.1万", 11000],
    ["3千万元", 30000000],
    ["1.2亿", 120000000],
    ["3.5k", 3500],
    ["2M", 2000000],
    ["5w", 50000],
    [".5", 0.5],
    ["7.", 7],
    ["+8", 8],
    ["0.125", 0.13],
    ["1.005", 1.01],
    ["", null],
    [" \t", null],
    ["—", null],
    ["-", null],
  ])("%s is %s", (text, value) => {
    expect(parseTypedNumber(text, money)).toEqual({ ok: true, value });
  });

  it.each(["abc", "1,5", "12%", "1.2.3", "12万3", "--5", "1e5", "12,34", "=1+1"])(
    "%s is no number",
    (text) => {
      expect(parseTypedNumber(text, money)).toEqual({ ok: false, reason: "notANumber" });
    },
  );

  it.each(["-5", "(200)", "-¥200", "9999999亿"])("%s is out of range", (text) => {
    expect(parseTypedNumber(text, money)).toEqual({ ok: false, reason: "outOfRange" });
  });

  it("takes whole customers only", () => {
    expect(parseTypedNumber("12.6", count)).toEqual({ ok: true, value: 13 });
  });
});

describe("a typed or pasted ratio", () => {
  it.each([
    ["10%", 0.1],
    ["１０％", 0.1],
    ["12.5", 0.125],
    ["(5%)", -0.05],
    ["−5%", -0.05],
    ["180%", 1.8],
  ])("%s is %s", (text, value) => {
    expect(parseTypedNumber(text, growth)).toEqual({ ok: true, value });
  });

  it("has limits of its own for each KPI", () => {
    expect(parseTypedNumber("101%", winRate)).toEqual({ ok: false, reason: "outOfRange" });
    expect(parseTypedNumber("-101%", growth)).toEqual({ ok: false, reason: "outOfRange" });
    expect(parseTypedNumber("5万", growth)).toEqual({ ok: false, reason: "notANumber" });
  });
});

describe("what is shown for editing", () => {
  it("comes back as the same amount", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e14 }), (cents) => {
        const value = roundTo(cents / 100, 2);
        expect(parseTypedNumber(typedForm(value, "money"), money)).toEqual({ ok: true, value });
      }),
      { numRuns: propertyRuns() },
    );
  });

  it("comes back as the same ratio", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 100_000_000 }), (millionths) => {
        const value = roundTo(millionths / 1e6, 6);
        expect(parseTypedNumber(typedForm(value, "ratio"), growth)).toEqual({ ok: true, value });
      }),
      { numRuns: propertyRuns() },
    );
  });

  it("is nothing for no target", () => {
    expect(typedForm(null, "money")).toBe("");
  });
});
