import { expect, it } from "vitest";
import { leakOf, type StageFlow, staleOf } from "@/lib/analysis/domain/funnel-view";

const stage = (key: string, value: number | null, n: number): StageFlow => ({
  ...{ key, name: null, before: undefined, dwell: undefined, open: undefined, value: undefined },
  conversion: { value, numerator: null, denominator: null, n },
});

it("the leak is the lowest conversion with at least twenty entries", () => {
  const stages = [stage("a", 0.8, 100), stage("b", 0.5, 40), stage("c", 0.1, 19)];
  expect(leakOf(stages)?.key).toBe("b");
  expect(leakOf([stage("c", 0.1, 19), stage("d", null, 50)])).toBeNull();
});

it("stale is what lies in the last band of every stage", () => {
  const band = (deals: number, amount: number) => ({ deals, amount });
  const of = { id: "", name: "", nameEn: null };
  const ages = [
    { stage: of, bands: [band(9, 9), band(2, 20)] },
    { stage: of, bands: [band(9, 9), band(1, 5)] },
  ];
  expect(staleOf(ages)).toEqual({ deals: 3, amount: 25 });
});
