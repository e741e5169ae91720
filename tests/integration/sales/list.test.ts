import { beforeAll, describe, expect, it } from "vitest";
import { saleDetail, saleList } from "@/lib/sales/queries";
import type { SaleListParams } from "@/lib/sales/schema";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { insertRow } from "@/tests/setup/records";

let company: Company;
let camera: string;
let hospital: string;

async function sale(order: string, row: Record<string, unknown>): Promise<string> {
  return insertRow("sale", {
    order_no: order,
    sold_on: "2026-02-10",
    owner_id: company.user.Rae,
    unit_id: company.unit.E1,
    quantity: 1,
    currency: "USD",
    amount: 10,
    base_amount: 10,
    ...row,
  });
}

let first: string;
beforeAll(async () => {
  company = await createCompany();
  camera = await insertRow("product", { name: "Camera", currency: "USD" });
  hospital = await insertRow("customer", { name: "Hospital", sector: "health" });
  first = await sale("A-1", {
    product_id: camera,
    customer_id: hospital,
    base_amount: 10.5,
    base_cost: 4,
  });
  await sale("A-1", { quantity: 2, base_amount: 20 });
  await sale("A-1-R", {
    product_id: camera,
    quantity: -1,
    amount: -10,
    base_amount: -10.5,
    base_cost: -4,
  });
  await sale("B-1", {
    sold_on: "2026-04-01",
    owner_id: null,
    unit_id: company.unit.W1,
    base_amount: 100,
  });
});

async function list(params: SaleListParams) {
  return saleList(await scopeFor(company.user.Ada), params);
}
const orders = async (params: SaleListParams) =>
  (await list({ sort: "orderNo", ...params })).rows.map((row) => row.orderNo);

describe("totals of the list of sales", () => {
  it("are the sums of the lines, returns taken off: 10.50 + 20 − 10.50 + 100 = 120", async () => {
    const { rows, totals } = await list({});
    expect(totals).toEqual({ count: 4, revenue: 120, units: 3, cost: 0, margin: 0 });
    expect(rows.reduce((sum, row) => sum + row.baseAmount, 0)).toBe(120);
  });

  it("take the margin over lines whose cost is known, and are unknown without any", async () => {
    expect((await list({ kind: "sale", product: [camera] })).totals).toMatchObject({ margin: 6.5 });
    expect((await list({ order: ["B-1"] })).totals).toMatchObject({ cost: null, margin: null });
    expect((await list({ order: ["C"] })).totals).toMatchObject({ count: 0, revenue: null });
  });
});

describe("filters of the list of sales", () => {
  it("by half-open range, kind, unit, region, rep, manager", async () => {
    const { unit, user } = company;
    expect(await orders({ from: "2026-02-10", to: "2026-04-01" })).toEqual(["A-1", "A-1", "A-1-R"]);
    expect(await orders({ kind: "return" })).toEqual(["A-1-R"]);
    expect(await orders({ unit: unit.West })).toEqual(["B-1"]);
    expect(await orders({ region: [unit.East], kind: "sale" })).toEqual(["A-1", "A-1"]);
    expect(await orders({ owner: ["none"] })).toEqual(["B-1"]);
    expect(await orders({ manager: [user.Max] })).toEqual(["B-1"]);
  });

  it("by product, customer, sector, order, amount and what is not there", async () => {
    expect(await orders({ product: ["none"] })).toEqual(["A-1", "B-1"]);
    expect(await orders({ category: ["none"] })).toHaveLength(4);
    expect(await orders({ customer: [hospital] })).toEqual(["A-1"]);
    expect(await orders({ sector: ["none"] })).toHaveLength(3);
    expect(await orders({ order: ["A-1"] })).toHaveLength(2);
    expect(await orders({ min: 20, max: 100 })).toEqual(["A-1", "B-1"]);
    expect(await orders({ deal: ["none"], q: "hosp" })).toEqual(["A-1"]);
  });
});

it("a line's page shows all lines of its order and what came back of it", async () => {
  const { order, sale: line } = await saleDetail(await scopeFor(company.user.Rae), first);
  expect(line).toMatchObject({ orderNo: "A-1", baseMargin: 6.5 });
  expect(order.map((one) => one.orderNo).toSorted()).toEqual(["A-1", "A-1", "A-1-R"]);
});
