import { describe, expect, it } from "vitest";
import { eventLanes } from "@/components/charts/event-label";
import { axisText, numberText } from "@/components/charts/number-text";
import { pointsTable } from "@/components/charts/points-table";

const zh = { locale: "zh-CN", options: { maximumFractionDigits: 0 } };
const en = {
  locale: "en",
  options: {
    style: "currency",
    currency: "CNY",
    currencyDisplay: "narrowSymbol",
    maximumFractionDigits: 0,
  },
} as const;

describe("axisText", () => {
  it("is short in each language's own units", () => {
    expect(axisText(32_290_000, zh)).toBe("3,229万");
    expect(axisText(32_290_000, en)).toBe("¥32.3M");
    expect(axisText(-12_000, { locale: "en" })).toBe("\u221212k");
    expect(axisText(0.25, { locale: "en", options: { style: "percent" } })).toBe("25%");
  });
});

describe("numberText", () => {
  it("shows a missing figure as a dash, never as 0", () => {
    expect(numberText(null, zh)).toBe("—");
    expect(numberText(0, zh)).toBe("0");
    expect(numberText(-5, zh)).toBe("\u22125");
  });
});

describe("pointsTable", () => {
  it("leaves out points without any figure and prefers the caller's texts", () => {
    const table = pointsTable(
      "Day",
      [
        { label: "1", values: { a: 1, b: null }, texts: { a: "one" } },
        { label: "2", values: { a: null, b: null } },
      ],
      [
        { key: "a", label: "A" },
        { key: "b", label: "B" },
      ],
      zh,
    );
    expect(table).toEqual({
      head: ["Day", "A", "B"],
      rows: [["1", "one", "—"]],
      raw: [["1", 1, null]],
    });
  });
});

describe("eventLanes", () => {
  it("puts a near neighbour on the other line", () => {
    expect(eventLanes([0.1, 0.2, 0.3, 0.9])).toEqual([0, 1, 0, 0]);
  });
});
