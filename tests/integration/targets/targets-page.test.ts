import { beforeAll, describe, expect, it } from "vitest";
import { read } from "@/lib/platform/db/access";
import { copySource } from "@/lib/targets/data/copy-source";
import { saveGrid } from "@/lib/targets/data/save-grid";
import { targetGridFor, targetsPage } from "@/lib/targets/queries/targets-page";
import { query } from "@/tests/setup/database";
import { cellInput, createTargetCompany, saveInput } from "./target-company";

let company: Awaited<ReturnType<typeof createTargetCompany>>;
type Person = keyof typeof company.user;

/** day, seller, unit, amount */
const SALES = [
  ["2020-01-10", "Rae", "E1", 100],
  ["2020-02-10", "Rae", "E1", 200],
  ["2020-03-10", "Rob", "E1", 700],
  ["2020-03-11", "Ray", "E2", 1000],
  ["2021-01-05", "Rae", "E1", 330],
  ["2021-03-31", "Rob", "E1", 660],
  ["2021-04-01", "Rob", "E1", 9999],
  ["2021-02-01", "Wes", "W1", 50],
] as const;

beforeAll(async () => {
  company = await createTargetCompany();
  for (const [day, owner, unit, amount] of SALES)
    await query(
      `INSERT INTO sale (sold_on, order_no, owner_id, unit_id, quantity, currency, amount, base_amount)
       VALUES ($1, $2, $3, $4, 1, 'USD', $5, $5)`,
      [day, `${day}${owner}`, company.user[owner], company.unit[unit], amount],
    );
});

const page = (as: Person, params = {}) =>
  targetsPage(company.scopes[as], { period: "2021-Q1", ...params }, "en");

describe("a unit's grid", () => {
  it("has the unit, the units below it, and what each sold this quarter and a year before", async () => {
    const { grid } = await page("Mia");
    expect(grid?.rows.map((row) => [row.kind, row.name, row.actual, row.lastYear])).toEqual([
      ["whole", "East", [990, 330, 0, 660], [2000, 100, 200, 1700]],
      ["unit", "E1", [990, 330, 0, 660], [1000, 100, 200, 700]],
      ["unit", "E2", [0, 0, 0, 0], [1000, 0, 0, 1000]],
    ]);
  });

  it("of a team has its reps, the own row read-only", async () => {
    const { grid } = await page("Mia", { unit: company.unit.E1 });
    expect(grid?.rows.map((row) => [row.kind, row.name, row.readOnly, row.lastYear[0]])).toEqual([
      ["whole", "E1", null, 1000],
      ["rep", "Mia", "own", 0],
      ["rep", "Rae", null, 300],
      ["rep", "Rob", null, 700],
    ]);
  });

  it("of growth has last year's revenue as its base, and growth so far", async () => {
    const { grid } = await page("Mia", { unit: company.unit.E1, kpi: "growth" });
    expect(grid?.rows.map((row) => [row.name, row.base, row.actual])).toEqual([
      ["E1", 1000, [-0.01]],
      ["Mia", 0, [null]],
      ["Rae", 300, [0.1]],
      ["Rob", 700, [(660 - 700) / 700]],
    ]);
  });

  it("keeps a rep who has left while a target of theirs stands", async () => {
    const { E2 } = company.unit;
    await saveGrid(
      company.scopes.Mia,
      saveInput(E2, [cellInput({ unitId: E2, userId: company.user.Ray })]),
    );
    await query(`UPDATE "user" SET left_on = '2020-12-31' WHERE name = 'Ray'`);
    const rows = async (period: string) => (await page("Mia", { unit: E2, period })).grid?.rows;
    expect((await rows("2021-Q1"))?.map((row) => row.name)).toEqual(["E2", "Ray"]);
    expect((await rows("2021-Q2"))?.map((row) => row.name)).toEqual(["E2"]);
  });
});

describe("who sees what", () => {
  it("a manager chooses among the own units; a foreign one falls back to the first", async () => {
    const own = await page("Mia", { unit: company.unit.W1 });
    expect(own.units.map(({ name, depth }) => [name, depth])).toEqual([
      ["East", 0],
      ["E1", 1],
      ["E2", 1],
    ]);
    expect(own.grid?.unitName).toBe("East");
    expect((await page("Ada", { unit: company.unit.W1 })).grid?.unitName).toBe("W1");
  });

  it("a rep has no grid and no export", async () => {
    expect((await page("Rae", { unit: company.unit.E1 })).grid).toBeNull();
    const place = { kpi: "revenue", unitId: company.unit.E1, quarter: "2021-Q1" } as const;
    await expect(targetGridFor(company.scopes.Rae, place, "en")).rejects.toMatchObject({
      code: "notFound",
    });
    await expect(targetGridFor(company.scopes.Max, place, "en")).rejects.toMatchObject({
      code: "notFound",
    });
    expect((await targetGridFor(company.scopes.Mia, place, "en"))?.unitName).toBe("E1");
  });

  it("a person reads the own targets once they are published, against what was reached", async () => {
    const { E1 } = company.unit;
    const { Rae } = company.user;
    const scope = company.scopes.Mia;
    const cells = [cellInput({ unitId: E1, userId: Rae, target: 660 })];
    await saveGrid(scope, saveInput(E1, cells));
    const growth = cellInput({ unitId: E1, userId: Rae, target: 0.21 });
    await saveGrid(scope, saveInput(E1, [growth], { kpi: "growth" }));
    expect((await page("Rae")).own).toEqual([]);
    await query("UPDATE target SET status = 'published', version = version + 1");
    const { own } = await page("Rae");
    expect(own.map(({ kpi, unit, lines }) => [kpi, unit.name, lines])).toMatchObject([
      ["revenue", "E1", [{ values: { target: 660 }, actual: 330, attainment: 0.5 }]],
      ["growth", "E1", [{ base: 300, amount: 363, actual: 330, attainment: 330 / 363 }]],
    ]);
    expect((await page("Rob")).own).toEqual([]);
  });
});

describe("the quarter to open", () => {
  it("is the one the records end in, where they end long ago", async () => {
    const { quarter } = await page("Mia", { period: undefined });
    expect(quarter.code).toBe("2021-Q2");
  });
});

it("targets of another quarter come under this quarter's addresses", async () => {
  const { W1 } = company.unit;
  const { Wes } = company.user;
  const cells = [0, 1].map((period) =>
    cellInput({ unitId: W1, userId: Wes, period, floor: 5 + period, target: 10 + period }),
  );
  await saveGrid(company.scopes.Max, saveInput(W1, cells, { quarter: "2020-Q2" }));
  const copied = (from: "previous" | "lastYear", quarter: string, as: Person = "Max") =>
    read(company.scopes[as], (tx) =>
      copySource(tx, company.scopes[as], { kpi: "revenue", unitId: W1, quarter, from }),
    );
  const expected = {
    [`${W1}:${Wes}|0|floor`]: 5,
    [`${W1}:${Wes}|0|target`]: 10,
    [`${W1}:${Wes}|1|floor`]: 6,
    [`${W1}:${Wes}|1|target`]: 11,
  };
  expect(await copied("previous", "2020-Q3")).toEqual(expected);
  expect(await copied("lastYear", "2021-Q2")).toEqual(expected);
  expect(await copied("previous", "2021-Q2")).toEqual({});
  await expect(copied("previous", "2020-Q3", "Mia")).rejects.toMatchObject({ code: "notFound" });
});
