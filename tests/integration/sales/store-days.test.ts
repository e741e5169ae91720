import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { deleteSale, returnSale, saveStoreDays } from "@/lib/sales/actions";
import { saleList, storeDaysPage } from "@/lib/sales/queries";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { asPerson } from "@/tests/setup/next-request";
import { insertRow } from "@/tests/setup/records";

vi.mock("next/headers", () => import("@/tests/setup/next-request"));
vi.mock("next/cache", () => import("@/tests/setup/next-request"));
vi.mock("next-intl/server", () => import("@/tests/setup/next-request"));

let company: Company;
let camera: string;
let bell: string;
beforeAll(async () => {
  company = await createCompany();
  await query("UPDATE unit SET type = 'store' WHERE name IN ('E1', 'W1')");
  camera = await insertRow("product", { name: "Camera", currency: "USD", list_price: 30 });
  bell = await insertRow("product", { name: "Bell", currency: "EUR", list_price: 9 });
});
beforeEach(() => asPerson(company.user.Rae));

const cell = (
  day: string,
  line: object | null,
  seen: object | null = null,
  productId = camera,
) => ({
  ...{ productId, day, line, seen },
});
const save = (changes: object[], more: object = {}) =>
  saveStoreDays({ unitId: company.unit.E1, changes, ...more } as never);
const page = async (user: string, params: object = {}) =>
  storeDaysPage(await scopeFor(user), { unit: company.unit.E1, ...params });
const linesOf = (where: string) =>
  query<{ quantity: number; amount: number; source: string; owner_id: string | null }>(
    `SELECT quantity::float8, amount::float8, source, owner_id FROM sale WHERE ${where} ORDER BY sold_on`,
  );

describe("a store's days", () => {
  it("are booked as lines of the store and found again; changing corrects, clearing removes", async () => {
    const [three, back] = [
      { quantity: 3, amount: 90.5 },
      { quantity: -1, amount: -30 },
    ];
    const first = await save([cell("2026-03-02", three), cell("2026-03-03", back)]);
    expect(first?.data).toEqual({ ok: true, saved: 2 });
    const week = await page(company.user.Rob, { day: "2026-03-04", span: "week" });
    expect(week.grid?.days).toHaveLength(7);
    const row = week.grid?.rows.find(({ product }) => product.id === camera);
    expect(row).toMatchObject({
      listPrice: 30,
      lines: { "2026-03-02": three, "2026-03-03": back },
    });
    expect(week.grid?.rows.find(({ product }) => product.id === bell)?.listPrice).toBeNull();
    await save([
      cell("2026-03-02", { quantity: 4, amount: 120 }, three),
      cell("2026-03-03", null, back),
    ]);
    expect(await linesOf("sold_on IN ('2026-03-02', '2026-03-03')")).toEqual([
      { quantity: 4, amount: 120, source: "store-day", owner_id: null },
    ]);
  });

  it("count in the figures of the store: what its manager's list and the sums kept for it say", async () => {
    await save([cell("2026-03-10", { quantity: 2, amount: 60 })]);
    const range = { from: "2026-03-10", to: "2026-03-11" } as const;
    const { totals } = await saleList(await scopeFor(company.user.Mia), range);
    expect(totals).toMatchObject({ count: 1, units: 2, revenue: 60 });
    expect(await query("SELECT * FROM sale_rollup_differences()")).toEqual([]);
  });

  it("are saved once however often they are sent, and two at once do not double a line", async () => {
    const requestKey = crypto.randomUUID();
    const sent = [cell("2026-03-11", { quantity: 1, amount: 30 })];
    expect((await save(sent, { requestKey }))?.data).toMatchObject({ ok: true });
    expect((await save(sent, { requestKey }))?.serverError).toMatchObject({ code: "alreadySent" });
    const day = [cell("2026-03-12", { quantity: 1, amount: 30 })];
    await Promise.all([save(day), save(day), save(day)]);
    expect(await linesOf("sold_on IN ('2026-03-11', '2026-03-12')")).toHaveLength(2);
  });

  it("changed by two: the second is told what stands there and by whom, and nothing of hers is saved", async () => {
    const mine = { quantity: 5, amount: 150 };
    await save([cell("2026-03-16", { quantity: 2, amount: 60 })]);
    await asPerson(company.user.Rob);
    const requestKey = crypto.randomUUID();
    const changes = [cell("2026-03-16", mine), cell("2026-03-17", mine)];
    const answer = await save(changes, { requestKey });
    expect(answer?.data).toMatchObject({
      ok: false,
      conflicts: [
        { day: "2026-03-16", line: { quantity: 2, amount: 60 }, changedBy: { name: "Rae" } },
      ],
    });
    expect(await linesOf("sold_on IN ('2026-03-16', '2026-03-17')")).toHaveLength(1);
    // Having seen it, the same request goes through.
    const again = [cell("2026-03-16", mine, { quantity: 2, amount: 60 }), cell("2026-03-17", mine)];
    expect((await save(again, { requestKey }))?.data).toMatchObject({ ok: true });
    expect(
      (await linesOf("sold_on IN ('2026-03-16', '2026-03-17')")).map((l) => l.quantity),
    ).toEqual([5, 5]);
  });

  it("a number typed by both alike is no conflict", async () => {
    const line = { quantity: 2, amount: 60 };
    await save([cell("2026-03-18", line)]);
    await asPerson(company.user.Rob);
    expect((await save([cell("2026-03-18", line)]))?.data).toMatchObject({ ok: true });
  });

  it("refuses what cannot be: the future, signs apart, amounts without a quantity, fractions of a cent", async () => {
    const good = { quantity: 1, amount: 30 };
    for (const change of [
      cell("2099-01-01", good),
      cell("1999-12-31", good),
      cell("2026-03-20", { quantity: 1, amount: -1 }),
      cell("2026-03-20", { quantity: 0, amount: 10 }),
      cell("2026-03-20", { quantity: 1, amount: 1.005 }),
      cell("2026-03-20", good, null, crypto.randomUUID()),
    ]) {
      const answer = await save([change]);
      expect(answer?.data).toBeUndefined();
    }
    expect(await linesOf("sold_on IN ('2026-03-20', '2099-01-01', '1999-12-31')")).toEqual([]);
  });
});

describe("who enters a store's days", () => {
  const line = { quantity: 1, amount: 30 };
  it("nobody from elsewhere, neither reading nor writing; a team's manager does, and an admin", async () => {
    await asPerson(company.user.Rae);
    await save([cell("2026-04-01", line)]);
    for (const stranger of [company.user.Wes, company.user.Ray, company.user.Max]) {
      await asPerson(stranger);
      expect((await save([cell("2026-04-02", line)]))?.serverError).toBeDefined();
      await expect(page(stranger)).rejects.toThrow("notFound");
      expect(
        (await storeDaysPage(await scopeFor(stranger), {})).stores.map(({ name }) => name),
      ).not.toContain("E1");
    }
    for (const keeper of [company.user.Mia, company.user.Ada]) {
      await asPerson(keeper);
      const { grid } = await page(keeper, { day: "2026-04-01", span: "day" });
      expect(grid?.rows.find(({ product }) => product.id === camera)?.lines).toEqual({
        "2026-04-01": line,
      });
    }
    await asPerson(company.user.Mia);
    expect((await save([cell("2026-04-02", line)]))?.data).toMatchObject({ ok: true });
  });

  it("a unit that is no store has no days", async () => {
    await asPerson(company.user.Mia);
    const answer = await saveStoreDays({
      unitId: company.unit.E2,
      changes: [cell("2026-04-03", line)],
    } as never);
    expect(answer?.serverError).toBeDefined();
  });

  it("a line of a day is corrected in the grid only: no return of it, no deleting it", async () => {
    await asPerson(company.user.Mia);
    await save([cell("2026-04-05", line)]);
    const [sale] = await query<{ id: string }>("SELECT id FROM sale WHERE sold_on = '2026-04-05'");
    const id = sale?.id ?? "";
    expect((await deleteSale({ id }))?.serverError).toBeDefined();
    const back = {
      id: crypto.randomUUID(),
      returnOfId: id,
      soldOn: "2026-04-05",
      quantity: 1,
      amount: 30,
    };
    expect((await returnSale(back))?.serverError).toBeDefined();
  });
});
