import { describe, expect, it } from "vitest";
import { dealChanges } from "@/lib/deals/domain/deal-changes";
import { isSearchable } from "@/lib/shared/search-hit";

const state = (id: string, changes: object = {}) => ({
  id,
  changedOn: "2026-01-01",
  stage: { id: "s1" },
  expectedBaseAmount: 10,
  expectedCloseOn: null,
  owner: { id: "o1" },
  unit: { id: "u1" },
  ...changes,
});

describe("the timeline of a deal", () => {
  it("tells the latest first what differs from the entry before", () => {
    const history = [
      state("1"),
      state("2", { stage: { id: "s2" }, expectedBaseAmount: null }),
      state("3", { stage: { id: "s2" }, expectedBaseAmount: null, owner: { id: "o2" } }),
    ];
    expect(
      dealChanges(history).map(({ at, before, fields }) => [at.id, before?.id, fields]),
    ).toEqual([
      ["3", "2", ["owner"]],
      ["2", "1", ["stage", "amount"]],
      ["1", undefined, []],
    ]);
  });

  it("is empty without a history", () => {
    expect(dealChanges([])).toEqual([]);
  });
});

describe("a text to search for", () => {
  it("needs two letters, or one Chinese character", () => {
    expect(["", "a", "ab", "店", "%"].map(isSearchable)).toEqual([false, false, true, true, false]);
  });
});
