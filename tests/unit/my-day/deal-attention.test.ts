import { describe, expect, it } from "vitest";
import { dealsInNeed, type OpenDeal, rulesFor } from "@/lib/my-day/domain/deal-attention";

const TODAY = "2026-11-23";

/** A deal nothing is wrong with. */
const fine: OpenDeal = {
  ...{ id: "1", title: "Cameras", amount: 1000, estimated: false, hasNextStep: true },
  customer: { id: "c", name: "恒远", nameEn: "Hengyuan" },
  stage: { id: "s", name: "提案", nameEn: "Proposal" },
  ...{ expectedCloseOn: "2026-12-01", stageSince: "2026-11-14", changedOn: "2026-11-14" },
  ...{ lastActivityOn: "2026-11-20", usualDays: 9, usualCount: 12 },
};

const named = (deal: Partial<OpenDeal>) => rulesFor({ ...fine, ...deal }, TODAY);

describe("when an open deal asks for its owner", () => {
  it("not when it goes as it should", () => expect(named({})).toEqual([]));

  it.each<[string, Partial<OpenDeal>, unknown]>([
    ["closes three days ago", { expectedCloseOn: "2026-11-20" }, { rule: "closePassed", days: 3 }],
    [
      "is in its stage for 21 days, usual 9",
      { stageSince: "2026-11-02" },
      { rule: "slowStage", days: 21, usual: 9 },
    ],
    [
      "was heard of 14 days ago",
      { lastActivityOn: null, changedOn: "2026-11-09" },
      { rule: "silent", days: 14 },
    ],
    ["has no next step", { hasNextStep: false }, { rule: "noNextStep" }],
    ["has no amount", { amount: null }, { rule: "noAmount" }],
    ["has a list price for an amount", { estimated: true }, { rule: "noAmount" }],
    ["has no customer", { customer: null }, { rule: "noCustomer" }],
  ])("it %s", (_, deal, rule) => expect(named(deal)).toEqual([rule]));

  it.each<[string, Partial<OpenDeal>]>([
    ["closing today is not past", { expectedCloseOn: TODAY }],
    ["without an expected close", { expectedCloseOn: null }],
    [
      "1.5 times the usual is not longer than that",
      { stageSince: "2026-11-10", usualDays: 13 / 1.5 },
    ],
    ["four deals are too few for a usual", { stageSince: "2026-08-01", usualCount: 4 }],
    ["no deal has left the stage", { stageSince: "2026-08-01", usualDays: null, usualCount: 0 }],
    ["13 days are not silence", { lastActivityOn: null, changedOn: "2026-11-10" }],
    ["a change counts like a follow-up", { lastActivityOn: "2026-01-01" }],
  ])("%s: nothing", (_, deal) => expect(named(deal)).toEqual([]));
});

describe("the list of deals in need", () => {
  it("has the most urgent rule first, then the larger amount, and says every rule", () => {
    const list = dealsInNeed(
      [
        fine,
        { ...fine, id: "step", hasNextStep: false },
        { ...fine, id: "small", expectedCloseOn: "2026-11-01", amount: 5 },
        { ...fine, id: "large", expectedCloseOn: "2026-11-22", amount: 50, hasNextStep: false },
      ],
      TODAY,
    );
    expect(list.map(({ deal, tone }) => [deal.id, tone])).toEqual([
      ["large", "bad"],
      ["small", "bad"],
      ["step", "warn"],
    ]);
    expect(list[0]?.rules.map(({ rule }) => rule)).toEqual(["closePassed", "noNextStep"]);
  });
});
