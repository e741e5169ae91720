import { describe, expect, it } from "vitest";
import { pointsTable } from "@/components/charts/points-table";

const numbers = { locale: "en" };

describe("the table of a chart", () => {
  it("leads from each figure to its page, from nothing to nowhere", () => {
    const series = [
      { key: "actual", label: "Actual", href: "/figures/revenue?to={at}" },
      { key: "plan", label: "Plan" },
    ];
    const points = [
      { label: "1", values: { actual: 5, plan: 6 }, at: { actual: "2026-01-02" } },
      { label: "2", values: { actual: null, plan: 7 }, at: { actual: "2026-01-03" } },
    ];
    expect(pointsTable("Day", points, series, numbers).hrefs).toEqual([
      [null, "/figures/revenue?to=2026-01-02", null],
      [null, null, null],
    ]);
  });
});
