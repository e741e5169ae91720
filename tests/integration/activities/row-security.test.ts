import { beforeAll, describe, expect, it } from "vitest";
import { read, write } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { toUtcMidnight } from "@/lib/shared/business-date";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { createRecords, insertRow, type Records } from "@/tests/setup/records";

// What the database itself shows and refuses, whatever the code above it forgets.

type Person = keyof Company["user"];
let company: Company;
let records: Records;
const scopes = {} as Record<Person, Scope>;
const PLACES = { Rae: "E1", Rob: "E1", Ray: "E2", Wes: "W1" } as const;
type Rep = keyof typeof PLACES;
const activity = {} as Record<Rep, string>;

beforeAll(async () => {
  company = await createCompany();
  records = await createRecords(company);
  for (const person of Object.keys(company.user) as Person[])
    scopes[person] = await scopeFor(company.user[person]);
  for (const rep of Object.keys(PLACES) as Rep[])
    activity[rep] = await insertRow("activity", {
      ...{ kind: "call", day: "2026-03-01", subject: `${rep}'s secret call` },
      ...{ owner_id: company.user[rep], unit_id: company.unit[PLACES[rep]] },
      ...{ customer_id: records.of[rep].customer },
    });
});

const seen = async (person: Person) => {
  const rows = await read(scopes[person], (tx) => tx.activity.findMany({ select: { id: true } }));
  return new Set(rows.map(({ id }) => id));
};

type Names = { owner?: Person; unit?: keyof Company["unit"]; deal?: Rep; customer?: Rep };

const insert = (as: Person, { owner = as, unit = "E1", deal, customer }: Names) =>
  write(scopes[as], (tx) =>
    tx.activity.create({
      data: {
        ...{ kind: "call", day: toUtcMidnight("2026-03-02") },
        ...{ ownerId: company.user[owner], unitId: company.unit[unit] },
        dealId: deal ? records.of[deal].deal : null,
        customerId: customer ? records.of[customer].customer : null,
      },
      select: { id: true },
    }),
  );

describe("follow-ups read without a filter", () => {
  it.each([
    ["Ada", ["Rae", "Rob", "Ray", "Wes"]],
    ["Mia", ["Rae", "Rob", "Ray"]],
    ["Max", ["Wes"]],
    ["Rae", ["Rae"]],
    ["Wes", ["Wes"]],
  ] as const)("%s sees those of %j", async (person, reps) => {
    const found = await seen(person);
    for (const rep of Object.keys(PLACES) as Rep[])
      expect(found.has(activity[rep])).toBe((reps as readonly string[]).includes(rep));
  });

  it("whoever sees the deal sees what was done for it, and only that", async () => {
    const shared = await insertRow("activity", {
      ...{ kind: "demo", day: "2026-03-03", deal_id: records.of.Rae.deal },
      ...{ owner_id: company.user.Wes, unit_id: company.unit.W1 },
    });
    expect((await seen("Rae")).has(shared)).toBe(true);
    expect((await seen("Rob")).has(shared)).toBe(false);
    expect((await seen("Rae")).has(activity.Wes)).toBe(false);
  });
});

describe("follow-ups that name what is not the writer's are refused", () => {
  it.each<[Person, Names]>([
    ["Rae", { owner: "Rob" }],
    ["Rae", { unit: "W1" }],
    ["Rae", { unit: "East" }],
    ["Rae", { deal: "Wes" }],
    ["Rae", { customer: "Rob" }],
    ["Mia", { owner: "Wes", unit: "W1" }],
    ["Mia", { owner: "Rae", unit: "E2" }],
    ["Max", { owner: "Wes", unit: "W1", deal: "Rae" }],
  ])("%s, %j", async (person, names) => {
    await expect(insert(person, names)).rejects.toThrow();
  });

  it.each<[Person, Names]>([
    ["Rae", { deal: "Rae", customer: "Rae" }],
    ["Mia", { owner: "Ray", unit: "E2", deal: "Ray" }],
    ["Mia", { unit: "East" }],
    ["Ada", { owner: "Wes", unit: "W1", customer: "Rae" }],
  ])("%s, %j is their own affair", async (person, names) => {
    await expect(insert(person, names)).resolves.toHaveProperty("id");
  });

  it("an update may not bring in what an insert may not", async () => {
    const { id } = await insert("Rae", {});
    const update = (data: Record<string, string>) =>
      write(scopes.Rae, (tx) => tx.activity.updateMany({ where: { id }, data }));
    await expect(update({ dealId: records.of.Wes.deal })).rejects.toThrow();
    await expect(update({ customerId: records.of.Wes.customer })).rejects.toThrow();
    await expect(update({ unitId: company.unit.W1 })).rejects.toThrow();
    await expect(update({ ownerId: company.user.Rob })).rejects.toThrow();
    await expect(update({ followsId: activity.Wes })).rejects.toThrow();
    await expect(update({ customerId: records.of.Rae.customer })).resolves.toEqual({ count: 1 });
  });

  it("seeing another's follow-up on one's deal is not writing it", async () => {
    const id = await insertRow("activity", {
      ...{ kind: "visit", day: "2026-03-04", deal_id: records.of.Rae.deal },
      ...{ owner_id: company.user.Wes, unit_id: company.unit.W1 },
    });
    const count = await write(scopes.Rae, async (tx) => {
      const changed = await tx.activity.updateMany({ where: { id }, data: { notes: "mine" } });
      return changed.count + (await tx.activity.deleteMany({ where: { id } })).count;
    });
    expect(count).toBe(0);
  });
});

describe("who takes part in a follow-up", () => {
  const contact = {} as Record<Rep, string>;
  beforeAll(async () => {
    for (const rep of ["Rae", "Wes"] as const) {
      const customer_id = records.of[rep].customer;
      contact[rep] = await insertRow("contact", { customer_id, name: `${rep}'s secret contact` });
      await insertRow("activity_contact", {
        ...{ activity_id: activity[rep], contact_id: contact[rep] },
      });
    }
  });
  const name = (as: Person, of: Rep, who: Rep) =>
    write(scopes[as], (tx) =>
      tx.activityContact.create({ data: { activityId: activity[of], contactId: contact[who] } }),
    );

  it.each([
    ["Ada", ["Rae", "Wes"]],
    ["Mia", ["Rae"]],
    ["Rae", ["Rae"]],
    ["Rob", []],
  ] as const)("%s sees those of %j", async (person, reps) => {
    const rows = await read(scopes[person], (tx) => tx.activityContact.findMany());
    expect(rows.map((row) => row.contactId).sort()).toEqual(reps.map((rep) => contact[rep]).sort());
  });

  it("others' contacts and others' follow-ups are refused; one's own are taken out and in", async () => {
    await expect(name("Rae", "Rae", "Wes")).rejects.toThrow();
    await expect(name("Rae", "Wes", "Wes")).rejects.toThrow();
    await expect(name("Ada", "Rae", "Wes")).rejects.toThrow();
    const remove = (as: Person) =>
      write(scopes[as], (tx) =>
        tx.activityContact.deleteMany({ where: { activityId: activity.Rae } }),
      );
    expect([(await remove("Wes")).count, (await remove("Rob")).count]).toEqual([0, 0]);
    expect((await remove("Rae")).count).toBe(1);
    await expect(name("Rae", "Rae", "Rae")).resolves.toHaveProperty("id");
  });
});
