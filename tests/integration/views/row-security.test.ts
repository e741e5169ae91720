import { beforeAll, describe, expect, it } from "vitest";
import { read, type Tx, write } from "@/lib/platform/db/access";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { insertRow } from "@/tests/setup/records";

type Person = keyof Company["user"];
const PEOPLE = ["Ada", "Mia", "Max", "Rae", "Rob", "Ray", "Wes"] as const;
let company: Company;
let secret: string;
let shared: string;

const view = (name: string, owner: Person, unit: keyof Company["unit"] | null) => ({
  ...{ list: "deals", name, query: "kind=open" },
  ...{ owner_id: company.user[owner], unit_id: unit && company.unit[unit] },
});
const as = async <T>(person: Person, work: (tx: Tx) => Promise<T>) =>
  write(await scopeFor(company.user[person]), work);

beforeAll(async () => {
  company = await createCompany();
  secret = await insertRow("saved_view", view("Rae's own", "Rae", null));
  shared = await insertRow("saved_view", view("Mia's", "Mia", "East"));
});

const readers = async (id: string) => {
  const seen: Person[] = [];
  for (const person of PEOPLE) {
    const scope = await scopeFor(company.user[person]);
    if ((await read(scope, (tx) => tx.savedView.count({ where: { id } }))) === 1) seen.push(person);
  }
  return seen;
};

describe("a saved view", () => {
  it("that is private is read by its owner alone, admins included", async () => {
    expect(await readers(secret)).toEqual(["Rae"]);
  });

  it("that is shared is read by the people of the unit and below, and by admins", async () => {
    expect(await readers(shared)).toEqual(["Ada", "Mia", "Rae", "Rob", "Ray"]);
  });

  it("is changed by its owner only", async () => {
    const change = (person: Person, id: string) =>
      as(person, async (tx) => {
        const where = { id };
        return (await tx.savedView.updateMany({ where, data: { query: "kind=won" } })).count;
      });
    expect([await change("Rae", secret), await change("Mia", shared)]).toEqual([1, 1]);
    for (const person of ["Ada", "Max", "Rae", "Wes"] as const)
      expect(await change(person, shared)).toBe(0);
    expect(await change("Mia", secret)).toBe(0);
  });

  it("is deleted by its owner, and a shared one by an admin", async () => {
    const remove = (person: Person, id: string) =>
      as(person, async (tx) => (await tx.savedView.deleteMany({ where: { id } })).count);
    const own = await insertRow("saved_view", view("Another", "Rae", null));
    const theirs = await insertRow("saved_view", view("Another", "Mia", "East"));
    expect([await remove("Ada", own), await remove("Rob", own), await remove("Rae", own)]).toEqual([
      0, 0, 1,
    ]);
    expect([await remove("Rae", theirs), await remove("Ada", theirs)]).toEqual([0, 1]);
  });

  it("is saved in one's own name, for units one manages", async () => {
    const save = (person: Person, owner: Person, unit: keyof Company["unit"] | null) =>
      as(person, (tx) =>
        tx.savedView.create({
          data: {
            ...{ list: "deals", name: `${person} ${owner} ${unit}`, query: "" },
            ...{ ownerId: company.user[owner], unitId: unit && company.unit[unit] },
          },
          select: { id: true },
        }),
      );
    await save("Rae", "Rae", null);
    await save("Mia", "Mia", "E1");
    await save("Ada", "Ada", "West");
    for (const [person, owner, unit] of [
      ["Rae", "Rob", null],
      ["Rae", "Rae", "E1"],
      ["Mia", "Mia", "West"],
      ["Mia", "Mia", "Company"],
      ["Ada", "Rae", null],
    ] as const)
      await expect(save(person, owner, unit)).rejects.toThrow(/row-level security/);
  });

  it("stays with its owner and its list", async () => {
    for (const data of [{ ownerId: company.user.Rob }, { list: "sales" }])
      await expect(
        as("Rae", (tx) => tx.savedView.updateMany({ where: { id: secret }, data })),
      ).rejects.toThrow(/permission denied/);
  });
});

describe("a default view", () => {
  const choose = (person: Person, owner: Person, viewId: string, list = "deals") =>
    as(person, (tx) =>
      tx.defaultView.create({
        data: { userId: company.user[owner], list, viewId },
        select: { viewId: true },
      }),
    );

  it("is chosen for oneself, among views of that list one can see", async () => {
    await choose("Rae", "Rae", shared);
    await expect(choose("Wes", "Wes", shared)).rejects.toThrow(/row-level security/);
    await expect(choose("Mia", "Mia", secret)).rejects.toThrow(/row-level security/);
    await expect(choose("Rob", "Rob", shared, "sales")).rejects.toThrow(/row-level security/);
    await expect(choose("Mia", "Rob", shared)).rejects.toThrow(/row-level security/);
    expect(await as("Ada", (tx) => tx.defaultView.count())).toBe(0);
  });
});
