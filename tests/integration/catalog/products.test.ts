import { beforeAll, describe, expect, it } from "vitest";
import * as categories from "@/lib/catalog/data/categories";
import * as products from "@/lib/catalog/data/products";
import { productsPage } from "@/lib/catalog/queries";
import { type ProductInput, productListParams } from "@/lib/catalog/schema";
import { write } from "@/lib/platform/db/access";
import { AppError, ConflictError } from "@/lib/platform/errors";
import type { Scope } from "@/lib/platform/scope";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";

let company: Company;
let admin: Scope;
let lamps: string;
const id = {} as Record<"desk" | "floor" | "cable", string>;

const input: Omit<ProductInput, "name"> = {
  nameEn: null,
  sku: null,
  categoryId: null,
  listPrice: null,
  currency: "USD",
};
const add = (name: string, more: Partial<ProductInput> = {}) =>
  write(admin, (tx) => products.insertProduct(tx, { ...input, name, ...more }));

beforeAll(async () => {
  company = await createCompany();
  admin = await scopeFor(company.user.Ada);
  lamps = await write(admin, (tx) =>
    categories.insertCategory(tx, { name: "Lamps", nameEn: null }),
  );
  id.desk = await add("台灯", {
    nameEn: "Desk lamp",
    sku: "L-1",
    categoryId: lamps,
    listPrice: 20,
  });
  id.floor = await add("落地灯", {
    nameEn: "Arc lamp",
    sku: "L-2",
    categoryId: lamps,
    listPrice: 90,
  });
  id.cable = await add("Cable");
  await query("UPDATE product SET source = 'erp', external_id = 'X_7' WHERE id = $1", [id.cable]);
});

const names = async (params: Record<string, string>, locale = "en") =>
  (await productsPage(admin, productListParams.parse(params), locale)).rows.map((row) =>
    locale === "en" ? (row.nameEn ?? row.name) : row.name,
  );

describe("the list of products", () => {
  it("is sorted by the name shown, and by price with missing ones last", async () => {
    expect(await names({})).toEqual(["Arc lamp", "Cable", "Desk lamp"]);
    expect(await names({ sort: "-listPrice" })).toEqual(["Arc lamp", "Desk lamp", "Cable"]);
  });
  it("is searched by both names, the stock number and the external id, taken literally", async () => {
    expect(await names({ q: "台" })).toEqual(["Desk lamp"]);
    expect(await names({ q: "l-2" })).toEqual(["Arc lamp"]);
    expect(await names({ q: "x_7" })).toEqual(["Cable"]);
    expect(await names({ q: "_" })).toEqual(["Cable"]);
  });
  it("is filtered by category, also none, and by status", async () => {
    expect(await names({ category: lamps })).toEqual(["Arc lamp", "Desk lamp"]);
    expect(await names({ category: "none" })).toEqual(["Cable"]);
    expect(await names({ status: "inactive" })).toEqual([]);
  });
});

describe("a product", () => {
  it("has a stock number of its own", async () => {
    await expect(add("Other", { sku: "L-1" })).rejects.toEqual(new AppError("skuTaken"));
  });
  it("is not saved over somebody else's change", async () => {
    const save = (version: number, name: string) =>
      write(admin, (tx) =>
        products.updateProduct(tx, { id: id.desk, version }, { ...input, name, listPrice: 25.5 }),
      );
    await save(1, "A");
    await expect(save(1, "B")).rejects.toBeInstanceOf(ConflictError);
    await expect(save(1, "B")).rejects.toMatchObject({
      current: { name: "A", listPrice: 25.5, sku: null, version: 2 },
    });
  });
  it("named by a sale and a deal line is kept, and says by how many: 2 and 1", async () => {
    const [deal] = await query<{ id: string }>(
      `INSERT INTO deal (title, stage_id, owner_id, unit_id, currency) VALUES ('d', $1, $2, $3, 'USD') RETURNING id`,
      [company.stage.Proposal, company.user.Rae, company.unit.E1],
    );
    await query("INSERT INTO deal_line (deal_id, product_id) VALUES ($1, $2)", [
      deal?.id,
      id.cable,
    ]);
    for (const order of ["1", "2"])
      await query(
        `INSERT INTO sale (sold_on, order_no, owner_id, unit_id, product_id, quantity, currency, amount, base_amount)
         VALUES ('2026-01-01', $1, $2, $3, $4, 1, 'USD', 1, 1)`,
        [order, company.user.Rae, company.unit.E1, id.cable],
      );
    const remove = write(admin, (tx) => products.deleteProduct(tx, id.cable));
    await expect(remove).rejects.toEqual(
      new AppError("productInUse", { lines: 1, sales: 2, voices: 0 }),
    );
    await write(admin, (tx) => products.setProductActive(tx, id.cable, false));
    expect(await names({ status: "inactive" })).toEqual(["Cable"]);
  });
  it("that nothing names goes", async () => {
    await write(admin, (tx) => products.deleteProduct(tx, id.floor));
    expect(await names({ q: "Arc" })).toEqual([]);
  });
});

describe("a category", () => {
  it("with products is kept, and says with how many", async () => {
    await query("UPDATE product SET category_id = $1 WHERE id = $2", [lamps, id.desk]);
    const remove = write(admin, (tx) => categories.deleteCategory(tx, lamps));
    await expect(remove).rejects.toEqual(new AppError("categoryInUse", { count: 1 }));
  });
  it("has a name of its own and refuses a stale save", async () => {
    const twice = write(admin, (tx) =>
      categories.insertCategory(tx, { name: "Lamps", nameEn: null }),
    );
    await expect(twice).rejects.toEqual(new AppError("nameTaken"));
    const rename = (version: number) =>
      write(admin, (tx) =>
        categories.updateCategory(tx, { id: lamps, version, name: "Lights", nameEn: null }),
      );
    await rename(1);
    await expect(rename(1)).rejects.toMatchObject({ current: { name: "Lights", version: 2 } });
  });
});
