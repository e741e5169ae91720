import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Tx, write } from "@/lib/platform/db/access";
import { removing, undo } from "@/lib/undo/data";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { insertRow } from "@/tests/setup/records";

let company: Company;
let product: string;
beforeAll(async () => {
  company = await createCompany();
  product = await insertRow("product", { name: "Camera", sku: "CAM", currency: "USD" });
});

const state = (table: string, where: string, id: string) =>
  query(`SELECT to_jsonb(t) AS row FROM "${table}" t WHERE ${where} = $1 ORDER BY t.id`, [id]);

let deal: string;
let customer: string;
beforeEach(async () => {
  const place = { owner_id: company.user.Rae, unit_id: company.unit.E1 };
  customer = await insertRow("customer", { name: "Acme", ...place });
  deal = await insertRow("deal", {
    ...place,
    title: "Deal with a “quote” \\ and 表情😀",
    customer_id: customer,
    stage_id: company.stage.Proposal,
    currency: "USD",
    expected_amount: "1234.5678",
  });
  await insertRow("deal_line", { deal_id: deal, product_id: product, quantity: "2.5" });
  await query("UPDATE deal SET expected_amount = 9, expected_base_amount = 9 WHERE id = $1", [
    deal,
  ]);
});

type Person = keyof Company["user"];
const as = async <T>(person: Person, work: (tx: Tx) => Promise<T>) =>
  write(await scopeFor(company.user[person]), work, "undo");
const remove = (person: Person, table: "deal" | "customer" | "pipeline_stage", id: string) =>
  as(person, (tx) =>
    removing(tx, table, () =>
      table === "deal"
        ? tx.deal.deleteMany({ where: { id } })
        : tx.customer.deleteMany({ where: { id } }),
    ),
  );
const undoAs = (person: Person, removal: string) => as(person, (tx) => undo(tx, removal));

describe("undoing a deletion", () => {
  it("brings back the row, its lines and its history, as they were", async () => {
    const all = async () => [
      await state("deal", "id", deal),
      await state("deal_line", "deal_id", deal),
      await state("deal_history", "deal_id", deal),
    ];
    const before = await all();
    expect(before.map((rows) => rows.length)).toEqual([1, 1, 2]);
    const removal = await remove("Ada", "deal", deal);
    expect((await all()).flat()).toEqual([]);
    await undoAs("Ada", removal);
    expect(await all()).toEqual(before);
  });

  it("puts back what the deletion set to nothing", async () => {
    const child = await insertRow("customer", { name: "Acme East", parent_id: customer });
    await query("DELETE FROM deal WHERE id = $1", [deal]);
    const removal = await remove("Ada", "customer", customer);
    expect((await state("customer", "id", child))[0]?.row.parent_id).toBeNull();
    await undoAs("Ada", removal);
    expect((await state("customer", "id", child))[0]?.row.parent_id).toBe(customer);
  });

  it("leaves alone what somebody changed since, and then restores nothing", async () => {
    const child = await insertRow("customer", { name: "Acme East", parent_id: customer });
    await query("DELETE FROM deal WHERE id = $1", [deal]);
    const removal = await remove("Ada", "customer", customer);
    await query("UPDATE customer SET name = 'Renamed' WHERE id = $1", [child]);
    await expect(undoAs("Ada", removal)).rejects.toMatchObject({ code: "undoChanged" });
    expect(await state("customer", "id", customer)).toEqual([]);
    await query("UPDATE customer SET name = 'Acme East' WHERE id = $1", [child]);
    await undoAs("Ada", removal);
    expect(await state("customer", "id", customer)).toHaveLength(1);
  });

  it("works once, even when asked twice at the same time", async () => {
    const removal = await remove("Ada", "deal", deal);
    const results = await Promise.allSettled([undoAs("Ada", removal), undoAs("Ada", removal)]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await state("deal", "id", deal)).toHaveLength(1);
    await expect(undoAs("Ada", removal)).rejects.toMatchObject({ code: "undoGone" });
  });

  it("ends after a day", async () => {
    const removal = await remove("Ada", "deal", deal);
    await query("UPDATE removal SET removed_at = now() - interval '25 hours' WHERE id = $1", [
      removal,
    ]);
    await expect(undoAs("Ada", removal)).rejects.toMatchObject({ code: "undoGone" });
    await remove("Ada", "customer", await insertRow("customer", { name: "Other" }));
    expect(await query("SELECT 1 FROM removed_row WHERE removal_id = $1", [removal])).toEqual([]);
  });

  it("says when something else is in the way, or what it belonged to is gone", async () => {
    await query("UPDATE deal SET source = 'test', external_id = '1' WHERE id = $1", [deal]);
    const removal = await remove("Ada", "deal", deal);
    const other = await insertRow("deal", {
      title: "Came since",
      owner_id: company.user.Rae,
      unit_id: company.unit.E1,
      stage_id: company.stage.Proposal,
      currency: "USD",
      source: "test",
      external_id: "1",
    });
    await expect(undoAs("Ada", removal)).rejects.toMatchObject({ code: "undoTaken" });
    await query("DELETE FROM deal WHERE id = $1", [other]);
    await query("DELETE FROM customer WHERE id = $1", [customer]);
    await expect(undoAs("Ada", removal)).rejects.toMatchObject({ code: "undoMissing" });
  });

  it("is written to the audit log as a creation, with its reason", async () => {
    await undoAs("Ada", await remove("Ada", "deal", deal));
    const rows = await query(
      "SELECT action, note FROM audit_entry WHERE subject = 'deal' AND row_id = $1 ORDER BY id",
      [deal],
    );
    expect(rows.slice(-2)).toEqual([
      { action: "delete", note: "undo" },
      { action: "create", note: "undo" },
    ]);
  });
});

describe("whose removal it is", () => {
  it("nobody else undoes it, an admin neither", async () => {
    const removal = await remove("Ada", "deal", deal);
    for (const person of ["Rae", "Mia"] as const) {
      await expect(undoAs(person, removal)).rejects.toMatchObject({ code: "undoGone" });
    }
    await undoAs("Ada", removal);
    expect(await state("deal", "id", deal)).toHaveLength(1);
  });

  it("who may no longer write the record does not bring it back", async () => {
    const removal = await remove("Ada", "deal", deal);
    await query(`UPDATE "user" SET role = 'rep' WHERE id = $1`, [company.user.Ada]);
    await expect(undoAs("Ada", removal)).rejects.toMatchObject({ code: "forbidden" });
    await query(`UPDATE "user" SET role = 'admin' WHERE id = $1`, [company.user.Ada]);
    await undoAs("Ada", removal);
  });

  it("what one may not delete is not found, and nothing is kept", async () => {
    await expect(remove("Wes", "deal", deal)).rejects.toMatchObject({ code: "notFound" });
    expect(await state("deal", "id", deal)).toHaveLength(1);
    const kept = await query("SELECT 1 FROM removal WHERE user_id = $1", [company.user.Wes]);
    expect(kept).toEqual([]);
  });

  it("what was kept cannot be read, and a table must be prepared", async () => {
    await remove("Ada", "deal", deal);
    const peek = as("Ada", (tx) => tx.$queryRaw`SELECT * FROM removed_row`);
    await expect(peek).rejects.toThrow(/permission denied/);
    await expect(remove("Ada", "pipeline_stage", deal)).rejects.toThrow(/undo_table/);
  });
});
