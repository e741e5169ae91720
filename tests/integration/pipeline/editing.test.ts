import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { deleteDeal, lockForEdit } from "@/lib/deals/data/write-deal";
import { winDeal } from "@/lib/pipeline/data/close";
import { createDeal, editDeal } from "@/lib/pipeline/data/edit";
import { editDealInput, newDealInput } from "@/lib/pipeline/schema";
import { type Tx, write } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { undo } from "@/lib/undo/data";
import { type Company, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { insertRow } from "@/tests/setup/records";
import { amountsOf, dealNow, pipelineForTests, won } from "./fixture";

const p = pipelineForTests();
type Person = keyof Company["user"];

async function scoped<T>(person: Person, work: (tx: Tx, scope: Scope) => Promise<T>): Promise<T> {
  const scope = await scopeFor(p.company.user[person]);
  return write(scope, (tx) => work(tx, scope));
}

const fresh = (more: object = {}) =>
  newDealInput.parse({
    id: randomUUID(),
    title: "Fresh",
    customer: null,
    amount: 500,
    currency: "USD",
    expectedCloseOn: "2026-12-01",
    stageId: p.company.stage.Proposal,
    ownerId: null,
    nextStep: "",
    nextStepOn: "",
    ...more,
  });
const create = (person: Person, input: ReturnType<typeof fresh>) =>
  scoped(person, (tx, scope) => createDeal(tx, scope, input));

describe("a new deal", () => {
  it("is its maker's, in their unit, with the amount in base currency; sent twice it is one", async () => {
    await insertRow("exchange_rate", { currency: "CNY", valid_from: "2000-01-01", rate: 0.14 });
    const input = fresh({ currency: "CNY", customer: "new:Blue Harbour" });
    await create("Rae", input);
    await create("Rae", input);
    const rows = await query(
      `SELECT d.owner_id, d.unit_id, d.expected_base_amount::float8 AS base, c.name, c.owner_id AS of
       FROM deal d JOIN customer c ON c.id = d.customer_id WHERE d.id = $1`,
      [input.id],
    );
    const { Rae } = p.company.user;
    const unit = p.company.unit.E1;
    expect(rows).toEqual([
      { owner_id: Rae, unit_id: unit, base: 70, name: "Blue Harbour", of: Rae },
    ]);
    expect(await query("SELECT 1 FROM customer WHERE name = 'Blue Harbour'")).toHaveLength(1);
  });

  it("takes the customer of that name that is there already, whatever its case", async () => {
    const known = await insertRow("customer", { name: "Red Pier", owner_id: p.company.user.Rae });
    const input = fresh({ customer: "new:red pier" });
    await create("Rae", input);
    const [row] = await query("SELECT customer_id FROM deal WHERE id = $1", [input.id]);
    expect(row).toEqual({ customer_id: known });
  });

  it("may be a rep's of the manager's, not of a stranger's; and not in a closed stage", async () => {
    const robs = fresh({ ownerId: p.company.user.Rob });
    await create("Mia", robs);
    expect(await dealNow(robs.id)).toMatchObject({ unit_id: p.company.unit.E1 });
    await expect(create("Rae", fresh({ ownerId: p.company.user.Rob }))).rejects.toThrow();
    await expect(create("Mia", fresh({ ownerId: p.company.user.Wes }))).rejects.toThrow();
    await expect(create("Rae", fresh({ stageId: p.company.stage.Won }))).rejects.toThrow(
      "stageGone",
    );
    await expect(create("Rae", fresh({ currency: "GBP" }))).rejects.toThrow("rateMissing");
    await expect(create("Ada", fresh())).rejects.toThrow("ownerWithoutUnit");
  });
});

describe("what a form may send", () => {
  const problems = (more: object) => {
    const parsed = newDealInput.safeParse({ ...fresh(), customer: null, ...more });
    return parsed.success ? [] : parsed.error.issues.map((issue) => issue.message);
  };

  it("is refused by field where it makes no sense", () => {
    expect(problems({ title: "  " })).toEqual(["required"]);
    expect(problems({ title: "x".repeat(10_000) })).toEqual(["tooLong"]);
    expect(problems({ amount: 1e15 })).toEqual(["tooLarge"]);
    expect(problems({ amount: -1 })).toEqual(["negative"]);
    expect(problems({ expectedCloseOn: "1969-12-31" })).toEqual(["dateInvalid"]);
    expect(problems({ expectedCloseOn: "2100-01-01" })).toEqual(["dateInvalid"]);
    expect(problems({ expectedCloseOn: "2026-02-30" })).toEqual(["dateInvalid"]);
    expect(problems({ currency: "XYZ" })).toEqual(["currencyUnknown"]);
  });

  it("is kept as it is where it is only strange: markup, emoji, right to left; control characters go", async () => {
    const title = "<b>胜</b> 🚀 مرحبا \u0000\u0007end";
    const input = fresh({ title });
    await create("Rae", input);
    expect((await dealNow(input.id)).title).toBe("<b>胜</b> 🚀 مرحبا end");
  });
});

describe("an edit", () => {
  const edit = (more: object) =>
    editDealInput.parse({
      ...{ id: p.deal, version: 1, title: "Edited", customer: null, amount: 100, currency: "USD" },
      ...{ expectedCloseOn: null, probability: null, probabilityReason: "", competitorId: null },
      ...more,
    });
  const save = (person: Person, more: object = {}) =>
    scoped(person, (tx, scope) => editDeal(tx, scope, edit(more)));

  it("that is stale is refused with the deal as it is now", async () => {
    await save("Rae", { title: "First" });
    await expect(save("Mia", { title: "Second" })).rejects.toMatchObject({
      code: "conflict",
      current: { title: "First", amount: 100, version: 2 },
    });
  });

  it("of two at the same moment lets one through", async () => {
    const results = await Promise.allSettled([
      save("Rae", { title: "A" }),
      save("Mia", { title: "B" }),
    ]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await dealNow(p.deal)).version).toBe(2);
  });

  it("of the probability needs a reason", () => {
    const parsed = editDealInput.safeParse({ ...edit({}), customer: null, probability: 0.8 });
    expect(parsed.error?.issues.map(({ path }) => path)).toEqual([["probabilityReason"]]);
  });

  it("is not for strangers; twin: the manager", async () => {
    await expect(save("Rob")).rejects.toThrow("notFound");
    await expect(save("Wes")).rejects.toThrow("notFound");
    await save("Mia");
  });

  it("of a won deal's customer moves its sales along, and its currency stays", async () => {
    await p.as("Rae", (tx) => winDeal(tx, won(p.deal)));
    const customer = await insertRow("customer", { name: "Late", owner_id: p.company.user.Rae });
    await expect(save("Rae", { version: 2, currency: "EUR" })).rejects.toThrow(
      "dealCurrencyBooked",
    );
    await save("Rae", { version: 2, customer });
    const rows = await query("SELECT DISTINCT customer_id FROM sale WHERE deal_id = $1", [p.deal]);
    expect(rows).toEqual([{ customer_id: customer }]);
    expect(await amountsOf(p.deal)).toEqual([60, 40]);
  });
});

describe("a deletion", () => {
  it("can be undone with its lines and history; strangers delete nothing", async () => {
    const lines = () => query("SELECT id FROM deal_line WHERE deal_id = $1 ORDER BY id", [p.deal]);
    const before = await lines();
    await expect(p.as("Rob", (tx) => deleteDeal(tx, p.deal))).rejects.toThrow("notFound");
    const removal = await p.as("Rae", (tx) => deleteDeal(tx, p.deal));
    expect(await lines()).toEqual([]);
    await p.as("Rae", (tx) => undo(tx, removal));
    expect(await lines()).toEqual(before);
    await p.as("Rae", (tx) => lockForEdit(tx, p.deal, 1));
  });

  it("is refused while there are sales", async () => {
    await p.as("Rae", (tx) => winDeal(tx, won(p.deal)));
    await expect(p.as("Mia", (tx) => deleteDeal(tx, p.deal))).rejects.toThrow("dealHasSales");
  });
});
