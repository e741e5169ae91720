import { beforeEach, describe, expect, it } from "vitest";
import { mergeCustomers, mergedInto, mergesInto, undoMerge } from "@/lib/customers/data/merge";
import type { MergeField } from "@/lib/customers/schema";
import { type Tx, write } from "@/lib/platform/db/access";
import { AppError, ForbiddenError, NotFoundError } from "@/lib/platform/errors";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { createRecords, insertRow, type Records } from "@/tests/setup/records";

let company: Company | undefined;
let records: Records;
/** Rae's customer with a deal and a sale, and another of hers with a child, a contact and an older sale. */
let first: string;
let second: string;
beforeEach(async () => {
  company ??= await createCompany();
  records = await createRecords(company).catch(async () => {
    await query("UPDATE product SET sku = NULL");
    await query("DELETE FROM target");
    return createRecords(company as Company);
  });
  const place = { owner_id: company.user.Rae, unit_id: company.unit.E1 };
  first = records.of.Rae.customer;
  second = await insertRow("customer", { ...place, name: "Second", sector: "Tools", employees: 7 });
  await insertRow("customer", { ...place, name: "Child", parent_id: second });
  const contact_id = await insertRow("contact", { customer_id: second, name: "Li" });
  const call = { kind: "call", day: "2026-03-01", customer_id: second, ...place };
  await insertRow("activity_contact", {
    activity_id: await insertRow("activity", call),
    contact_id,
  });
  const sale = { sold_on: "2025-01-02", order_no: "old", quantity: 1, currency: "USD" };
  await insertRow("sale", { ...place, ...sale, customer_id: second, amount: 5, base_amount: 5 });
  // Another rep's deal with it, which Rae may not see.
  await insertRow("deal", {
    ...{
      title: "Rob's",
      customer_id: second,
      owner_id: company.user.Rob,
      unit_id: company.unit.E1,
    },
    ...{ stage_id: company.stage.Proposal, currency: "USD" },
  });
});

type Person = "Ada" | "Mia" | "Max" | "Rae" | "Rob";
const as = async <T>(person: Person, work: (tx: Tx) => Promise<T>) =>
  write(await scopeFor((company as Company).user[person]), work, "merge");
const versionOf = async (id: string) =>
  (await query<{ version: number }>("SELECT version FROM customer WHERE id = $1", [id]))[0]
    ?.version ?? 0;
const merge = async (
  person: Person,
  survivor: string,
  loser: string,
  take: MergeField[] = [],
  version?: number,
) => {
  const input = {
    survivor: { id: survivor, version: version ?? (await versionOf(survivor)) },
    loser: { id: loser, version: await versionOf(loser) },
    take,
  };
  return as(person, (tx) => mergeCustomers(tx, input));
};
const undo = (person: Person, id: string) => as(person, (tx) => undoMerge(tx, id));

const FACTS = ["deal", "sale", "customer_first_sale", "activity", "activity_contact"];
const TABLES = ["customer", "contact", ...FACTS];
/** Every row of the tables a merge touches, without what counts changes. */
async function everything() {
  const rows = await Promise.all(
    TABLES.map((table) =>
      query(
        `SELECT to_jsonb(t) - 'version' - 'updated_at' AS row FROM ${table} t ORDER BY to_jsonb(t)->>'id', to_jsonb(t)->>'customer_id'`,
      ),
    ),
  );
  return rows;
}
/** Differences between what the database keeps and a recount. */
const rollupErrors = () =>
  query(
    `SELECT s.customer_id FROM (SELECT DISTINCT ON (customer_id) customer_id, sold_on, id FROM sale
       WHERE customer_id IS NOT NULL AND quantity > 0 ORDER BY customer_id, sold_on, id) s
     FULL JOIN customer_first_sale f ON f.customer_id = s.customer_id AND f.sold_on = s.sold_on AND f.sale_id = s.id
     WHERE s.customer_id IS NULL OR f.customer_id IS NULL`,
  );

describe("merging two customers", () => {
  it("moves all that points to the loser, takes the chosen values, keeps first sales exact", async () => {
    await merge("Rae", first, second, ["sector"]);
    const of = async (table: string, column = "customer_id") =>
      (await query(`SELECT 1 FROM ${table} WHERE ${column} = $1`, [first])).length;
    expect([
      await of("deal"),
      await of("sale"),
      await of("contact"),
      await of("customer", "parent_id"),
    ]).toEqual([2, 2, 1, 1]);
    const [kept] = await query("SELECT * FROM customer WHERE id = $1", [first]);
    expect(kept).toMatchObject({ name: "Rae's secret customer", sector: "Tools", employees: null });
    expect(await rollupErrors()).toEqual([]);
    const [firstSale] = await query(
      "SELECT sold_on::text FROM customer_first_sale WHERE customer_id = $1",
      [first],
    );
    expect(firstSale).toEqual({ sold_on: "2025-01-02" });
    // Nobody sees the other any more; its address leads to the one that stays.
    for (const person of ["Rae", "Ada"] as const) {
      expect(await as(person, (tx) => tx.customer.count({ where: { id: second } }))).toBe(0);
      expect(await as(person, (tx) => mergedInto(tx, second))).toBe(first);
    }
  });

  it("is undone exactly, and once", async () => {
    const before = await everything();
    const id = await merge("Rae", first, second, ["name", "sector", "employees"]);
    expect(await everything()).not.toEqual(before);
    expect(await as("Mia", (tx) => mergesInto(tx, first))).toMatchObject([
      { loser: { name: "Second" } },
    ]);
    await undo("Rae", id);
    expect(await everything()).toEqual(before);
    expect(await rollupErrors()).toEqual([]);
    await expect(undo("Rae", id)).rejects.toBeInstanceOf(NotFoundError);
  });

  it("is for who has both: owner, their manager, the admin", async () => {
    const foreign = records.of.Wes.customer;
    await expect(merge("Rae", first, foreign)).rejects.toBeInstanceOf(ForbiddenError);
    await expect(merge("Mia", foreign, first)).rejects.toBeInstanceOf(ForbiddenError);
    for (const person of ["Rob", "Max"] as const)
      await expect(merge(person, first, second)).rejects.toBeInstanceOf(ForbiddenError);
    const id = await merge("Mia", first, second);
    for (const person of ["Rob", "Max"] as const)
      await expect(undo(person, id)).rejects.toBeInstanceOf(NotFoundError);
    await undo("Ada", id);
  });

  it("refuses what was shown stale, itself, and a circle", async () => {
    await expect(merge("Rae", first, second, [], 99)).rejects.toEqual(new AppError("mergeStale"));
    await expect(merge("Rae", first, first)).rejects.toEqual(new AppError("mergeSame"));
    const place = { owner_id: company?.user.Rae, unit_id: company?.unit.E1 };
    const below = await insertRow("customer", { ...place, name: "Below", parent_id: first });
    await query("UPDATE customer SET parent_id = $1 WHERE id = $2", [below, second]);
    await expect(merge("Rae", first, second, ["parent"])).rejects.toEqual(
      new AppError("customerParentBelow"),
    );
  });

  it("of a parent and its child leaves nobody above themselves", async () => {
    await query("UPDATE customer SET parent_id = $1 WHERE id = $2", [second, first]);
    const before = await everything();
    const id = await merge("Rae", first, second);
    const [kept] = await query("SELECT parent_id FROM customer WHERE id = $1", [first]);
    expect(kept).toEqual({ parent_id: null });
    await undo("Rae", id);
    expect(await everything()).toEqual(before);
  });
});

describe("undoing a merge says why not", () => {
  it("after the survivor was edited", async () => {
    const id = await merge("Rae", first, second);
    await query("UPDATE customer SET version = version + 1 WHERE id = $1", [first]);
    await expect(undo("Rae", id)).rejects.toEqual(new AppError("mergeEdited"));
  });

  it("after a record that came along went elsewhere; then nothing is changed", async () => {
    const id = await merge("Rae", first, second);
    await query("UPDATE deal SET customer_id = $1 WHERE title = 'Rob''s' AND customer_id = $2", [
      records.of.Rob.customer,
      first,
    ]);
    const before = await everything();
    await expect(undo("Rae", id)).rejects.toEqual(new AppError("mergeMoved"));
    expect(await everything()).toEqual(before);
  });

  it("after it was merged further; undone in turn both come back", async () => {
    const before = await everything();
    const third = await insertRow("customer", {
      ...{ name: "Third", owner_id: company?.user.Rae, unit_id: company?.unit.E1 },
    });
    const one = await merge("Rae", first, second);
    const two = await merge("Rae", third, first);
    await expect(undo("Rae", one)).rejects.toEqual(new AppError("mergeAgain"));
    expect(await as("Rae", (tx) => mergedInto(tx, second))).toBe(third);
    await undo("Rae", two);
    await undo("Rae", one);
    await query("DELETE FROM customer_merge WHERE survivor_id = $1", [third]);
    await query("DELETE FROM customer WHERE id = $1", [third]);
    expect(await everything()).toEqual(before);
  });
});

describe("two merges at once", () => {
  it("of the same two the other way round: one wins, the other is told", async () => {
    const done = await Promise.allSettled([
      merge("Rae", first, second),
      merge("Mia", second, first),
    ]);
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const [kept] = await query<{ n: number }>(
      "SELECT count(*)::int AS n FROM customer WHERE id = ANY ($1::uuid[]) AND merged_into_id IS NULL",
      [[first, second]],
    );
    expect(kept?.n).toBe(1);
  });
});
