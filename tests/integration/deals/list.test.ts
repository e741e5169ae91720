import { beforeAll, describe, expect, it } from "vitest";
import { dealList } from "@/lib/deals/queries";
import type { DealListParams } from "@/lib/deals/schema";
import { changedFields } from "@/lib/timeline/domain/event";
import { timelineOf } from "@/lib/timeline/queries";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { insertRow } from "@/tests/setup/records";

let company: Company;
let camera: string;
let hospital: string;
const ids: Record<string, string> = {};

async function deal(title: string, row: Record<string, unknown>): Promise<void> {
  ids[title] = await insertRow("deal", {
    title,
    owner_id: company.user.Rae,
    unit_id: company.unit.E1,
    currency: "USD",
    ...row,
  });
}

beforeAll(async () => {
  company = await createCompany();
  const { stage, unit, user } = company;
  const category = await insertRow("product_category", { name: "Security" });
  camera = await insertRow("product", { name: "Camera", currency: "USD", category_id: category });
  hospital = await insertRow("customer", { name: "City Hospital 市医院", sector: "health, care" });
  await deal("open with all", {
    stage_id: stage.Proposal,
    customer_id: hospital,
    created_on: "2026-01-05",
    expected_close_on: "2026-03-31",
    expected_amount: 100.01,
    expected_base_amount: 100.01,
  });
  await deal("open with own probability", {
    stage_id: stage.Prospecting,
    created_on: "2026-02-01",
    expected_amount: 33.33,
    expected_base_amount: 33.33,
    probability: 0.333,
  });
  await deal("open without anything", { stage_id: stage.Prospecting });
  await deal("won on 31 March", {
    stage_id: stage.Won,
    customer_id: hospital,
    created_on: "2026-01-01",
    closed_on: "2026-03-31",
    expected_base_amount: 50,
    booked_base_amount: 40,
  });
  await deal("won on 1 April", {
    stage_id: stage.Won,
    owner_id: user.Wes,
    unit_id: unit.W1,
    created_on: "2026-03-01",
    closed_on: "2026-04-01",
    expected_base_amount: 70,
    booked_base_amount: 75,
  });
  await deal("lost 100%_sure", {
    stage_id: stage.Lost,
    closed_on: "2026-02-10",
    created_on: "2026-01-15",
    expected_base_amount: 1000,
    booked_base_amount: 0,
  });
  await deal("sold by the company itself", {
    stage_id: stage.Won,
    unit_id: unit.Company,
    closed_on: "2026-05-01",
    booked_base_amount: 5,
  });
  await insertRow("deal_line", { deal_id: ids["won on 31 March"], product_id: camera });
});

async function list(params: DealListParams) {
  return dealList(await scopeFor(company.user.Ada), params);
}

/** Titles of the list in its order. */
async function titles(params: DealListParams): Promise<string[]> {
  return (await list({ sort: "title", ...params })).rows.map((row) => row.title);
}

describe("totals of the list of deals", () => {
  it("sum to the rows; weighted is rounded for each deal: 100.01 × 0.5 + 33.33 × 0.333 = 50.01 + 11.10", async () => {
    const { rows, totals } = await list({});
    const sum = (values: (number | null)[]) => values.reduce<number>((a, b) => a + (b ?? 0), 0);
    expect(totals).toMatchObject({
      count: 7,
      open: 3,
      won: 3,
      lost: 1,
      weighted: 61.11,
      booked: 120,
    });
    expect(sum(rows.map((row) => row.weighted))).toBeCloseTo(61.11, 10);
    expect(sum(rows.map((row) => row.expectedBaseAmount))).toBeCloseTo(totals.expected ?? 0, 10);
    expect(sum(rows.map((row) => row.bookedBaseAmount))).toBe(120);
  });

  it("lost deals weigh nothing, whatever they were expected to bring", async () => {
    expect((await list({ kind: "lost" })).totals).toMatchObject({
      count: 1,
      weighted: null,
      booked: null,
    });
  });

  it("are unknown, not 0, where nothing has an amount", async () => {
    expect((await list({ missing: ["amount", "created"] })).totals).toMatchObject({
      expected: null,
      weighted: null,
    });
  });
});

describe("filters of the list of deals", () => {
  it("a range is half-open: 31 March is in the first quarter, 1 April is not", async () => {
    const quarter = { from: "2026-01-01", to: "2026-04-01" };
    expect(await titles({ kind: "won", ...quarter })).toEqual(["won on 31 March"]);
    expect(await titles({ kind: "closed", ...quarter })).toEqual([
      "lost 100%_sure",
      "won on 31 March",
    ]);
    expect(await titles({ date: "expected", ...quarter })).toEqual(["open with all"]);
    expect(await titles({ date: "created", from: "2026-02-01", to: "2026-03-01" })).toEqual([
      "open with own probability",
    ]);
  });

  it("open on a day: created by then, closed after it; the day it closed is no longer open", async () => {
    expect(await titles({ openOn: "2026-01-10" })).toEqual([
      "open with all",
      "open without anything",
      "sold by the company itself",
      "won on 31 March",
    ]);
    expect(await titles({ openOn: "2026-03-31" })).not.toContain("won on 31 March");
  });

  it("without a stage then: closed since, and no history tells what it was", async () => {
    const none = await list({ openOn: "2026-01-10", stage: ["none"] });
    expect(none.rows.map(({ title }) => title).toSorted()).toEqual([
      "sold by the company itself",
      "won on 31 March",
    ]);
    expect(none.totals).toMatchObject({ count: 2, expected: 50 });
    expect(await titles({ stage: ["none"] })).toEqual([]);
  });

  it("text is taken literally: % and _ are no wildcards, case does not matter, Chinese is found", async () => {
    expect(await titles({ q: "100%_S" })).toEqual(["lost 100%_sure"]);
    expect(await titles({ q: "%" })).toEqual(["lost 100%_sure"]);
    expect(await titles({ q: "市医" })).toEqual(["open with all", "won on 31 March"]);
    expect(await titles({ q: "\\" })).toEqual([]);
  });

  it("by unit with all below, by the unit itself, by region, outside any region", async () => {
    const { unit } = company;
    expect(await titles({ unit: unit.West })).toEqual(["won on 1 April"]);
    expect((await titles({ unit: unit.Company })).length).toBe(7);
    expect(await titles({ unit: unit.Company, direct: true })).toEqual([
      "sold by the company itself",
    ]);
    expect(await titles({ region: [unit.West] })).toEqual(["won on 1 April"]);
    expect(await titles({ region: ["none"] })).toEqual(["sold by the company itself"]);
  });

  it("by the manager in charge: the nearest one above the unit", async () => {
    expect(await titles({ manager: [company.user.Max] })).toEqual(["won on 1 April"]);
    expect(await titles({ manager: ["none"] })).toEqual(["sold by the company itself"]);
  });

  it("by product, category, customer, sector with a comma in it, and by none of these", async () => {
    expect(await titles({ product: [camera] })).toEqual(["won on 31 March"]);
    expect((await titles({ product: ["none"] })).length).toBe(6);
    expect((await titles({ category: ["none"] })).length).toBe(6);
    expect(await titles({ sector: ["health, care"] })).toEqual([
      "open with all",
      "won on 31 March",
    ]);
    expect((await titles({ customer: ["none"], kind: "open" })).length).toBe(2);
    expect((await titles({ customer: ["none", hospital] })).length).toBe(7);
  });

  it("by amount: booked where won, else expected, both ends included", async () => {
    expect(await titles({ min: 40, max: 75 })).toEqual(["won on 1 April", "won on 31 March"]);
  });

  it("by what is missing", async () => {
    expect(await titles({ kind: "open", missing: ["expectedClose"] })).toEqual([
      "open with own probability",
      "open without anything",
    ]);
    expect(await titles({ missing: ["customer", "amount", "created"], kind: "open" })).toEqual([
      "open without anything",
    ]);
  });
});

describe("a unit that moved on 15 March", () => {
  it("is below West for deals closed since, below East for those before", async () => {
    const { unit } = company;
    await query("UPDATE unit_edge SET valid_to = '2026-03-15' WHERE unit_id = $1", [unit.E1]);
    await query(
      "INSERT INTO unit_edge (unit_id, parent_id, valid_from) VALUES ($1, $2, '2026-03-15')",
      [unit.E1, unit.West],
    );
    expect(await titles({ kind: "closed", unit: unit.East })).toEqual(["lost 100%_sure"]);
    expect(await titles({ kind: "closed", unit: unit.West })).toEqual([
      "won on 1 April",
      "won on 31 March",
    ]);
    expect(
      await titles({ date: "created", from: "2026-01-01", to: "2026-01-10", region: [unit.East] }),
    ).toEqual(["open with all", "won on 31 March"]);
  });
});

describe("pages of the list", () => {
  it("show every deal once in the order asked for, blanks last in both directions", async () => {
    for (const sort of ["closedOn", "-closedOn", "-expected", "customer"] as const) {
      const all = (await list({ sort })).rows;
      const page = async (number: number) => (await list({ sort, page: number, size: 25 })).rows;
      expect([...(await page(1)), ...(await page(2))]).toEqual(all);
    }
    const days = (await list({ sort: "-closedOn" })).rows.map((row) => row.closedOn);
    expect(days).toEqual([
      "2026-05-01",
      "2026-04-01",
      "2026-03-31",
      "2026-02-10",
      null,
      null,
      null,
    ]);
    const ascending = (await list({ sort: "closedOn" })).rows.map((row) => row.closedOn);
    expect(ascending.slice(4)).toEqual([null, null, null]);
  });

  it("past the end are empty and keep the totals", async () => {
    const { rows, totals } = await list({ page: 9 });
    expect(rows).toEqual([]);
    expect(totals.count).toBe(7);
  });
});

describe("a deal in the past", () => {
  it("is shown as its history had it, and its timeline tells what changed", async () => {
    const id = ids["open with all"] ?? "";
    await query("ALTER TABLE deal_history DISABLE TRIGGER USER");
    await query("UPDATE deal_history SET changed_on = '2026-01-05' WHERE deal_id = $1", [id]);
    await query("ALTER TABLE deal_history ENABLE TRIGGER USER");
    await query(
      "UPDATE deal SET expected_base_amount = 300, stage_id = $2, expected_close_on = '2026-06-30' WHERE id = $1",
      [id, company.stage.Prospecting],
    );
    const then = (await list({ openOn: "2026-02-20", customer: [hospital] })).rows.find(
      (row) => row.id === id,
    );
    expect(then).toMatchObject({
      expectedBaseAmount: 100.01,
      expectedCloseOn: "2026-03-31",
      probability: 0.5,
    });
    const now = (await list({ kind: "open", customer: [hospital] })).rows[0];
    expect(now).toMatchObject({ expectedBaseAmount: 300, expectedCloseOn: "2026-06-30" });
    const scope = await scopeFor(company.user.Rae);
    const subject = { kind: "deal", id } as const;
    const { events } = await timelineOf(scope, subject, { only: "change", limit: 10 });
    expect(events.map((event) => event.kind === "change" && changedFields(event.told))).toEqual([
      ["stage", "amount", "expectedClose"],
      [],
    ]);
  });
});
