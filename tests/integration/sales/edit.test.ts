import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createSale, deleteSale, editReturn, editSale, returnSale } from "@/lib/sales/actions";
import { saleDetail, saleToEdit } from "@/lib/sales/queries";
import { undoRemoval } from "@/lib/undo/actions";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { asPerson } from "@/tests/setup/next-request";
import { insertRow } from "@/tests/setup/records";

vi.mock("next/headers", () => import("@/tests/setup/next-request"));
vi.mock("next/cache", () => import("@/tests/setup/next-request"));
vi.mock("next-intl/server", () => import("@/tests/setup/next-request"));

let company: Company;
let camera: string;
beforeAll(async () => {
  company = await createCompany();
  camera = await insertRow("product", { name: "Camera", currency: "USD" });
  await insertRow("exchange_rate", { currency: "EUR", valid_from: "2026-01-01", rate: 1.1 });
  await insertRow("exchange_rate", { currency: "EUR", valid_from: "2026-03-01", rate: 1.2 });
});
beforeEach(() => asPerson(company.user.Rae));

/** A sale of Rae's: 4 for 100 EUR on 10 February, at 1.1. */
async function booked(change: object = {}) {
  const sale = {
    ...{ id: crypto.randomUUID(), soldOn: "2026-02-10", orderNo: "A-1", productId: camera },
    ...{ customerId: null, dealId: null, unitId: company.unit.E1, ownerId: company.user.Rae },
    ...{ quantity: 4, amount: 100, currency: "EUR", ...change },
  };
  expect((await createSale(sale))?.serverError).toBeUndefined();
  return sale;
}
const seen = async (id: string, user = company.user.Rae) =>
  (await saleDetail(await scopeFor(user), id)).sale;
const back = (returnOfId: string, change: object = {}) => ({
  ...{ id: crypto.randomUUID(), returnOfId, soldOn: "2026-02-12", quantity: 1, amount: 25 },
  ...change,
});

describe("correcting a sale", () => {
  it("keeps the frozen rate: 120 × 1.1 = 132; another day takes its own, in another month: 120 × 1.2 = 144", async () => {
    const sale = await booked();
    expect((await editSale({ ...sale, amount: 120, version: 1 }))?.serverError).toBeUndefined();
    expect(await seen(sale.id)).toMatchObject({ baseAmount: 132, rate: 1.1, version: 2 });
    await editSale({ ...sale, amount: 120, soldOn: "2026-03-05", version: 2 });
    expect(await seen(sale.id)).toMatchObject({ baseAmount: 144, rate: 1.2, soldOn: "2026-03-05" });
    expect(await query("SELECT * FROM sale_rollup_differences()")).toEqual([]);
    const audit = await query("SELECT 1 FROM audit_entry WHERE row_id = $1 AND action = 'update'", [
      sale.id,
    ]);
    expect(audit).toHaveLength(2);
  });

  it("by two at once: the second is shown what is saved now, and loses nothing by saving again", async () => {
    const sale = await booked();
    await editSale({ ...sale, quantity: 5, version: 1 });
    await asPerson(company.user.Mia);
    const stale = await editSale({ ...sale, amount: 90, version: 1 });
    expect(stale?.serverError).toMatchObject({
      code: "conflict",
      current: { quantity: 5, amount: 100, version: 2, productName: "Camera", ownerName: "Rae" },
    });
    expect((await editSale({ ...sale, amount: 90, version: 2 }))?.serverError).toBeUndefined();
    expect(await seen(sale.id)).toMatchObject({ quantity: 4, amount: 90, version: 3 });
  });

  it("of which something has come back waits for the return to be taken back", async () => {
    const sale = await booked();
    await returnSale(back(sale.id));
    expect((await editSale({ ...sale, quantity: 9, version: 1 }))?.serverError).toMatchObject({
      code: "saleReturned",
    });
  });

  it("is nobody's who could not book it: strangers change nothing, and name nothing foreign", async () => {
    const sale = await booked({ orderNo: "mine" });
    for (const stranger of [company.user.Wes, company.user.Rob]) {
      await asPerson(stranger);
      expect((await editSale({ ...sale, amount: 1, version: 1 }))?.serverError).toBeDefined();
      await expect(saleToEdit(await scopeFor(stranger), sale.id)).rejects.toThrow("notFound");
    }
    await asPerson(company.user.Rae);
    for (const change of [{ unitId: company.unit.W1 }, { ownerId: company.user.Wes }])
      expect((await editSale({ ...sale, ...change, version: 1 }))?.serverError).toBeDefined();
    expect(await seen(sale.id)).toMatchObject({ amount: 100, version: 1 });
    await asPerson(company.user.Mia);
    expect((await editSale({ ...sale, amount: 99, version: 1 }))?.serverError).toBeUndefined();
  });

  it("that an import booked happens at its source, even for an admin", async () => {
    const sale = await booked();
    await query("UPDATE sale SET source = 'erp', external_id = 'e1' WHERE id = $1", [sale.id]);
    await asPerson(company.user.Ada);
    expect((await editSale({ ...sale, amount: 1, version: 1 }))?.serverError).toBeDefined();
    await expect(saleToEdit(await scopeFor(company.user.Ada), sale.id)).rejects.toThrow("notFound");
  });
});

describe("correcting a return", () => {
  it("stays within what was sold: of 4 with 1 and 2 back, the second may become 3, not 4", async () => {
    const sale = await booked();
    await returnSale(back(sale.id));
    const second = back(sale.id, { quantity: 2, amount: 50 });
    await returnSale(second);
    const edit = { id: second.id, soldOn: "2026-02-13", version: 1 };
    expect((await editReturn({ ...edit, quantity: 4, amount: 75 }))?.serverError).toMatchObject({
      code: "returnTooMany",
      details: { quantity: 3, amount: 75 },
    });
    const early = { ...edit, soldOn: "2026-02-01", quantity: 1, amount: 25 };
    expect((await editReturn(early))?.serverError).toMatchObject({ code: "returnTooEarly" });
    expect((await editReturn({ ...edit, quantity: 3, amount: 75 }))?.serverError).toBeUndefined();
    expect(await seen(second.id)).toMatchObject({ quantity: -3, baseAmount: -82.5, version: 2 });
    expect((await editReturn({ ...edit, quantity: 1, amount: 1 }))?.serverError).toMatchObject({
      code: "conflict",
      current: { quantity: 3, amount: 75 },
    });
  });
});

describe("deleting a line", () => {
  it("can be undone: it is back under its id", async () => {
    const sale = await booked({ orderNo: "back" });
    const removal = (await deleteSale({ id: sale.id }))?.data?.removal ?? "";
    await expect(saleDetail(await scopeFor(company.user.Rae), sale.id)).rejects.toThrow();
    expect((await undoRemoval({ removal }))?.serverError).toBeUndefined();
    expect(await seen(sale.id)).toMatchObject({ orderNo: "back", amount: 100 });
  });
});
