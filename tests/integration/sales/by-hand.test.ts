import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type Tx, write } from "@/lib/platform/db/access";
import { createSale, deleteSale, returnSale } from "@/lib/sales/actions";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { asPerson } from "@/tests/setup/next-request";
import { insertRow } from "@/tests/setup/records";

vi.mock("next/headers", () => import("@/tests/setup/next-request"));
vi.mock("next/cache", () => import("@/tests/setup/next-request"));
vi.mock("next-intl/server", () => import("@/tests/setup/next-request"));

let company: Company;
let product: string;
beforeAll(async () => {
  company = await createCompany();
  product = await insertRow("product", { name: "Camera", currency: "USD" });
});
beforeEach(() => asPerson(company.user.Rae));

type Person = keyof Company["user"];
const as = async <T>(person: Person, work: (tx: Tx) => Promise<T>) =>
  write(await scopeFor(company.user[person]), work);
const REFUSED = /row-level security|not changed by hand/;

const input = (change: object = {}) => ({
  ...{ id: crypto.randomUUID(), soldOn: "2026-02-10", orderNo: "A-1", productId: product },
  ...{ customerId: null, dealId: null, unitId: company.unit.E1, ownerId: company.user.Rae },
  ...{ quantity: 4, amount: 100, currency: "USD" },
  ...change,
});
const back = (returnOfId: string) => ({
  ...{ id: crypto.randomUUID(), returnOfId, soldOn: "2026-02-12", quantity: 1, amount: 25 },
});

/** A line as the person would write it, past the product. */
const insertLine = (person: "Rae" | "Wes" | "Ada", more: object = {}) =>
  as(person, (tx) =>
    tx.sale.createMany({
      data: {
        ...{ soldOn: new Date("2026-02-11"), orderNo: "raw", currency: "USD" },
        ...{ quantity: 1, amount: 10, baseAmount: 10 },
        unitId: person === "Wes" ? company.unit.W1 : company.unit.E1,
        ownerId: person === "Wes" ? company.user.Wes : company.user.Rae,
        ...more,
      },
    }),
  );

describe("in the database", () => {
  it("a return is of a line one may write; twin: the owner's", async () => {
    const sale = input({ orderNo: "whole" });
    await createSale(sale);
    const taken = { quantity: -4, amount: -100, baseAmount: -100, returnOfId: sale.id };
    await expect(insertLine("Wes", taken)).rejects.toThrow(REFUSED);
    expect(await insertLine("Rae", taken)).toEqual({ count: 1 });
  });

  it("nobody adds a line under a source; twin: an admin's import, and lines without one", async () => {
    for (const more of [{ source: "store-day", externalId: "x/1" }, { source: "deal" }])
      await expect(insertLine("Rae", more)).rejects.toThrow(REFUSED);
    expect(await insertLine("Rae")).toEqual({ count: 1 });
    expect(await insertLine("Ada", { source: "erp", externalId: "1" })).toEqual({ count: 1 });
  });

  it("nobody changes what was booked, nor makes it their own; twin: a line by hand, and an admin", async () => {
    const row = { sold_on: "2026-02-01", unit_id: company.unit.E1, owner_id: company.user.Rae };
    const sold = { quantity: 1, currency: "USD", amount: 10, base_amount: 10 };
    const booked = await insertRow("sale", { ...row, ...sold, order_no: "B", source: "deal" });
    const byHand = await insertRow("sale", { ...row, ...sold, order_no: "H" });
    const raise = (id: string) => (tx: Tx) =>
      tx.$executeRaw`UPDATE sale SET amount = 99, base_amount = 99, source = NULL WHERE id = ${id}::uuid`;
    for (const person of ["Rae", "Mia"] as const)
      await expect(as(person, raise(booked))).rejects.toThrow(REFUSED);
    expect(await as("Rae", raise(byHand))).toBe(1);
    expect(await as("Ada", raise(booked))).toBe(1);
  });
});

describe("a line deleted while a return of it is booked", () => {
  it("leaves no return without its line, whoever is first", async () => {
    for (let round = 0; round < 8; round++) {
      const sale = input({ orderNo: `race${round}` });
      await createSale(sale);
      const [gone, returned] = await Promise.all([
        deleteSale({ id: sale.id }),
        returnSale(back(sale.id)),
      ]);
      const rows = await query("SELECT id FROM sale WHERE order_no LIKE $1", [`race${round}%`]);
      expect(rows).toHaveLength(gone?.data ? 0 : 2);
      expect(Boolean(gone?.serverError)).toBe(!returned?.serverError);
    }
  });
});

describe("absurd numbers", () => {
  it("are refused by field or by a code, and book nothing", async () => {
    await insertRow("exchange_rate", { currency: "KWD", valid_from: "2020-01-01", rate: 25_000 });
    const many = await createSale(input({ orderNo: "absurd", amount: 1e12, currency: "KWD" }));
    expect(many?.serverError).toMatchObject({ code: "tooLarge" });
    const tiny = await createSale(input({ orderNo: "absurd", quantity: 1e-9 }));
    expect(tiny?.validationErrors?.fieldErrors).toMatchObject({ quantity: ["notPositive"] });
    const nul = await createSale(input({ orderNo: "absurd", currency: "\0\0\0" }));
    expect(nul?.validationErrors?.fieldErrors).toMatchObject({ currency: ["currencyUnknown"] });
    expect(await query("SELECT id FROM sale WHERE order_no = 'absurd'")).toEqual([]);
  });
});
