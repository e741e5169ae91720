import { beforeAll, describe, expect, it } from "vitest";
import { dashboard } from "@/lib/dashboard/queries/dashboard";
import { explainFigure } from "@/lib/figures/queries/explain-figure";
import { NotFoundError } from "@/lib/platform/errors";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { insertRow } from "@/tests/setup/records";

// The first quarter of 2026: East sold 600 of a target of 1,000 and won 1 of 2 deals, with a target of
// 50%. Of the 1,000 E1 has 600 and E2 300; of E1's 600 Rae has 450 and Rob 100.

let c: Company;
type Person = keyof Company["user"];
const Q1 = { from: "2026-01-01", to: "2026-04-01" };

beforeAll(async () => {
  c = await createCompany();
  const rae = { owner_id: c.user.Rae, unit_id: c.unit.E1, currency: "USD" };
  await insertRow("sale", {
    ...{ ...rae, sold_on: "2026-02-10", order_no: "1", quantity: 1 },
    ...{ amount: 600, base_amount: 600 },
  });
  for (const stage of ["Won", "Lost"] as const)
    await insertRow("deal", {
      ...{ ...rae, title: stage, stage_id: c.stage[stage], created_on: "2026-01-05" },
      closed_on: "2026-02-01",
    });
  for (const [unit, user, kpi, target] of [
    ["East", null, "revenue", 1000],
    ["East", null, "win_rate", 0.5],
    ["E1", null, "revenue", 600],
    ["E2", null, "revenue", 300],
    ["E1", "Rae", "revenue", 450],
    ["E1", "Rob", "revenue", 100],
  ] as const)
    await insertRow("target", {
      ...{ kpi, target, status: "published", period_from: Q1.from, period_to: Q1.to },
      ...{ unit_id: c.unit[unit], user_id: user && c.user[user] },
    });
});

const figure = async (person: Person, metric: string, more: Record<string, string> = {}) =>
  explainFigure(await scopeFor(c.user[person]), metric, { ...Q1, ...more });

describe("the weighted score", () => {
  it("revenue 600 ÷ 1,000 = 60% and win rate 50% ÷ 50% = 100% weigh the same: 80%", async () => {
    const { figure: score, parts, records } = await figure("Mia", "weighted_score");
    expect(score).toMatchObject({ value: 0.8, n: 2 });
    expect(parts.map(({ value, share }) => [value, share])).toEqual([
      [0.6, 0.5],
      [1, 0.5],
    ]);
    expect(records).toBeNull();
    const seen = await dashboard(await scopeFor(c.user.Mia), { period: "2026-Q1" });
    expect(seen.score).toMatchObject({ value: 0.8 });
  });
  it("revenue weighs three times as much: (3 × 60% + 100%) ÷ 4 = 70%; with a cap of 50% both count 50%", async () => {
    await query("UPDATE organisation SET score_weight_revenue = 3");
    expect((await figure("Mia", "weighted_score")).figure.value).toBeCloseTo(0.7, 12);
    await query("UPDATE organisation SET score_weight_revenue = 1, score_cap = 0.5");
    expect((await figure("Mia", "weighted_score")).figure.value).toBeCloseTo(0.5, 12);
    await query("UPDATE organisation SET score_cap = NULL");
  });
  it("of Rae it is her 600 ÷ 450, of West nothing has a target", async () => {
    expect((await figure("Rae", "weighted_score")).figure.value).toBeCloseTo(600 / 450, 12);
    expect((await figure("Max", "weighted_score")).figure.value).toBeNull();
  });
});

describe("what is not handed down", () => {
  it("of East's 1,000: 1,000 − 600 − 300 = 100; of E1's 600: 600 − 450 − 100 = 50", async () => {
    const east = await figure("Mia", "mismatch", { of: "revenue" });
    expect(east.figure).toMatchObject({ value: 100, n: 2 });
    expect(east.parts.map(({ value, name }) => [name?.name, value])).toEqual([
      [undefined, 1000],
      ["E1", 600],
      ["E2", 300],
    ]);
    const team = await figure("Ada", "mismatch", { of: "revenue", unit: c.unit.E1 });
    expect(team.figure.value).toBe(50);
    const target = await figure("Mia", "target", { of: "revenue" });
    expect(target.parts.at(-1)).toMatchObject({ value: 100, address: { metric: "mismatch" } });
  });
  it("a manager asks for another's unit, a rep for a unit: neither is found", async () => {
    for (const person of ["Max", "Rae"] as const)
      await expect(figure(person, "mismatch", { unit: c.unit.East })).rejects.toThrow(
        NotFoundError,
      );
    await expect(figure("Mia", "mismatch", { of: "win_rate" })).rejects.toThrow(NotFoundError);
  });
});
