import { beforeAll, describe, expect, it } from "vitest";
import { type Measurement, measure } from "@/lib/metrics/data/measure";
import {
  allowsDimension,
  elapses,
  isAdditive,
  type MetricDimension,
  metricOf,
} from "@/lib/metrics/domain/catalogue";
import { DIMENSIONS } from "@/lib/metrics/domain/dimensions";
import { FORMULAS, type MeasuredMetric } from "@/lib/metrics/domain/figure";
import { read } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { addDays, type BusinessDate } from "@/lib/shared/business-date";
import { createRandom, type Random } from "@/lib/shared/random";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { insertRow } from "@/tests/setup/records";

// What must hold of every figure, on records made at random.

const HALF_YEAR = { from: "2026-01-01", to: "2026-07-01" } as const;
const settings = {
  range: HALF_YEAR,
  asOf: "2026-06-30",
  calendar: { fiscalYearStartMonth: 1, firstDayOfWeek: 1 },
  digits: 2,
} as const;
const METRICS = Object.keys(FORMULAS) as MeasuredMetric[];

let company: Company;
let admin: Scope;
const made: Record<"product" | "customer" | "reason" | "competitor", (string | null)[]> = {
  product: [null],
  customer: [null],
  reason: [null],
  competitor: [null],
};

beforeAll(async () => {
  company = await createCompany();
  admin = await scopeFor(company.user.Ada);
  const category = await insertRow("product_category", { name: "Light" });
  const lamp = { currency: "USD", category_id: category };
  made.product.push(await insertRow("product", { name: "Lamp", ...lamp }));
  made.product.push(await insertRow("product", { name: "Desk", currency: "USD" }));
  for (const [name, sector] of [
    ["Acme", "retail"],
    ["Beta", "tech"],
    ["Cape", null],
  ])
    made.customer.push(await insertRow("customer", { name, sector }));
  made.reason.push(await insertRow("loss_reason", { name: "Price" }));
  made.reason.push(await insertRow("loss_reason", { name: "None", is_no_decision: true }));
  made.competitor.push(await insertRow("competitor", { name: "Rival" }));
  const random = createRandom(20261123);
  for (let count = 0; count < 80; count++) await randomSale(random);
  for (let count = 0; count < 80; count++) await randomDeal(random);
});

function place(random: Random) {
  const { user, unit } = company;
  return random.pick([
    { owner_id: user.Rae, unit_id: unit.E1 },
    { owner_id: user.Rob, unit_id: unit.E1 },
    { owner_id: user.Ray, unit_id: unit.E2 },
    { owner_id: user.Wes, unit_id: unit.W1 },
    { owner_id: user.Mia, unit_id: unit.East },
  ]);
}

const dayOf = (random: Random): BusinessDate => addDays("2025-12-01", random.integer(0, 240));

async function randomSale(random: Random) {
  const amount = random.integer(-20_000, 90_000) / 100;
  await insertRow("sale", {
    ...place(random),
    sold_on: dayOf(random),
    order_no: `O${random.integer(1, 50)}`,
    customer_id: random.pick(made.customer),
    product_id: random.pick(made.product),
    quantity: amount < 0 ? -1 : random.integer(1, 4),
    currency: "USD",
    amount,
    base_amount: amount,
    base_cost: random.pick([null, amount / 2]),
  });
}

async function randomDeal(random: Random) {
  const { stage } = company;
  const [name, stageId] = random.pick(Object.entries(stage));
  const created = dayOf(random);
  const isClosed = name === "Won" || name === "Lost";
  const expected = random.integer(1, 90_000) / 100;
  const booked = name === "Won" ? expected * 0.9 : null;
  await insertRow("deal", {
    ...place(random),
    title: "deal",
    stage_id: stageId,
    customer_id: random.pick(made.customer),
    created_on: created,
    closed_on: isClosed ? addDays(created, random.integer(0, 60)) : null,
    expected_close_on: addDays(created, random.integer(0, 120)),
    loss_reason_id: name === "Lost" ? random.pick(made.reason) : null,
    competitor_id: random.pick(made.competitor),
    currency: "USD",
    expected_amount: expected,
    expected_base_amount: expected,
    booked_amount: booked,
    booked_base_amount: booked,
  });
}

const ask = (asked: Partial<Measurement>) =>
  read(admin, (tx) => measure(tx, { ...settings, metrics: METRICS, ...asked }));

/** By product a deal counts once for each product on it, so it is no partition of deals. */
const isPartition = (metric: MeasuredMetric, by: MetricDimension) =>
  metricOf(metric).source === "sale" || !["product", "category"].includes(by);

const allowed = (by: MetricDimension) => METRICS.filter((metric) => allowsDimension(metric, by));

const same = (a: number | null | undefined, b: number | null | undefined) =>
  a === b || Math.abs((a ?? Number.NaN) - (b ?? Number.NaN)) <= 1e-6;

describe("every figure", () => {
  it("that is additive sums over the parts of any breakdown to the whole", async () => {
    const whole = new Map((await ask({})).map((row) => [row.metric, row.value]));
    expect([...whole.values()].filter(Boolean).length).toBeGreaterThan(25);
    const wrong: unknown[] = [];
    for (const by of DIMENSIONS) {
      const metrics = allowed(by).filter((id) => isAdditive(id) && isPartition(id, by));
      const rows = await ask({ metrics, by });
      for (const metric of metrics) {
        const parts = rows.filter((row) => row.metric === metric);
        const sum = parts.reduce((total, { value }) => total + (value ?? 0), 0);
        if (!same(sum, whole.get(metric) ?? 0)) wrong.push([metric, by, sum, whole.get(metric)]);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("that elapses sums over the days, weeks, months and quarters to the whole", async () => {
    const metrics = METRICS.filter(elapses);
    const whole = new Map((await ask({ metrics })).map((row) => [row.metric, row.value]));
    for (const grain of ["day", "week", "month", "quarter"] as const) {
      const rows = await ask({ metrics, grain });
      for (const metric of metrics) {
        const parts = rows.filter((row) => row.metric === metric);
        const sum = parts.reduce((total, { value }) => total + (value ?? 0), 0);
        expect([metric, grain, same(sum, whole.get(metric) ?? 0)]).toEqual([metric, grain, true]);
      }
    }
  });

  it("of a part is the same as of the whole limited to that part: recomputed, never shared out", async () => {
    const wrong: unknown[] = [];
    for (const by of DIMENSIONS) {
      const metrics = allowed(by);
      const rows = await ask({ metrics, by });
      for (const key of new Set(rows.map((row) => row.key))) {
        // A unit as a filter is with all below it; `direct` is what a breakdown by unit shows.
        const where = { [by === "unit" ? "direct" : by]: key };
        for (const { metric, value } of await ask({ metrics, where })) {
          const part = rows.find((row) => row.key === key && row.metric === metric)?.value ?? null;
          if (!same(part, value) && (part ?? 0) !== (value ?? 0))
            wrong.push([metric, by, part, value]);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it("is the same whichever filter comes first", async () => {
    const rep = company.user.Rae;
    const customer = made.customer[1] ?? null;
    const metrics = METRICS.filter(
      (id) => allowsDimension(id, "rep") && allowsDimension(id, "customer"),
    );
    const one = await ask({ metrics, where: { rep, customer } });
    const other = await ask({ metrics, where: { customer, rep } });
    expect(one).toEqual(other);
  });

  it("of two ranges asked at once is that of each asked alone", async () => {
    const before = { from: "2025-12-01", to: "2026-01-01" } as const;
    const both = await ask({ compare: [before] });
    const alone = await ask({ range: before });
    expect(both.filter(({ range }) => range === 1).map(({ value }) => value)).toEqual(
      alone.map(({ value }) => value),
    );
  });
});
