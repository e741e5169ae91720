import { beforeAll, describe, expect, it } from "vitest";
import { customerFigures } from "@/lib/figures/queries/customer-figures";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { createRecords, insertRow, type Records } from "@/tests/setup/records";

let company: Company;
let records: Records;
beforeAll(async () => {
  company = await createCompany();
  records = await createRecords(company);
  const id = records.of.Rae.customer;
  const place = { customer_id: id, owner_id: company.user.Rae, unit_id: company.unit.E1 };
  // This year's sale and deal of the fixture are moved to today, so that the test holds in any year.
  await query("UPDATE sale SET sold_on = current_date WHERE customer_id = $1", [id]);
  await query("UPDATE deal SET closed_on = current_date WHERE customer_id = $1", [id]);
  const lastYear = `${new Date().getUTCFullYear() - 1}-06-01`;
  const sale = { quantity: 1, currency: "USD", amount: 10, base_amount: 10 };
  await insertRow("sale", { ...place, ...sale, sold_on: lastYear, order_no: "a" });
  await insertRow("sale", { ...place, ...sale, sold_on: lastYear, order_no: "b" });
  await insertRow("deal", {
    ...{ ...place, title: "open", stage_id: company.stage.Proposal, currency: "USD" },
    ...{ created_on: lastYear, expected_base_amount: 300 },
  });
});

const figuresFor = async (person: "Rae" | "Wes") => {
  const figures = await customerFigures(
    await scopeFor(company.user[person]),
    records.of.Rae.customer,
  );
  return Object.fromEntries(Object.entries(figures).map(([name, { value }]) => [name, value]));
};

describe("figures of a customer", () => {
  it("sold 90 this year in one order, 20 last year in two; 300 open; one of one won", async () => {
    expect(await figuresFor("Rae")).toEqual({
      ...{ revenue: 90, lastRevenue: 20, orders: 1, lastOrders: 2 },
      ...{ pipeline: 300, winRate: 1 },
    });
  });
  it("are of what the reader may see", async () => {
    expect(await figuresFor("Wes")).toMatchObject({ revenue: 0, pipeline: 0, winRate: null });
  });
});
