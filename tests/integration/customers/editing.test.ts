import { beforeAll, describe, expect, it } from "vitest";
import { insertContact } from "@/lib/customers/data/contacts";
import { insertCustomer, updateCustomer } from "@/lib/customers/data/customers";
import { removeCustomer } from "@/lib/customers/data/removal";
import type { CustomerInput } from "@/lib/customers/schema";
import { customerChoices } from "@/lib/customers/sql/customer-choices";
import { read, type Tx, write } from "@/lib/platform/db/access";
import { AppError, ForbiddenError, NotFoundError } from "@/lib/platform/errors";
import type { Scope } from "@/lib/platform/scope";
import { undo } from "@/lib/undo/data";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { createRecords, insertRow, type Records } from "@/tests/setup/records";

let company: Company;
let records: Records;
beforeAll(async () => {
  company = await createCompany();
  records = await createRecords(company);
});

type Person = "Ada" | "Mia" | "Max" | "Rae" | "Rob" | "Wes";
const as = async <T>(person: Person, work: (tx: Tx, scope: Scope) => Promise<T>) => {
  const scope = await scopeFor(company.user[person]);
  return write(scope, (tx) => work(tx, scope));
};
const input = (more: Partial<CustomerInput> = {}): CustomerInput => ({
  ...{ name: "Acme", nameEn: null, segmentId: null, sector: null, location: null },
  ...{ parentId: null, ownerId: null, unitId: null },
  ...more,
});
const add = (person: Person, more: Partial<CustomerInput> = {}) =>
  as(person, (tx, scope) => insertCustomer(tx, scope, input(more)));
const edit = (person: Person, id: string, version: number, more: Partial<CustomerInput>) =>
  as(person, (tx, scope) => updateCustomer(tx, scope, { id, version, ...input(more) }));
const row = async (id: string) => (await query("SELECT * FROM customer WHERE id = $1", [id]))[0];

describe("a new customer", () => {
  it("of a rep is their own, in their unit", async () => {
    const id = await add("Rae");
    expect(await row(id)).toMatchObject({
      owner_id: company.user.Rae,
      unit_id: company.unit.E1,
      active: true,
    });
  });

  it("is not made in other people's names or units, nor below a hidden company", async () => {
    const other = { ownerId: company.user.Rob, unitId: company.unit.E1 };
    await expect(add("Rae", other)).rejects.toBeInstanceOf(ForbiddenError);
    const foreign = { ownerId: company.user.Rae, unitId: company.unit.W1 };
    await expect(add("Rae", foreign)).rejects.toEqual(new AppError("customerUnitRefused"));
    const wes = { ownerId: company.user.Wes, unitId: company.unit.E1 };
    await expect(add("Mia", wes)).rejects.toEqual(new AppError("customerOwnerRefused"));
    const hidden = { parentId: records.of.Wes.customer };
    await expect(add("Rae", hidden)).rejects.toEqual(new AppError("customerParentRefused"));
    await expect(add("Mia", { ...other, name: "Rob's" })).resolves.toBeTruthy();
  });

  it("is refused the same by row security, past all checks", async () => {
    const attack = (data: Partial<CustomerInput>) =>
      as("Rae", (tx, scope) =>
        tx.customer.create({ data: { name: "X", ownerId: scope.userId, ...data } }),
      );
    await expect(attack({ unitId: company.unit.W1 })).rejects.toThrow(/row-level security/);
    await expect(attack({ parentId: records.of.Wes.customer })).rejects.toThrow(/row-level/);
    await expect(attack({ ownerId: company.user.Wes })).rejects.toThrow(/row-level/);
    await expect(attack({ unitId: company.unit.E1 })).resolves.toMatchObject({ name: "X" });
  });
});

describe("editing a customer", () => {
  it("is for its owner, the managers above and admins; others find nothing", async () => {
    const id = records.of.Rae.customer;
    const place = { ownerId: company.user.Rae, unitId: company.unit.E1 };
    await edit("Rae", id, 1, { ...place, name: "One" });
    await edit("Mia", id, 2, { ...place, name: "Two" });
    await edit("Ada", id, 3, { ...place, name: "Three" });
    expect(await row(id)).toMatchObject({ name: "Three", version: 4 });
    for (const person of ["Rob", "Max", "Wes"] as const)
      await expect(edit(person, id, 4, place)).rejects.toBeInstanceOf(NotFoundError);
  });

  it("is refused to who sees it through a deal only", async () => {
    await insertRow("deal", {
      title: "Rob sells to Ray's customer",
      owner_id: company.user.Rob,
      unit_id: company.unit.E1,
      customer_id: records.of.Ray.customer,
      stage_id: company.stage.Proposal,
      currency: "USD",
    });
    const mine = { ownerId: company.user.Rob, unitId: company.unit.E1 };
    await expect(edit("Rob", records.of.Ray.customer, 1, mine)).rejects.toBeInstanceOf(
      ForbiddenError,
    );
  });

  it("shows a stale save what is saved, names included", async () => {
    const id = await add("Rae", { name: "First" });
    const place = { ownerId: company.user.Rae, unitId: company.unit.E1 };
    await edit("Rae", id, 1, { ...place, name: "Second", location: "Here" });
    await expect(edit("Mia", id, 1, { ...place, name: "Mine" })).rejects.toMatchObject({
      current: { name: "Second", location: "Here", version: 2, ownerName: "Rae", unitName: "E1" },
    });
  });

  it("never puts a company above itself, directly or not", async () => {
    const top = await add("Rae", { name: "Top" });
    const place = { ownerId: company.user.Rae, unitId: company.unit.E1 };
    const below = await add("Rae", { name: "Below", parentId: top });
    for (const parentId of [top, below])
      await expect(edit("Rae", top, 1, { ...place, parentId })).rejects.toEqual(
        new AppError("customerParentBelow"),
      );
    const past = as("Ada", (tx) =>
      tx.customer.update({ where: { id: top }, data: { parentId: below } }),
    );
    await expect(past).rejects.toThrow(/row-level/);
  });

  it("leaves what has moved since as it is: an owner keeps a customer of a former unit", async () => {
    const place = { ownerId: company.user.Wes, unitId: company.unit.E2 };
    const id = await insertRow("customer", {
      name: "Old",
      owner_id: place.ownerId,
      unit_id: place.unitId,
    });
    await edit("Wes", id, 1, { ...place, name: "Renamed" });
    expect(await row(id)).toMatchObject({ name: "Renamed" });
  });
});

describe("deleting a customer", () => {
  it("takes its contacts along and brings all back when undone", async () => {
    const id = await add("Rae", { name: "Short-lived 有限公司" });
    const child = await add("Rae", { name: "Child", parentId: id });
    await as("Rae", (tx) =>
      insertContact(tx, {
        ...{ customerId: id, name: "Li", nameEn: null, title: "CEO", phone: null, email: null },
        decisionRole: "champion",
      }),
    );
    const before = await row(id);
    const removal = await as("Rae", (tx, scope) => removeCustomer(tx, scope, id));
    expect(await row(id)).toBeUndefined();
    expect(await row(child)).toMatchObject({ parent_id: null });
    await expect(as("Rob", (tx) => undo(tx, removal))).rejects.toThrow();
    await as("Rae", (tx) => undo(tx, removal));
    expect(await row(id)).toEqual(before);
    expect(await row(child)).toMatchObject({ parent_id: id });
    const contacts = await query("SELECT name, title FROM contact WHERE customer_id = $1", [id]);
    expect(contacts).toEqual([{ name: "Li", title: "CEO" }]);
  });

  it("with a deal and a sale is refused and says by how many; others find nothing", async () => {
    const id = records.of.Rob.customer;
    const remove = (person: Person) => as(person, (tx, scope) => removeCustomer(tx, scope, id));
    // The deal and the sale.
    await expect(remove("Rob")).rejects.toEqual(new AppError("customerInUse", { count: 2 }));
    await expect(remove("Rae")).rejects.toBeInstanceOf(NotFoundError);
  });
});

describe("choosing a customer", () => {
  const choose = async (person: Person, text: string) => {
    const scope = await scopeFor(company.user[person]);
    return (await read(scope, (tx) => customerChoices(tx, scope.userId, text))).map((c) => c.name);
  };
  it("offers what one sees and is in use, taken literally", async () => {
    await add("Rae", { name: "Zebra 100%" });
    const off = await add("Rae", { name: "Zebra off" });
    await query("UPDATE customer SET active = false WHERE id = $1", [off]);
    expect(await choose("Rae", "zebra")).toEqual(["Zebra 100%"]);
    expect(await choose("Rae", "0%")).toEqual(["Zebra 100%"]);
    expect(await choose("Rae", "_")).toEqual([]);
    expect(await choose("Wes", "zebra")).toEqual([]);
    expect(await choose("Wes", "")).toContain("Wes's secret customer");
  });
});
