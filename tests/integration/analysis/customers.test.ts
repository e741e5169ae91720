import { beforeAll, describe, expect, it } from "vitest";
import { rfmScores, scoresOf, segmentOf } from "@/lib/analysis/domain/rfm";
import { cohortCounts } from "@/lib/analysis/sql/cohort-counts";
import { concentration } from "@/lib/analysis/sql/concentration";
import { inactiveCustomers } from "@/lib/analysis/sql/inactive-customers";
import { rfmCustomers, rfmGroups } from "@/lib/analysis/sql/rfm";
import { read, type Tx } from "@/lib/platform/db/access";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { insertRow } from "@/tests/setup/records";

const HALF = { range: { from: "2026-01-01", to: "2026-07-01" }, where: {} } as const;

let company: Company;
const customer: Record<string, string> = {};
type Person = keyof Company["user"];

async function as<T>(person: Person, work: (tx: Tx) => Promise<T>): Promise<T> {
  return read(await scopeFor(company.user[person]), work);
}

/** day, order, customer, amount; a negative amount is a return. Rae sells, but W's lines are Wes's. */
const LINES: [string, string, string, number][] = [
  ["2025-12-31", "old", "A", 999],
  ["2026-01-10", "a1", "A", 100],
  ["2026-01-10", "a1", "A", 50],
  ["2026-02-10", "a2", "A", 200],
  ["2026-03-12", "a3", "A", 250],
  ["2026-03-20", "a3R", "A", -50],
  ["2026-06-01", "b1", "B", 80],
  ["2026-02-01", "c1", "C", 10],
  ["2026-03-03", "c2", "C", 10],
  ["2026-05-02", "w1", "W", 400],
];

beforeAll(async () => {
  company = await createCompany();
  const { user, unit } = company;
  for (const name of ["A", "B", "C", "W"])
    customer[name] = await insertRow("customer", { name, owner_id: user.Rae, unit_id: unit.E1 });
  for (const [sold_on, order_no, of, amount] of LINES)
    await insertRow("sale", {
      ...{ sold_on, order_no, customer_id: customer[of], currency: "USD", amount },
      ...{ base_amount: amount, quantity: Math.sign(amount) },
      owner_id: of === "W" ? user.Wes : user.Rae,
      unit_id: of === "W" ? unit.W1 : unit.E1,
    });
});

const page = { limit: 10, offset: 0 };

describe("recency, frequency, monetary of the half-year", () => {
  it("A: 110 days from 12 March to 30 June, 3 orders, 100 + 50 + 200 + 250 − 50 = 550", async () => {
    const rows = await as("Ada", (tx) => rfmCustomers(tx, HALF, undefined, page));
    expect(rows.map((r) => [r.name, r.recency, r.frequency, r.monetary])).toEqual([
      ["A", 110, 3, 550],
      ["W", 59, 1, 400],
      ["B", 29, 1, 80],
      ["C", 119, 2, 20],
    ]);
  });
  it("are scored in the database as by the rule", async () => {
    const { cuts, groups } = await as("Ada", (tx) => rfmGroups(tx, HALF));
    const rows = await as("Ada", (tx) => rfmCustomers(tx, HALF, undefined, page));
    expect(cuts.monetary).toEqual([56, 144, 336, 460].map((cut) => expect.closeTo(cut, 8)));
    for (const { r, f, m, ...facts } of rows) expect(rfmScores(facts, cuts)).toEqual({ r, f, m });
    expect(groups.reduce((sum, group) => sum + group.revenue, 0)).toBe(1050);
    expect(groups.reduce((sum, group) => sum + group.customers, 0)).toBe(4);
  });
  it("open by segment, with a limit", async () => {
    const { groups } = await as("Ada", (tx) => rfmGroups(tx, HALF));
    for (const group of groups) {
      const scores = scoresOf(segmentOf(group));
      const rows = await as("Ada", (tx) => rfmCustomers(tx, HALF, scores, page));
      expect(rows.map(segmentOf)).toEqual(rows.map(() => segmentOf(group)));
    }
    const second = await as("Ada", (tx) =>
      rfmCustomers(tx, HALF, undefined, { limit: 1, offset: 1 }),
    );
    expect(second.map(({ name }) => name)).toEqual(["W"]);
  });
  it("a rep and a manager see what they sold, nothing of the other region", async () => {
    const names = async (person: Person) =>
      (await as(person, (tx) => rfmCustomers(tx, HALF, undefined, page))).map(({ name }) => name);
    expect(await names("Mia")).toEqual(["A", "B", "C"]);
    expect(await names("Wes")).toEqual(["W"]);
    expect(await names("Ray")).toEqual([]);
    const none = await as("Ray", (tx) => rfmGroups(tx, HALF));
    expect(none).toEqual({ cuts: { recency: [], frequency: [], monetary: [] }, groups: [] });
  });
  it("of a unit are those of its lines", async () => {
    const west = { ...HALF, where: { unit: company.unit.West } };
    const rows = await as("Ada", (tx) => rfmCustomers(tx, west, undefined, page));
    expect(rows.map(({ name }) => name)).toEqual(["W"]);
  });
});

describe("how revenue is spread", () => {
  it("A and W, 950 of 1,050, bring four fifths (840)", async () => {
    const spread = await as("Ada", (tx) => concentration(tx, HALF));
    expect(spread).toMatchObject({ customers: 4, revenue: 1050, forFourFifths: 2 });
    expect(spread.curve.map(({ revenue }) => revenue)).toEqual([550, 950, 1030, 1050]);
    expect(await as("Ray", (tx) => concentration(tx, HALF))).toEqual({
      ...{ customers: 0, revenue: 0, forFourFifths: null, curve: [] },
    });
  });
});

describe("cohorts of the half-year", () => {
  it("B and C and W are new in June, February and May; C came back in March; A is of last year", async () => {
    const { sizes, counts } = await as("Ada", (tx) => cohortCounts(tx, HALF));
    expect(sizes).toEqual([
      { cohort: "2026-02-01", size: 1 },
      { cohort: "2026-05-01", size: 1 },
      { cohort: "2026-06-01", size: 1 },
    ]);
    expect(counts).toEqual([{ cohort: "2026-02-01", month: "2026-03-01", active: 1 }]);
    expect((await as("Wes", (tx) => cohortCounts(tx, HALF))).sizes).toHaveLength(1);
  });
});

describe("inactive customers", () => {
  it("A ordered every 30.5 days in the middle and is silent for 110: more than 2 ×, not more than 4 ×", async () => {
    const ask = (times: number) =>
      as("Ada", (tx) => inactiveCustomers(tx, HALF, times, { limit: 10 }));
    const found = await ask(2);
    expect(found).toMatchObject({ judged: 1, inactive: 1, revenue: 550 });
    expect(found.rows).toEqual([
      {
        ...{ id: customer.A, name: "A", nameEn: null, lastOn: "2026-03-12" },
        ...{ gap: 30.5, silent: 110, revenue: 550 },
      },
    ]);
    expect(await ask(4)).toEqual({ judged: 1, inactive: 0, revenue: 0, rows: [] });
  });
});
