import { beforeAll, describe, expect, it } from "vitest";
import { type Measurement, measure } from "@/lib/metrics/data/measure";
import { read } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";

const Q1 = { from: "2026-01-01", to: "2026-04-01" } as const;
const settings = {
  asOf: "2026-03-31",
  calendar: { fiscalYearStartMonth: 1, firstDayOfWeek: 1 },
  digits: 2,
} as const;

let company: Company;
let admin: Scope;

/** day, order, owner, unit, customer, quantity, amount, cost */
type Person = keyof Company["user"];
type Place = keyof Company["unit"];
type Line = [string, string, Person, Place, string | null, number, number, number | null];

async function sell(lines: Line[]) {
  for (const [day, order, owner, unit, customer, quantity, amount, cost] of lines)
    await query(
      `INSERT INTO sale (sold_on, order_no, owner_id, unit_id, customer_id, quantity, currency, amount, base_amount, base_cost)
       VALUES ($1, $2, $3, $4, $5, $6, 'USD', $7, $7, $8)`,
      [day, order, company.user[owner], company.unit[unit], customer, quantity, amount, cost],
    );
}

/** created, closed, stage, owner, unit, expected, booked */
type DealRow = [
  string | null,
  string | null,
  keyof Company["stage"],
  Person,
  Place,
  number | null,
  number | null,
];

async function deals(rows: DealRow[]) {
  for (const [created, closed, stage, owner, unit, expected, booked] of rows)
    await query(
      `INSERT INTO deal (title, created_on, closed_on, stage_id, owner_id, unit_id, currency, expected_amount, expected_base_amount, booked_amount, booked_base_amount)
       VALUES ('d', $1, $2, $3, $4, $5, 'USD', $6, $6, $7, $7)`,
      [
        created,
        closed,
        company.stage[stage],
        company.user[owner],
        company.unit[unit],
        expected,
        booked,
      ],
    );
}

async function values(scope: Scope, asked: Partial<Measurement> & Pick<Measurement, "metrics">) {
  const rows = await read(scope, (tx) => measure(tx, { range: Q1, ...settings, ...asked }));
  return rows;
}

async function one(
  scope: Scope,
  metric: Measurement["metrics"][number],
  asked: Partial<Measurement> = {},
) {
  const [row] = await values(scope, { metrics: [metric], ...asked });
  return row?.value;
}

beforeAll(async () => {
  company = await createCompany();
  admin = await scopeFor(company.user.Ada);
  const customers = await query<{ id: string }>(
    `INSERT INTO customer (name, sector) VALUES ('Acme', 'retail'), ('Beta', 'tech') RETURNING id`,
  );
  const [acme, beta] = customers.map(({ id }) => id);
  await sell([
    ["2025-12-31", "O0", "Rae", "E1", acme ?? null, 1, 50, 20],
    ["2026-01-05", "O1", "Rae", "E1", acme ?? null, 2, 100, 60],
    ["2026-01-05", "O1", "Rae", "E1", acme ?? null, 1, 40, null],
    ["2026-02-10", "O2", "Rob", "E1", beta ?? null, 5, 500.5, 300],
    ["2026-02-11", "O2R", "Rob", "E1", beta ?? null, -1, -100.1, -60],
    ["2026-03-31", "O3", "Wes", "W1", beta ?? null, 1, 9.6, 5],
    ["2026-04-01", "O4", "Wes", "W1", beta ?? null, 1, 1000, 5],
  ]);
  await deals([
    ["2025-12-01", "2026-01-10", "Won", "Rae", "E1", 120, 100],
    ["2026-01-01", "2026-01-31", "Lost", "Rae", "E1", 380, 0],
    ["2026-01-01", "2026-02-20", "Won", "Wes", "W1", 200, 300],
    ["2026-02-01", null, "Proposal", "Wes", "W1", 99.99, null],
    [null, null, "Prospecting", "Rob", "E1", 10, null],
  ]);
});

describe("results of the quarter", () => {
  it("revenue is 100 + 40 + 500.50 − 100.10 + 9.60 = 550.00", async () => {
    expect(await one(admin, "revenue")).toBe(550);
  });
  it("units are 2 + 1 + 5 − 1 + 1 = 8", async () => {
    expect(await one(admin, "units")).toBe(8);
  });
  it("orders are O1, O2, O3: the return is no order", async () => {
    expect(await one(admin, "orders")).toBe(3);
  });
  it("average order value is 550 ÷ 3", async () => {
    expect(await one(admin, "average_order_value")).toBeCloseTo(183.3333, 4);
  });
  it("margin is 40 + 200.50 − 40.10 + 4.60 = 205.00 over lines with a cost, rate 205 ÷ 510", async () => {
    expect(await one(admin, "gross_margin")).toBeCloseTo(205, 10);
    expect(await one(admin, "margin_rate")).toBeCloseTo(205 / 510, 10);
  });
  it("one new customer: Acme's first sale was last year", async () => {
    expect(await one(admin, "new_customers")).toBe(1);
  });
  it("two active customers, one of them with two orders: repeat rate 50%", async () => {
    expect(await one(admin, "active_customers")).toBe(2);
    expect(await one(admin, "repeat_rate")).toBe(0.5);
  });
});

describe("pipeline of the quarter", () => {
  it("win rate by count is 2 ÷ 3; by value both sides expected: 320 ÷ 700", async () => {
    expect(await one(admin, "win_rate")).toBeCloseTo(2 / 3, 10);
    expect(await one(admin, "win_rate_value")).toBeCloseTo(320 / 700, 10);
  });
  it("average deal size is (100 + 300) ÷ 2", async () => {
    expect(await one(admin, "average_deal_size")).toBe(200);
  });
  it("cycle of won deals is (40 + 50) ÷ 2 days, of all closed (40 + 50 + 30) ÷ 3", async () => {
    expect(await one(admin, "sales_cycle_won")).toBe(45);
    expect(await one(admin, "sales_cycle_closed")).toBe(40);
    expect(await one(admin, "sales_cycle_closed_median")).toBe(40);
  });
  it("close rate of the quarter's cohort is 1 ÷ 3, a deal without a date is in no cohort", async () => {
    expect(await one(admin, "close_rate")).toBeCloseTo(1 / 3, 10);
  });
  it("open on 31 March: 99.99 + 10; weighted round(49.995) + 1 = 51.00, the won and lost at nothing", async () => {
    expect(await one(admin, "pipeline_open")).toBeCloseTo(109.99, 10);
    expect(await one(admin, "weighted_pipeline")).toBeCloseTo(51, 10);
  });
  it("regression: weighted is rounded deal by deal: 3 × round(0.33 × 0.5) = 0.51, and lost deals add nothing", async () => {
    const range = { from: "2024-01-01", to: "2024-02-01" } as const;
    for (const amount of [0.33, 0.33, 0.33])
      await deals([["2024-01-02", "2024-03-01", "Lost", "Ray", "E2", amount, 0]]);
    await query(
      `INSERT INTO deal_history (deal_id, changed_on, stage_id, expected_base_amount, owner_id, unit_id)
       SELECT id, '2024-01-02', $1, expected_base_amount, owner_id, unit_id FROM deal WHERE created_on = '2024-01-02'`,
      [company.stage.Proposal],
    );
    const where = { rep: company.user.Ray };
    expect(await one(admin, "weighted_pipeline", { range, where })).toBeCloseTo(0.51, 10);
    const after = { from: "2024-03-01", to: "2024-04-01" } as const;
    expect(await one(admin, "weighted_pipeline", { range: after, where })).toBe(0);
  });
  it("on 31 January the deal won on 20 February was still open", async () => {
    const range = { from: "2026-01-01", to: "2026-02-01" } as const;
    expect(await one(admin, "pipeline_open", { range })).toBe(210);
  });
});

describe("breakdowns", () => {
  it("revenue by rep, region and manager each sum to 550", async () => {
    for (const by of [
      "rep",
      "region",
      "manager",
      "unit",
      "customer",
      "sector",
      "segment",
      "product",
    ] as const) {
      const rows = await values(admin, { metrics: ["revenue"], by });
      expect(rows.reduce((sum, row) => sum + (row.value ?? 0), 0)).toBeCloseTo(550, 8);
    }
  });
  it("East sold 540.40 and West 9.60, also as branches of the company", async () => {
    const byRegion = await values(admin, { metrics: ["revenue"], by: "region" });
    const where = { unit: company.unit.Company };
    const byBranch = await values(admin, { metrics: ["revenue"], by: "branch", where });
    for (const rows of [byRegion, byBranch])
      expect(Object.fromEntries(rows.map((row) => [row.key, row.value]))).toEqual({
        [company.unit.East]: 540.4,
        [company.unit.West]: 9.6,
      });
  });
  it("by month: 140, 400.40 and 9.60", async () => {
    const rows = await values(admin, { metrics: ["revenue"], grain: "month" });
    const byMonth = rows.map((row) => [row.bucket, row.value]).sort();
    expect(byMonth).toEqual([
      ["2026-01-01", 140],
      ["2026-02-01", 400.4],
      ["2026-03-01", 9.6],
    ]);
  });
  it("the previous period is answered by the same call: 50 in December", async () => {
    const compare = [{ from: "2025-12-01", to: "2026-01-01" } as const];
    const rows = await values(admin, { metrics: ["revenue"], compare });
    expect(rows.map((row) => [row.range, row.value]).sort()).toEqual([
      [0, 550],
      [1, 50],
    ]);
  });
});

describe("who sees what", () => {
  it("a rep sees the own 140, the manager of East 540.40, of West 9.60", async () => {
    const seen = async (name: Person) => one(await scopeFor(company.user[name]), "revenue");
    expect(await seen("Rae")).toBe(140);
    expect(await seen("Mia")).toBe(540.4);
    expect(await seen("Max")).toBeCloseTo(9.6, 10);
  });
  it("a customer who bought from a colleague before is not new for the rep: Beta is new for Rob, not for Wes", async () => {
    const rob = await one(await scopeFor(company.user.Rob), "new_customers");
    const wes = await one(await scopeFor(company.user.Wes), "new_customers");
    expect([rob, wes]).toEqual([1, 0]);
  });
});
