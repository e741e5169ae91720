import { beforeAll, describe, expect, it } from "vitest";
import { dashboard } from "@/lib/dashboard/queries/dashboard";
import { explainFigure } from "@/lib/figures/queries/explain-figure";
import { measureForApi } from "@/lib/figures/queries/measure-api";
import { measureQuery } from "@/lib/figures/schema";
import { NotFoundError } from "@/lib/platform/errors";
import type { TargetMetric } from "@/lib/targets/domain/target-figure";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { insertRow } from "@/tests/setup/records";

// The first quarter of 2026 in East: Rae sold 400, Ray 200, against a target of 1,000 (Rae's: 500).
// One deal of 300 was won, expected 400, one of 600 lost; on the last day 500 was open and due.

let company: Company;
const QUARTER = { from: "2026-01-01", to: "2026-04-01" };

beforeAll(async () => {
  company = await createCompany();
  const { user, unit, stage } = company;
  const rae = { owner_id: user.Rae, unit_id: unit.E1 };
  const ray = { owner_id: user.Ray, unit_id: unit.E2 };
  for (const [place, amount] of [
    [rae, 400],
    [ray, 200],
  ] as const)
    await insertRow("sale", {
      ...place,
      sold_on: "2026-02-10",
      order_no: `order of ${amount}`,
      quantity: 1,
      currency: "USD",
      amount,
      base_amount: amount,
    });
  const deal = (stageId: string, expected: number, more: object) =>
    insertRow("deal", {
      ...rae,
      title: "deal",
      stage_id: stageId,
      created_on: "2026-01-05",
      currency: "USD",
      expected_amount: expected,
      expected_base_amount: expected,
      ...more,
    });
  const won = { booked_amount: 300, booked_base_amount: 300, closed_on: "2026-02-01" };
  await deal(stage.Won, 400, won);
  await deal(stage.Lost, 600, { closed_on: "2026-02-01" });
  await deal(stage.Proposal, 500, { expected_close_on: "2026-03-31" });
  const target = { kpi: "revenue", period_from: QUARTER.from, period_to: QUARTER.to };
  for (const [place, userId, amount] of [
    [unit.East, null, 1000],
    [unit.E1, user.Rae, 500],
  ] as const)
    await insertRow("target", {
      ...target,
      unit_id: place,
      user_id: userId,
      target: amount,
      status: "published",
    });
});

async function explained(person: keyof Company["user"], metric: TargetMetric, params: object) {
  const scope = await scopeFor(company.user[person]);
  const asked = { ...QUARTER, ...params };
  return (await explainFigure(scope, metric, asked)).figure.value;
}

async function api(person: keyof Company["user"], metric: TargetMetric, params: object = {}) {
  const scope = await scopeFor(company.user[person]);
  const query = measureQuery.parse({ metric, ...QUARTER, ...params });
  return (await measureForApi(scope, query, "en"))?.rows ?? null;
}

const EAST: [TargetMetric, number][] = [
  ["target", 1000],
  ["attainment", 600 / 1000],
  ["gap", 1000 - 600],
  ["time_elapsed", 1],
  ["expected_to_date", 1000],
  ["pace", 0.6],
  ["run_rate_landing", 600],
  ["coverage_to_go", 500 / (1000 - 600)],
  // 400 ÷ 300 a deal ÷ a win rate of 1 in 2
  ["opportunities_needed", Math.ceil(400 / 300 / 0.5)],
];

describe("East's 600 of 1,000, on the dashboard, on the figure's page and in the API", () => {
  it.each(EAST)(
    "%s is %d on the page and in the API, for its manager and the admin",
    async (metric, value) => {
      const unit = company.unit.East;
      for (const person of ["Mia", "Ada"] as const) {
        expect(await explained(person, metric, { unit })).toBeCloseTo(value, 9);
        const [row] = (await api(person, metric, { unit })) ?? [];
        expect(row?.value).toBeCloseTo(value, 9);
      }
    },
  );

  it("coverage (1.25), opportunities (3), attainment (60%) and gap (400) are the dashboard's", async () => {
    const { pipeline, kpis } = await dashboard(await scopeFor(company.user.Mia), {
      period: "2026-Q1",
    });
    const { standing } = kpis[0] ?? {};
    expect([pipeline.coverage, pipeline.opportunitiesNeeded]).toEqual([1.25, 3]);
    expect(pipeline.coverageNeeded).toBe(1000 / 400);
    expect([standing?.attainment, standing?.gap]).toEqual([0.6, 400]);
  });

  it("the unit is the manager's own where none is named, and a rep's are the own 400 of 500", async () => {
    expect(await explained("Mia", "attainment", {})).toBeCloseTo(0.6, 9);
    expect((await api("Mia", "attainment"))?.[0]?.value).toBeCloseTo(0.6, 9);
    expect(await explained("Rae", "attainment", {})).toBeCloseTo(0.8, 9);
    expect((await api("Rae", "gap"))?.[0]?.value).toBe(100);
  });

  it("by rep: Rae 400 ÷ 500, Ray without a target is unknown, not 0", async () => {
    const rows = await api("Mia", "attainment", { by: "rep" });
    expect(rows).toMatchObject([
      { key: company.user.Rae, value: 0.8, numerator: 400, denominator: 500 },
      { key: company.user.Ray, value: null, numerator: 200, denominator: null },
    ]);
  });

  it("by region: East is held against its own target", async () => {
    expect(await api("Ada", "attainment", { by: "region" })).toMatchObject([
      { label: "East", value: 0.6 },
    ]);
  });

  it("leads to the records of the actual, and to the deals that are due", async () => {
    const scope = await scopeFor(company.user.Mia);
    const records = async (metric: TargetMetric) =>
      (await explainFigure(scope, metric, { ...QUARTER, unit: company.unit.East })).records;
    expect(await records("attainment")).toMatchObject({ kind: "sales", rows: { length: 2 } });
    expect(await records("coverage_to_go")).toMatchObject({ kind: "deals", rows: { length: 1 } });
    expect(await records("opportunities_needed")).toMatchObject({
      kind: "deals",
      rows: { length: 2 },
    });
    expect(await records("time_elapsed")).toBeNull();
  });
});

describe("what may not be asked", () => {
  const refused = async (person: keyof Company["user"], params: object) =>
    explained(person, "attainment", params).then(
      () => false,
      (error: unknown) => error instanceof NotFoundError,
    );

  it("a range that is no fiscal period, a KPI without targets, coverage of customers", async () => {
    expect(await refused("Ada", { to: "2026-03-01", from: "2026-01-15" })).toBe(true);
    expect(await refused("Ada", { of: "orders" })).toBe(true);
    expect(await api("Ada", "attainment", { to: "2026-03-15" })).toBeNull();
    const coverage = { metric: "coverage_to_go", of: "new_customers", ...QUARTER };
    expect(measureQuery.safeParse(coverage).success).toBe(false);
    expect(measureQuery.safeParse({ ...coverage, of: "revenue" }).success).toBe(true);
  });

  it("another unit's or colleague's target; their numbers are in no answer", async () => {
    expect(await refused("Max", { unit: company.unit.East })).toBe(true);
    expect(await refused("Ray", { rep: company.user.Rae })).toBe(true);
    expect(await refused("Rae", { unit: company.unit.East })).toBe(true);
    expect(await api("Max", "target", { unit: company.unit.East })).toMatchObject([
      { value: null },
    ]);
    expect(await api("Ray", "target", { by: "rep" })).toMatchObject([
      { key: company.user.Ray, value: null },
    ]);
  });
});

describe("a compared figure", () => {
  it("the share of Rae is 400 of 600, of which 400 and 600 are the parts", async () => {
    const scope = await scopeFor(company.user.Mia);
    const where = { unit: company.unit.East, rep: company.user.Rae, part: "rep" };
    const { figure, parts } = await explainFigure(scope, "share", { ...QUARTER, ...where });
    expect(figure.value).toBeCloseTo(400 / 600, 9);
    expect(parts.map(({ value }) => value)).toEqual([400, 600]);
  });

  it("the win rate's change from 0 deals is unknown, of revenue from 0 to 600 growth is none", async () => {
    const scope = await scopeFor(company.user.Mia);
    const base = { ...QUARTER, baseFrom: "2025-01-01", baseTo: "2025-04-01" };
    const change = await explainFigure(scope, "change", { ...base, of: "win_rate" });
    expect([change.figure.value, change.parts[0]?.value]).toEqual([null, 0.5]);
    const growth = await explainFigure(scope, "growth", { ...base, of: "revenue" });
    expect([growth.figure.value, growth.figure.numerator]).toEqual([null, 600]);
  });

  it("linearity: nothing of the quarter's 600 was sold in March; of another range there is none", async () => {
    const scope = await scopeFor(company.user.Mia);
    const { figure, records } = await explainFigure(scope, "linearity", { ...QUARTER });
    expect(figure).toMatchObject({ value: 0, numerator: 0, denominator: 600 });
    expect(records).toMatchObject({ kind: "sales", rows: { length: 2 } });
    const feb = explainFigure(scope, "linearity", { from: "2026-02-01", to: "2026-03-01" });
    await expect(feb).rejects.toBeInstanceOf(NotFoundError);
  });
});
