import { beforeAll, describe, expect, it } from "vitest";
import { read, type Tx, write } from "@/lib/platform/db/access";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { createRecords, insertRow, REPS, type Records } from "@/tests/setup/records";

// Contacts as an attacker reaches them: queries without a filter, writes with ids of others.

let company: Company;
let records: Records;
const contact: Record<string, string> = {};
beforeAll(async () => {
  company = await createCompany();
  records = await createRecords(company);
  for (const rep of REPS)
    contact[rep] = await insertRow("contact", {
      customer_id: records.of[rep].customer,
      name: `${rep}'s contact`,
    });
});

type Person = "Ada" | "Mia" | "Max" | "Rae" | "Rob" | "Wes";
const as = async <T>(person: Person, work: (tx: Tx) => Promise<T>) =>
  write(await scopeFor(company.user[person]), work);
const add = (person: Person, rep: (typeof REPS)[number]) =>
  as(person, (tx) =>
    tx.contact.create({ data: { customerId: records.of[rep].customer, name: "New" } }),
  );

describe("contacts", () => {
  it.each([
    ["Ada", REPS],
    ["Mia", ["Rae", "Rob", "Ray"]],
    ["Max", ["Wes"]],
    ["Rae", ["Rae"]],
  ] as const)("%s sees those of %j, read without a filter", async (person, reps) => {
    const rows = await read(await scopeFor(company.user[person]), (tx) => tx.contact.findMany());
    expect(rows.map((row) => row.name).sort()).toEqual(
      reps.map((rep) => `${rep}'s contact`).sort(),
    );
  });

  it("are added by the owner, the manager and the admin, not by others", async () => {
    for (const person of ["Rae", "Mia", "Ada"] as const)
      await expect(add(person, "Rae")).resolves.toMatchObject({ name: "New" });
    for (const person of ["Rob", "Max", "Wes"] as const)
      await expect(add(person, "Rae")).rejects.toThrow();
  });

  it("of others are neither changed, deleted nor taken over; one's own are", async () => {
    const of = { id: contact.Rae ?? "" };
    for (const person of ["Rob", "Max"] as const) {
      const changed = await as(person, (tx) =>
        tx.contact.updateMany({ where: of, data: { name: "Stolen" } }),
      );
      const deleted = await as(person, (tx) => tx.contact.deleteMany({ where: of }));
      expect([changed.count, deleted.count]).toEqual([0, 0]);
    }
    const move = as("Rae", (tx) =>
      tx.contact.update({ where: of, data: { customerId: records.of.Wes.customer } }),
    );
    await expect(move).rejects.toThrow();
    const own = await as("Rae", (tx) =>
      tx.contact.update({ where: of, data: { name: "Renamed" } }),
    );
    expect(own.name).toBe("Renamed");
  });

  it("are added by whoever has a deal with the customer", async () => {
    await expect(add("Rob", "Wes")).rejects.toThrow();
    await insertRow("deal", {
      title: "Rob sells to Wes's customer",
      owner_id: company.user.Rob,
      unit_id: company.unit.E1,
      customer_id: records.of.Wes.customer,
      stage_id: company.stage.Proposal,
      currency: "USD",
    });
    await expect(add("Rob", "Wes")).resolves.toMatchObject({ name: "New" });
  });
});

describe("segments", () => {
  it("are changed by admins only and read by everybody", async () => {
    const create = (person: Person, name: string) =>
      as(person, (tx) => tx.customerSegment.create({ data: { name } }));
    await expect(create("Ada", "Key accounts")).resolves.toMatchObject({ active: true });
    for (const person of ["Mia", "Rae"] as const)
      await expect(create(person, person)).rejects.toThrow();
    const seen = await as("Rae", (tx) => tx.customerSegment.findMany());
    expect(seen.map((row) => row.name)).toEqual(["Key accounts"]);
  });
});
