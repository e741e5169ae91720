import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createSale, deleteSale, returnSale } from "@/lib/sales/actions";
import { saleDetail } from "@/lib/sales/queries";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { asPerson } from "@/tests/setup/next-request";
import { insertRow } from "@/tests/setup/records";

vi.mock("next/headers", () => import("@/tests/setup/next-request"));
vi.mock("next/cache", () => import("@/tests/setup/next-request"));
vi.mock("next-intl/server", () => import("@/tests/setup/next-request"));

let company: Company;
let product: string;
let stranger: string;
beforeAll(async () => {
  company = await createCompany();
  product = await insertRow("product", { name: "Camera", currency: "USD" });
  stranger = await insertRow("customer", {
    name: "Wes's customer",
    owner_id: company.user.Wes,
    unit_id: company.unit.W1,
  });
  await insertRow("exchange_rate", { currency: "EUR", valid_from: "2026-01-01", rate: 1.1 });
});
beforeEach(() => asPerson(company.user.Rae));

const input = (change: object = {}) => ({
  ...{ id: crypto.randomUUID(), soldOn: "2026-02-10", orderNo: "A-1", productId: product },
  ...{ customerId: null, dealId: null, unitId: company.unit.E1, ownerId: company.user.Rae },
  ...{ quantity: 4, amount: 100, currency: "USD" },
  ...change,
});
const back = (returnOfId: string, change: object = {}) => ({
  ...{ id: crypto.randomUUID(), returnOfId, soldOn: "2026-02-12", quantity: 1, amount: 25 },
  ...change,
});
const lines = async (where: string) =>
  Number((await query<{ n: string }>(`SELECT count(*) AS n FROM sale WHERE ${where}`))[0]?.n);

describe("entering a sale", () => {
  it("books it at the rate of its day: 100 EUR × 1.1 = 110 USD", async () => {
    const sale = input({ currency: "EUR" });
    expect((await createSale(sale))?.serverError).toBeUndefined();
    const { sale: booked } = await saleDetail(await scopeFor(company.user.Rae), sale.id);
    expect(booked).toMatchObject({
      baseAmount: 110,
      rate: 1.1,
      amount: 100,
      source: null,
      version: 1,
    });
  });

  it("books one sale however often the form is sent", async () => {
    const sale = input({ orderNo: "twice" });
    await Promise.all([createSale(sale), createSale(sale), createSale(sale)]);
    await createSale(sale);
    expect(await lines("order_no = 'twice'")).toBe(1);
  });

  it("names no unit, customer or person one may not use; twin: a manager books for the team", async () => {
    for (const change of [
      { unitId: company.unit.W1 },
      { customerId: stranger },
      { ownerId: company.user.Wes },
    ])
      expect(
        (await createSale(input({ orderNo: "foreign", ...change })))?.serverError,
      ).toBeDefined();
    expect(await lines("order_no = 'foreign'")).toBe(0);
    await asPerson(company.user.Mia);
    expect((await createSale(input({ orderNo: "team" })))?.serverError).toBeUndefined();
    expect(await lines("order_no = 'team'")).toBe(1);
  });

  it("refuses absurd days and amounts, field by field", async () => {
    const answer = await createSale(input({ soldOn: "1969-12-31", amount: -1, quantity: 0 }));
    expect(Object.keys(answer?.validationErrors?.fieldErrors ?? {}).sort()).toEqual(
      expect.arrayContaining(["amount", "quantity", "soldOn"]),
    );
  });
});

describe("a return", () => {
  it("is a negative line of the same customer, product and rate, and never more than was sold", async () => {
    const sale = input({ orderNo: "R", currency: "EUR" });
    await createSale(sale);
    const first = back(sale.id, { quantity: 3, amount: 75 });
    expect((await returnSale(first))?.serverError).toBeUndefined();
    const scope = await scopeFor(company.user.Rae);
    expect((await saleDetail(scope, first.id)).sale).toMatchObject({
      ...{ quantity: -3, amount: -75, baseAmount: -82.5, orderNo: "R-R", rate: 1.1 },
    });
    expect((await saleDetail(scope, sale.id)).left).toEqual({ quantity: 1, amount: 25 });
    const more = await returnSale(back(sale.id, { quantity: 2 }));
    expect(more?.serverError).toMatchObject({ code: "returnTooMany" });
    expect((await returnSale(back(first.id)))?.serverError).toBeDefined();
    const early = await returnSale(back(sale.id, { soldOn: "2026-02-09" }));
    expect(early?.serverError).toMatchObject({ code: "returnTooEarly" });
  });

  it("of two at once for the same last piece one is booked", async () => {
    const sale = input({ orderNo: "race", quantity: 1, amount: 25 });
    await createSale(sale);
    const answers = await Promise.all([returnSale(back(sale.id)), returnSale(back(sale.id))]);
    expect(answers.filter((answer) => answer?.serverError)).toHaveLength(1);
    expect(await lines("order_no = 'race-R'")).toBe(1);
  });

  it("is no stranger's to book", async () => {
    const sale = input({ orderNo: "mine" });
    await createSale(sale);
    await asPerson(company.user.Wes);
    expect((await returnSale(back(sale.id)))?.serverError).toBeDefined();
    expect((await deleteSale({ id: sale.id }))?.serverError).toBeDefined();
    expect(await lines("order_no LIKE 'mine%'")).toBe(1);
  });
});

describe("deleting a line", () => {
  it("takes what was entered by hand; not what an import booked, nor what has a return", async () => {
    const sale = input({ orderNo: "gone" });
    await createSale(sale);
    expect((await deleteSale({ id: sale.id }))?.data?.removal).toBeDefined();
    expect(await lines("order_no = 'gone'")).toBe(0);
    const kept = input({ orderNo: "kept" });
    await createSale(kept);
    await returnSale(back(kept.id));
    expect((await deleteSale({ id: kept.id }))?.serverError).toMatchObject({
      code: "saleReturned",
    });
    await query("UPDATE sale SET source = 'erp', external_id = 'x' WHERE order_no = 'twice'");
    const [imported] = await query<{ id: string }>("SELECT id FROM sale WHERE source = 'erp'");
    expect((await deleteSale({ id: imported?.id ?? "" }))?.serverError).toBeDefined();
  });
});
