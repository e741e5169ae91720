import { beforeAll, describe, expect, it } from "vitest";
import { type Measurement, measure } from "@/lib/metrics/data/measure";
import type { MeasuredMetric } from "@/lib/metrics/domain/figure";
import { read } from "@/lib/platform/db/access";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { insertRow } from "@/tests/setup/records";

// A deal shared by two is credited to each by share and counts once for whoever is above both: the
// fault kept out here counted it fully for both and twice for the team.

let c: Company;
beforeAll(async () => {
  c = await createCompany();
  const deal = async (
    title: string,
    parts: readonly (readonly ["Rae" | "Rob" | "Wes", "E1" | "W1", number, number])[],
    more: object,
  ) => {
    const id = await insertRow("deal", {
      ...{ title, owner_id: c.user.Rae, unit_id: c.unit.E1, currency: "USD" },
      ...{ created_on: "2026-01-01", is_shared: parts.length > 0, ...more },
    });
    for (const [user, unit, share_from, share_to] of parts)
      await insertRow("deal_split", {
        ...{ deal_id: id, user_id: c.user[user], unit_id: c.unit[unit], share_from, share_to },
      });
  };
  const won = (amount: number) => ({
    ...{ stage_id: c.stage.Won, closed_on: "2026-01-31" },
    ...{ expected_base_amount: amount, booked_base_amount: amount },
  });
  await deal(
    "in one team",
    [
      ["Rae", "E1", 0, 0.6],
      ["Rob", "E1", 0.6, 1],
    ],
    won(1000),
  );
  await deal(
    "across regions",
    [
      ["Rae", "E1", 0, 0.3333],
      ["Wes", "W1", 0.3333, 1],
    ],
    won(100.01),
  );
  await deal("alone", [], won(50));
  await deal(
    "owner has no share",
    [
      ["Rob", "E1", 0, 0.5],
      ["Wes", "W1", 0.5, 1],
    ],
    {
      ...{ stage_id: c.stage.Lost, closed_on: "2026-01-11", expected_base_amount: 10 },
    },
  );
  await deal(
    "open",
    [
      ["Rae", "E1", 0, 0.5],
      ["Wes", "W1", 0.5, 1],
    ],
    {
      ...{ stage_id: c.stage.Proposal, expected_base_amount: 0.03 },
    },
  );
});

type Person = keyof Company["user"];
async function figures(
  person: Person,
  metrics: readonly MeasuredMetric[],
  more: Partial<Measurement> = {},
) {
  const rows = await read(await scopeFor(c.user[person]), (tx) =>
    measure(tx, {
      metrics,
      range: { from: "2026-01-01", to: "2026-02-01" },
      asOf: "2026-02-10",
      calendar: { fiscalYearStartMonth: 1, firstDayOfWeek: 1 },
      digits: 2,
      ...more,
    }),
  );
  return rows;
}
/** Won amount = average size × count; the metric engine has no metric of its own for it. */
async function one(person: Person, metric: MeasuredMetric, where: Measurement["where"] = {}) {
  return (await figures(person, [metric], { where }))[0];
}

describe("a shared deal", () => {
  it("credits each rep by share: 600 + 33.33 + 50 to Rae, 400 to Rob, 66.68 to Wes", async () => {
    const of = async (rep: "Rae" | "Rob" | "Wes") =>
      (await one("Ada", "average_deal_size", { rep: c.user[rep] }))?.numerator;
    expect(await of("Rae")).toBe(683.33);
    expect(await of("Rob")).toBe(400);
    expect(await of("Wes")).toBe(66.68);
  });

  it("counts once in any unit above both, and in part where only one belongs: 1050 + 33.33 in the east", async () => {
    const amount = async (unit: keyof Company["unit"]) =>
      (await one("Ada", "average_deal_size", { unit: c.unit[unit] }))?.numerator;
    expect(await amount("E1")).toBe(1083.33);
    expect(await amount("East")).toBe(1083.33);
    expect(await amount("West")).toBe(66.68);
    expect(await amount("Company")).toBe(1150.01);
    expect((await one("Ada", "average_deal_size"))?.numerator).toBe(1150.01);
  });

  it("is one deal: 0.6 of Rae's and 0.4 of Rob's, three won in all; each is behind the figure", async () => {
    expect(await one("Ada", "won_deals")).toMatchObject({ value: 3, n: 3 });
    expect(await one("Ada", "won_deals", { rep: c.user.Rae })).toMatchObject({
      value: 1.9333,
      n: 3,
    });
    expect(await one("Ada", "won_deals", { rep: c.user.Rob })).toMatchObject({ value: 0.4, n: 1 });
    expect(await one("Ada", "won_deals", { unit: c.unit.Company })).toMatchObject({ value: 3 });
  });

  it("sums to the whole over reps and over units", async () => {
    for (const by of ["rep", "unit", "region"] as const) {
      const rows = await figures("Ada", ["won_deals", "average_deal_size"], { by });
      const sum = (metric: MeasuredMetric) =>
        rows
          .filter((row) => row.metric === metric)
          .reduce((total, row) => total + (row.numerator ?? 0), 0);
      expect(sum("won_deals")).toBeCloseTo(3, 9);
      expect(sum("average_deal_size")).toBeCloseTo(1150.01, 9);
    }
  });

  it("weighs a rate by share: Rob won 0.4 and lost 0.5", async () => {
    expect(await one("Ada", "win_rate", { rep: c.user.Rob })).toMatchObject({
      numerator: 0.4,
      denominator: 0.9,
      n: 2,
    });
    expect(await one("Ada", "win_rate", { rep: c.user.Rae })).toMatchObject({
      denominator: 1.9333,
    });
    expect(await one("Ada", "win_rate")).toMatchObject({ numerator: 3, denominator: 4 });
  });

  it("credits the pipeline and its weight to the cent: 0.03 is 0.02 and 0.01, at half 0.01 and 0.01", async () => {
    const of = async (metric: MeasuredMetric, rep?: "Rae" | "Wes") =>
      (await one("Ada", metric, rep ? { rep: c.user[rep] } : {}))?.value;
    expect([await of("pipeline_open", "Rae"), await of("pipeline_open", "Wes")]).toEqual([
      0.02, 0.01,
    ]);
    expect(await of("pipeline_open")).toBe(0.03);
    expect([await of("weighted_pipeline", "Rae"), await of("weighted_pipeline", "Wes")]).toEqual([
      0.01, 0.01,
    ]);
    expect(await of("weighted_pipeline")).toBe(0.02);
  });

  it("shows whoever asks without a filter the own part only", async () => {
    expect((await one("Wes", "average_deal_size"))?.numerator).toBe(66.68);
    expect((await one("Max", "average_deal_size"))?.numerator).toBe(66.68);
    expect((await one("Mia", "average_deal_size"))?.numerator).toBe(1083.33);
    expect(await one("Rae", "win_rate")).toMatchObject({ denominator: 1.9333 });
    expect(await one("Ray", "won_deals")).toMatchObject({ value: 0 });
    expect(await query("SELECT 1 FROM deal WHERE is_shared")).toHaveLength(4);
  });
});
