import { describe, expect, it } from "vitest";
import { changedFields, type DealState, nextLimit } from "@/lib/timeline/domain/event";
import { timelineParams } from "@/lib/timeline/schema";

const named = (name: string) => ({ name, nameEn: null });
const STATE: DealState = {
  stage: { ...named("Proposal"), kind: "open" },
  amount: 100,
  expectedClose: "2026-05-01",
  owner: named("Rae"),
  unit: named("E1"),
};

describe("what changed of a deal", () => {
  it("is every field that differs, in a fixed order", () => {
    const after: DealState = { ...STATE, owner: named("Wes"), unit: named("W1"), amount: null };
    expect(changedFields({ before: STATE, after })).toEqual(["amount", "owner", "unit"]);
    expect(changedFields({ before: STATE, after: { ...STATE } })).toEqual([]);
  });
  it("is nothing where the deal begins", () => {
    expect(changedFields({ before: null, after: STATE })).toEqual([]);
  });
});

describe("how much is shown", () => {
  it("grows by 30 as long as there is more, to 300", () => {
    expect([nextLimit(15, true), nextLimit(15, false)]).toEqual([45, null]);
    expect([nextLimit(285, true), nextLimit(300, true)]).toEqual([300, null]);
  });
  it("is 15 of all kinds for an address that says nothing sensible", () => {
    const first = { only: null, limit: 15 };
    expect(timelineParams.parse({})).toEqual(first);
    expect(timelineParams.parse({ events: "x", shown: "-4" })).toEqual(first);
    expect(timelineParams.parse({ events: "sale", shown: "45" })).toEqual({
      ...{ only: "sale", limit: 45 },
    });
  });
});
