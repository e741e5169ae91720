import { beforeAll, describe, expect, it } from "vitest";
import { customerDetail, customerList } from "@/lib/customers/queries";
import type { CustomerListParams } from "@/lib/customers/schema";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { insertRow } from "@/tests/setup/records";

let company: Company;
const ids: Record<string, string> = {};

async function sale(customer: string, day: string, order: string, row: object = {}): Promise<void> {
  await insertRow("sale", {
    customer_id: ids[customer],
    sold_on: day,
    order_no: order,
    owner_id: company.user.Rae,
    unit_id: company.unit.E1,
    quantity: 1,
    currency: "USD",
    amount: 10,
    base_amount: 10,
    ...row,
  });
}

beforeAll(async () => {
  company = await createCompany();
  for (const name of ["Bought in March", "Bought twice", "Only returned", "Never bought"]) {
    ids[name] = await insertRow("customer", {
      name,
      owner_id: company.user.Rae,
      unit_id: company.unit.E1,
    });
  }
  const west = { owner_id: company.user.Wes, unit_id: company.unit.W1 };
  ids.West = await insertRow("customer", { name: "West", ...west });
  await sale("Bought in March", "2026-03-31", "1");
  await sale("Bought twice", "2026-01-05", "2");
  await sale("Bought twice", "2026-03-05", "3");
  await sale("Bought twice", "2026-03-06", "4");
  await sale("Bought twice", "2026-03-06", "4");
  await sale("Only returned", "2026-03-01", "5", { quantity: -1, amount: -10, base_amount: -10 });
  await sale("West", "2026-04-01", "6", west);
  await insertRow("deal", {
    title: "open",
    customer_id: ids["Never bought"],
    owner_id: company.user.Rae,
    unit_id: company.unit.E1,
    stage_id: company.stage.Proposal,
    currency: "USD",
    expected_base_amount: 500,
  });
});

async function list(params: CustomerListParams, who: "Ada" | "Mia" | "Rae" = "Ada") {
  return customerList(await scopeFor(company.user[who]), params);
}
const names = async (params: CustomerListParams) =>
  (await list(params)).rows.map((row) => row.name);

const FEBRUARY_ON = { from: "2026-02-01", to: "2026-04-01" };

describe("what customers did in a period", () => {
  it("new: the first sale of all falls in it, not just a sale", async () => {
    expect(await names({ activity: "new", ...FEBRUARY_ON })).toEqual(["Bought in March"]);
    expect(
      await names({ activity: "new", from: "2026-04-01", region: [company.unit.West] }),
    ).toEqual(["West"]);
  });

  it("active: a positive line in it; a return is none", async () => {
    expect(await names({ activity: "active", ...FEBRUARY_ON })).toEqual([
      "Bought in March",
      "Bought twice",
    ]);
    expect(await names({ ...FEBRUARY_ON })).toHaveLength(2);
  });

  it("repeat: two orders, not two lines", async () => {
    expect(await names({ activity: "repeat", ...FEBRUARY_ON })).toEqual(["Bought twice"]);
    expect(await names({ activity: "repeat", from: "2026-03-06", to: "2026-03-07" })).toEqual([]);
  });

  it("none: nothing sold to them", async () => {
    expect(await names({ activity: "none" })).toEqual(["Never bought", "Only returned"]);
  });
});

describe("figures of the list of customers", () => {
  it("are of the period asked for and sum to the totals", async () => {
    const { rows, totals } = await list({ activity: "active", ...FEBRUARY_ON });
    expect(rows.map((row) => [row.revenue, row.orders, row.lastSaleOn])).toEqual([
      [10, 1, "2026-03-31"],
      [30, 2, "2026-03-06"],
    ]);
    expect(totals).toMatchObject({ count: 2, revenue: 40 });
  });

  it("without a period are of everything, and unknown where nothing was sold", async () => {
    const { rows, totals } = await list({ sort: "-revenue", unit: company.unit.East });
    expect(rows.map((row) => row.revenue)).toEqual([40, 10, -10, null]);
    expect(totals).toEqual({ count: 4, revenue: 40, openDeals: 1, openAmount: 500 });
  });

  it("count only what the reader may see", async () => {
    await sale("West", "2026-04-02", "7", { base_amount: 1 });
    const rae = (await list({}, "Rae")).rows.find((row) => row.name === "West");
    expect(rae).toMatchObject({ revenue: 1, orders: 1, firstSaleOn: null });
    const scope = await scopeFor(company.user.Rae);
    const { customer } = await customerDetail(scope, ids.West ?? "");
    expect(customer).toMatchObject({ revenue: 1, orders: 1, wonDeals: 0 });
  });
});
