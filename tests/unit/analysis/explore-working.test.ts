import { describe, expect, it } from "vitest";
import type { ExploreView } from "@/lib/analysis/domain/explore-view";
import { exploreWorking, othersAt } from "@/lib/analysis/domain/explore-working";
import { OTHERS } from "@/lib/metrics/domain/dimensions";
import type { MeasuredMetric } from "@/lib/metrics/domain/figure";

const range = { from: "2026-01-01", to: "2026-02-01" } as const;

function viewOf(metric: MeasuredMetric, bucket: "2026-01-01" | null): ExploreView {
  const address = { metric, range, where: {} };
  const row = (key: string, value: number, n: number) => ({
    ...{ key, value, n, bucket, address, name: { name: key, nameEn: null } },
  });
  const whole = { value: 100, n: 9, address };
  return {
    ...{ self: "tab=explore", metric, by: "customer", grain: bucket && "month", span: "period" },
    ...{ top: 5, dimensions: [], grains: [], range, whole },
    rows: [row("a", 40, 2), row("b", 25, 1), row(OTHERS, 35, 6)],
    wholes: bucket ? [{ ...row("", 100, 9), key: null }] : [],
    notes: [],
    members: { offset: 0, shown: 2, total: 7, ranked: "value" },
  };
}

describe("all others of an exploration, worked out", () => {
  it.each([null, "2026-01-01"] as const)("100 less 40 + 25 is 35, of 6 records (%s)", (bucket) => {
    const lines = exploreWorking(viewOf("revenue", bucket), othersAt(bucket))?.lines ?? [];
    expect(lines.map(({ value }) => value)).toEqual([35, 65, 6]);
    expect(lines[0]?.parts.map(({ value }) => value)).toEqual([100, 65]);
  });

  it("a rate is that of all their records: it is no difference", () => {
    const lines = exploreWorking(viewOf("win_rate", null), othersAt(null))?.lines ?? [];
    expect(lines.map(({ how, value }) => [how, value])).toEqual([
      ["rule", 35],
      ["rule", 6],
    ]);
  });

  it("there is none of another name, another time, or where all members are shown", () => {
    const view = viewOf("revenue", null);
    expect(exploreWorking(view, "whole")).toBeNull();
    expect(exploreWorking(view, othersAt("2026-01-01"))).toBeNull();
    expect(exploreWorking({ ...view, rows: view.rows.slice(0, 2) }, othersAt(null))).toBeNull();
  });
});
