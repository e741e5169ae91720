import { beforeAll, describe, expect, it, vi } from "vitest";
import { createSale, returnSale } from "@/lib/sales/actions";
import { type Company, createCompany } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { asPerson } from "@/tests/setup/next-request";
import { createRecords, type Records } from "@/tests/setup/records";

vi.mock("next/headers", () => import("@/tests/setup/next-request"));
vi.mock("next/cache", () => import("@/tests/setup/next-request"));
vi.mock("next-intl/server", () => import("@/tests/setup/next-request"));

// The id of a sale comes with its form. The table is kept by days, and would take one id once a day.

let company: Company;
let records: Records;
beforeAll(async () => {
  company = await createCompany();
  records = await createRecords(company);
});

const sale = (id: string, soldOn: string) => ({
  ...{ id, soldOn, orderNo: "X", productId: records.product, customerId: null, dealId: null },
  ...{ unitId: company.unit.E1, ownerId: company.user.Rae, quantity: 1, amount: 9 },
  currency: "USD",
});
const lines = (id: string) => query("SELECT 1 FROM sale WHERE id = $1", [id]);

describe("the id of a stranger's sale", () => {
  it.each(["2026-02-15", "2026-03-01"])("is not taken once more, on %s", async (day) => {
    const id = records.of.Wes.sale;
    await asPerson(company.user.Rae);
    expect((await createSale(sale(id, day)))?.serverError?.code).toBe("valueTaken");
    const returnOfId = records.of.Rae.sale;
    const back = { id, returnOfId, soldOn: "2026-03-01", quantity: 1, amount: 1 };
    expect((await returnSale(back))?.serverError?.code).toBe("valueTaken");
    expect(await lines(id)).toHaveLength(1);
  });

  it("twin: one's own form sent twice books one line, a fresh one books another", async () => {
    await asPerson(company.user.Rae);
    const id = crypto.randomUUID();
    for (const _ of [1, 2])
      expect((await createSale(sale(id, "2026-03-01")))?.serverError).toBeUndefined();
    expect(await lines(id)).toHaveLength(1);
    await createSale(sale(crypto.randomUUID(), "2026-03-01"));
    expect(await query("SELECT 1 FROM sale WHERE order_no = 'X'")).toHaveLength(2);
  });
});
