import { beforeAll, describe, expect, it } from "vitest";
import { explainFigure } from "@/lib/figures/queries/explain-figure";
import { measure } from "@/lib/metrics/data/measure";
import type { MeasuredMetric } from "@/lib/metrics/domain/figure";
import { cohortRetention } from "@/lib/metrics/sql/cohort-retention";
import { read } from "@/lib/platform/db/access";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { insertRow } from "@/tests/setup/records";

const Q1 = { from: "2026-01-01", to: "2026-04-01" } as const;
const Q2 = { from: "2026-04-01", to: "2026-07-01" } as const;
const settings = {
  asOf: "2026-06-30",
  calendar: { fiscalYearStartMonth: 1, firstDayOfWeek: 1 },
  digits: 2,
} as const;

let company: Company;
type Person = keyof Company["user"];

/** day, order, customer, amount, cost; of Rae, W's of Wes. */
const LINES: [string, string, string | null, number, number | null][] = [
  ["2026-01-05", "a1", "A", 100, 60],
  ["2026-02-05", "b1", "B", 100, 60],
  ["2026-03-05", "w1", "W", 100, 60],
  ["2026-04-10", "a2", "A", 200, 100],
  ["2026-06-20", "a3", "A", 300, null],
  ["2026-06-25", "a3R", "A", -100, -50],
  ["2026-06-10", "c1", "C", 200, 100],
  ["2026-06-11", "x", null, 9999, 1],
];

beforeAll(async () => {
  company = await createCompany();
  const { user, unit } = company;
  const ids: Record<string, string> = {};
  for (const name of ["A", "B", "C", "W"])
    ids[name] = await insertRow("customer", { name, owner_id: user.Rae, unit_id: unit.E1 });
  for (const [sold_on, order_no, of, amount, base_cost] of LINES)
    await insertRow("sale", {
      ...{ sold_on, order_no, customer_id: of && ids[of], currency: "USD", amount, base_cost },
      ...{ base_amount: amount, quantity: Math.sign(amount) },
      owner_id: of === "W" ? user.Wes : user.Rae,
      unit_id: of === "W" ? unit.W1 : unit.E1,
    });
});

async function of(person: Person, metric: MeasuredMetric) {
  const scope = await scopeFor(company.user[person]);
  const asked = { metrics: [metric], range: Q2, ...settings };
  const [row] = await read(scope, (tx) => measure(tx, asked));
  return row?.value;
}

describe("customers of the second quarter", () => {
  it("A ordered 10 days before its end, C 20: the median is 15 days; the return is no order", async () => {
    expect(await of("Ada", "customer_recency")).toBe(15);
  });
  it("A and C have 3 orders and bought 200 + 300 − 100 + 200 = 600: 1.5 orders and 300 each", async () => {
    expect(await of("Ada", "purchase_frequency")).toBe(1.5);
    expect(await of("Ada", "customer_spend")).toBe(300);
  });
  it("of A, B and W two did not order again; of the rep's A and B one", async () => {
    expect(await of("Ada", "churn_rate")).toBeCloseTo(2 / 3, 12);
    expect(await of("Rae", "churn_rate")).toBe(0.5);
    expect(await of("Wes", "churn_rate")).toBe(1);
    expect(await of("Rob", "churn_rate")).toBeNull();
  });
  it("lifetime value: 200 an order × 1.5 × margin 150 ÷ 300 ÷ 2/3 = 225", async () => {
    expect(await of("Ada", "customer_lifetime_value")).toBeCloseTo(225, 9);
    expect(await of("Wes", "customer_lifetime_value")).toBeNull();
  });
});

describe("the cohort of the first quarter", () => {
  const retention = async (person: Person) =>
    read(await scopeFor(company.user[person]), (tx) => cohortRetention(tx, Q1, Q2, {}));

  it("has A, B and W, of whom A ordered again: 1 ÷ 3; the rep's is 1 ÷ 2", async () => {
    expect(await retention("Ada")).toEqual({ value: 1 / 3, numerator: 1, denominator: 3, n: 3 });
    expect((await retention("Rae")).value).toBe(0.5);
    expect((await retention("Ray")).value).toBeNull();
  });

  it("and the churn open the customers they count, marked where they came back", async () => {
    const ada = await scopeFor(company.user.Ada);
    const rows = async (metric: string, base: object) => {
      const { records } = await explainFigure(ada, metric, { ...Q2, ...base });
      return records?.kind === "customers"
        ? records.rows.map(({ name, again }) => [name, again]).sort()
        : null;
    };
    const marked = [
      ["A", true],
      ["B", false],
      ["W", false],
    ];
    expect(await rows("cohort_retention", { baseFrom: Q1.from, baseTo: Q1.to })).toEqual(marked);
    expect(await rows("churn_rate", {})).toEqual(marked);
    expect(await rows("customer_spend", {})).toEqual([
      ["A", null],
      ["C", null],
    ]);
  });
});
