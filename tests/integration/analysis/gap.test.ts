import { beforeAll, describe, expect, it } from "vitest";
import { crossAt } from "@/lib/analysis/domain/cross-working";
import { compare } from "@/lib/analysis/queries/compare";
import { explainGap } from "@/lib/analysis/queries/gap";
import { explainWorking } from "@/lib/analysis/queries/working";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { insertRow } from "@/tests/setup/records";

// First quarter of 2026 against that of 2025. Rae (E1) 600 of a target of 1,000, before 500;
// Ray (E2) 300, before 700; Wes (W1) 900, before 0; Rob has a target of 200 and sold nothing.

let company: Company;
let products: string[];
let customers: string[];

const SALES = [
  ["Rae", "E1", "2026-02-15", 600, 0, 0],
  ["Rae", "E1", "2025-02-15", 500, 0, 0],
  ["Ray", "E2", "2026-02-15", 300, 1, 1],
  ["Ray", "E2", "2025-02-15", 700, 1, 1],
  ["Wes", "W1", "2026-02-15", 900, 1, 2],
] as const;
const TARGETS = [
  [null, "Company", 3000],
  [null, "East", 1500],
  [null, "West", 1200],
  ["Rae", "E1", 1000],
  ["Rob", "E1", 200],
] as const;

beforeAll(async () => {
  company = await createCompany();
  products = [];
  customers = [];
  for (const name of ["Camera", "Lock"])
    products.push(await insertRow("product", { name, sku: name, currency: "USD" }));
  for (const [rep, place] of [
    ["Rae", "E1"],
    ["Ray", "E2"],
    ["Wes", "W1"],
  ] as const)
    customers.push(
      await insertRow("customer", {
        name: `Customer of ${rep}`,
        owner_id: company.user[rep],
        unit_id: company.unit[place],
      }),
    );
  for (const [rep, place, sold_on, amount, product, customer] of SALES)
    await insertRow("sale", {
      ...{ sold_on, amount, base_amount: amount, quantity: 1, currency: "USD" },
      unit_id: company.unit[place],
      owner_id: company.user[rep],
      order_no: `${rep} ${sold_on}`,
      product_id: products[product],
      customer_id: customers[customer],
    });
  for (const [rep, place, target] of TARGETS)
    await insertRow("target", {
      ...{ kpi: "revenue", period_from: "2026-01-01", period_to: "2026-04-01" },
      ...{ target, status: "published", unit_id: company.unit[place] },
      user_id: rep && company.user[rep],
    });
});

const PERIOD = "2026-Q1";
const gapFor = async (person: keyof Company["user"], params: Parameters<typeof explainGap>[1]) =>
  explainGap(await scopeFor(company.user[person]), { period: PERIOD, ...params });
const parts = (view: Awaited<ReturnType<typeof gapFor>>) =>
  Object.fromEntries(
    view.split?.members.map((one) => [one.name?.name ?? "", one.contribution]) ?? [],
  );

describe("the gap of an admin", () => {
  it("against targets by region: East 900 − 1,500, West 900 − 1,200, 300 not handed down", async () => {
    const { split } = await gapFor("Ada", { by: "branch", against: "target" });
    expect(split).toMatchObject({ gap: -1200, rest: -300, base: "target" });
    expect(split?.members.map((one) => one.contribution)).toEqual([-600, -300]);
  });

  it("by product and unit at once: camera East +100, lock East −400, lock West +900 are +600", async () => {
    const { cross } = await gapFor("Ada", { by: "product", against: "lastYear" });
    expect(cross).toMatchObject({ gap: 600, by: "product", across: "branch" });
    expect(cross?.split.base).toBe("lastYear");
    const named = cross?.rows.flatMap((row, r) =>
      cross.columns.map((column, c) => [
        `${row.name?.name} ${column.name?.name}`,
        cross.cells[r]?.[c]?.contribution ?? null,
      ]),
    );
    expect(Object.fromEntries(named ?? [])).toEqual({
      ...{ "Camera East": 100, "Camera West": null, "Lock East": -400, "Lock West": 900 },
    });
    const asked = { period: PERIOD, tab: "gap", by: "product", against: "lastYear" };
    const worked = async (at: string) =>
      (await explainWorking(await scopeFor(company.user.Ada), { ...asked, at })).lines[0];
    const { rows = [], columns = [] } = cross ?? {};
    const lock = rows.findIndex(({ name }) => name?.name === "Lock");
    const east = columns.findIndex(({ name }) => name?.name === "East");
    expect((await worked(crossAt(lock, east)))?.parts.map(({ value }) => value)).toEqual([
      300, 700,
    ]);
    expect((await worked(crossAt(lock, null)))?.value).toBe(500);
    expect((await worked(crossAt(null, east)))?.value).toBe(-300);
    expect((await worked(crossAt(null, null)))?.value).toBe(600);
    await expect(worked("cross.9.9")).rejects.toThrow("notFound");
    const against = await gapFor("Ada", { by: "branch", against: "target", across: "rep" });
    expect(against.split).toMatchObject({ base: "target", gap: -1200 });
    expect(against.cross).toMatchObject({ across: "rep", split: { base: "lastYear" }, gap: 600 });
  });

  it("names Rob, who has a target and sold nothing: −200 beside Rae's −400", async () => {
    const view = await gapFor("Ada", { by: "rep", against: "target" });
    expect(parts(view)).toEqual({ Rae: -400, Rob: -200, Ray: 300, Wes: 900 });
  });

  it("against last year by product: camera 600 − 500, lock 1,200 − 700", async () => {
    const view = await gapFor("Ada", { by: "product" });
    expect(view.split).toMatchObject({ base: "lastYear", gap: 600, rest: 0 });
    expect(parts(view)).toEqual({ Camera: 100, Lock: 500 });
  });

  it("by customer: new 900, grown 100, shrunk 400; bars sum to 600", async () => {
    const view = await gapFor("Ada", { by: "customer" });
    expect(parts(view)).toEqual({
      "Customer of Wes": 900,
      "Customer of Ray": -400,
      "Customer of Rae": 100,
    });
    const bars = view.bridges?.customers.bars.map(({ id, amount, count }) => [id, amount, count]);
    expect(bars).toEqual([
      ["new", 900, 1],
      ["grown", 100, 1],
      ["shrunk", -400, 1],
      ["lost", 0, 0],
      ["unnamed", 0, undefined],
    ]);
    const price = view.bridges?.price.bars.reduce((sum, { amount }) => sum + amount, 0);
    expect(price).toBe(600);
  });

  it("limited to the lock, by rep: Wes 900, Ray −400", async () => {
    const view = await gapFor("Ada", { by: "rep", product: products[1] });
    expect(parts(view)).toEqual({ Wes: 900, Ray: -400 });
    expect(view.split?.gap).toBe(500);
  });
});

describe("what others see of it", () => {
  it("is for a manager the own subtree: East 900 against 1,200 last year", async () => {
    const view = await gapFor("Mia", { by: "product" });
    expect(view.split?.gap).toBe(-300);
  });

  it("is nothing of another's unit, customer or rep", async () => {
    const view = await gapFor("Mia", {
      unit: company.unit.West,
      by: "product",
      customer: customers[2],
    });
    expect(view.split).toBeNull();
    expect(JSON.stringify(view)).not.toContain("Customer of Wes");
  });

  it("is for a rep the own figures, whoever is named", async () => {
    const view = await gapFor("Rae", { by: "product", rep: company.user.Wes });
    expect(view.split?.now.value).toBe(600);
    expect(view.dimensions).not.toContain("branch");
  });
});

describe("the comparison", () => {
  it("by head: E1 has two people and 600, E2 one and 300, W1 one and 900", async () => {
    const scope = await scopeFor(company.user.Ada);
    const view = await compare(scope, { period: PERIOD, of: "team", norm: "head" });
    expect(view.members.map(({ name, value }) => [name?.name, value])).toEqual([
      ["W1", 900],
      ["E1", 300],
      ["E2", 300],
    ]);
    expect(view.median).toBe(300);
  });

  it("of the same teams: E1 +20%, E2 −57%, W1 left out for want of a year before", async () => {
    const scope = await scopeFor(company.user.Ada);
    const view = await compare(scope, { period: PERIOD, of: "team", norm: "same" });
    expect(view.members.map(({ value }) => value.toFixed(2))).toEqual(["0.20", "-0.57"]);
    expect(view.without).toBe(1);
  });

  it("shows a manager the own teams only", async () => {
    const view = await compare(await scopeFor(company.user.Mia), { period: PERIOD, of: "team" });
    expect(view.members.map(({ name }) => name?.name).sort()).toEqual(["E1", "E2"]);
  });
});

describe("worked out", () => {
  const worked = async (at: string, more: Record<string, string> = {}) => {
    const scope = await scopeFor(company.user.Ada);
    const found = await explainWorking(scope, { tab: "gap", period: PERIOD, at, ...more });
    return found.lines.map(({ value }) => value);
  };

  it("Rae: 600 − 1,000 = −400, a third of −1,200", async () => {
    const [own, share] = await worked(`member.rep.${company.user.Rae}`, { against: "target" });
    expect(own).toBe(-400);
    expect(share).toBeCloseTo(1 / 3, 9);
  });
  it("since last year new 900, grown 100, shrunk 400: 600 of 1,800", async () => {
    const last = { against: "lastYear" };
    expect(await worked("bridge.customers.new", last)).toEqual([1, 900]);
    expect(await worked("bridge.customers.grown", last)).toEqual([1, 100]);
    expect(await worked("bridge.customers.shrunk", last)).toEqual([1, -400]);
    expect(await worked("bridge.customers", last)).toEqual([600, 600]);
  });
});
