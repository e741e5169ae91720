import { beforeAll, describe, expect, it } from "vitest";
import { explainFigure } from "@/lib/figures/queries/explain-figure";
import { measureForApi } from "@/lib/figures/queries/measure-api";
import { measureQuery } from "@/lib/figures/schema";
import { NotFoundError } from "@/lib/platform/errors";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { insertRow } from "@/tests/setup/records";

// Lost in the first quarter: two on price to Rival, one to Rival of no decision, one without a reason.
// Won: one against Rival.

const Q1 = { from: "2026-01-01", to: "2026-04-01" };
let company: Company;
let id: Record<"price" | "noDecision" | "rival", string>;

beforeAll(async () => {
  company = await createCompany();
  id = {
    price: await insertRow("loss_reason", { name: "价格", name_en: "Price" }),
    noDecision: await insertRow("loss_reason", { name: "无决定", is_no_decision: true }),
    rival: await insertRow("competitor", { name: "Rival" }),
  };
  const deal = (stage: "Won" | "Lost", why: object) =>
    insertRow("deal", {
      title: "deal",
      owner_id: company.user.Rae,
      unit_id: company.unit.E1,
      stage_id: company.stage[stage],
      created_on: "2026-01-02",
      closed_on: "2026-02-02",
      currency: "USD",
      expected_amount: 100,
      expected_base_amount: 100,
      ...why,
    });
  await deal("Lost", { loss_reason_id: id.price, competitor_id: id.rival });
  await deal("Lost", { loss_reason_id: id.price, competitor_id: id.rival });
  await deal("Lost", { loss_reason_id: id.noDecision, competitor_id: id.rival });
  await deal("Lost", {});
  await deal("Won", { competitor_id: id.rival, booked_amount: 90, booked_base_amount: 90 });
});

async function api(metric: string, by?: string): Promise<[string | null, number | null][]> {
  const query = measureQuery.parse({ metric, by, ...Q1 });
  const answer = await measureForApi(await scopeFor(company.user.Mia), query, "en");
  return (answer?.rows ?? []).map(({ label, value }) => [label, value]);
}

async function explained(metric: string, params: object) {
  return explainFigure(await scopeFor(company.user.Mia), metric, { ...Q1, ...params });
}

describe("why deals are lost", () => {
  it("by reason: 2 on price, 1 of no decision, 1 without = the 4 lost", async () => {
    expect(await api("lost_deals")).toEqual([[null, 4]]);
    expect(new Map(await api("lost_deals", "lossReason"))).toEqual(
      new Map<string | null, number>([
        ["Price", 2],
        ["无决定", 1],
        [null, 1],
      ]),
    );
  });

  it("price is 2 of 4 = 50% of the losses", async () => {
    const { figure, records } = await explained("share", {
      of: "lost_deals",
      part: "lossReason",
      lossReason: id.price,
    });
    expect(figure).toMatchObject({ value: 0.5, numerator: 2, denominator: 4 });
    expect(records).toMatchObject({ kind: "deals", rows: { length: 2 } });
  });

  it("regression: no decision is not a competitive loss: to a competitor 2 of 4, no decision 1 of 4", async () => {
    expect(await api("competitive_loss_rate")).toEqual([[null, 0.5]]);
    expect(await api("no_decision_rate")).toEqual([[null, 0.25]]);
  });

  it("against Rival 1 won of 4 closed, without one named 0 of 1", async () => {
    expect(await api("win_rate", "competitor")).toEqual([
      ["Rival", 0.25],
      [null, 0],
    ]);
  });

  it("what has no reason cannot be broken down by it: revenue, open deals", async () => {
    const by = (metric: string) =>
      measureQuery.safeParse({ metric, by: "lossReason", ...Q1 }).success;
    expect(["lost_deals", "revenue", "growth", "pipeline_open"].map(by)).toEqual([
      true,
      false,
      false,
      false,
    ]);
    const refused = explained("revenue", { lossReason: id.price });
    await expect(refused).rejects.toBeInstanceOf(NotFoundError);
  });
});
