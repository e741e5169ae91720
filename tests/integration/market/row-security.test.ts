import { beforeAll, expect, it } from "vitest";
import { type Tx, write } from "@/lib/platform/db/access";
import { toUtcMidnight } from "@/lib/shared/business-date";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";

let company: Company;
let id: string;
type Person = keyof Company["user"];
const as = async <T>(person: Person, work: (tx: Tx) => Promise<T>) =>
  write(await scopeFor(company.user[person]), work);

const insert = (person: Person, names: Record<string, unknown> = {}) =>
  as(person, (tx) =>
    tx.marketNote.create({
      data: {
        kind: "price",
        title: "Prices cut",
        happenedOn: toUtcMidnight("2026-03-01"),
        impact: "threat",
        credibility: "plausible",
        authorId: company.user[person],
        authorUnitId: company.unit.E1,
        ...names,
      },
      select: { id: true },
    }),
  );

beforeAll(async () => {
  company = await createCompany();
  id = (await insert("Rae")).id;
});

it("is read by everybody in the company", async () => {
  for (const person of ["Ada", "Mia", "Max", "Rob", "Wes"] as const)
    expect(await as(person, (tx) => tx.marketNote.count({ where: { id } }))).toBe(1);
});

it("is changed by the author, the manager above and the admin, by nobody else", async () => {
  const change = async (person: Person) =>
    (
      await as(person, (tx) =>
        tx.marketNote.updateMany({ where: { id }, data: { title: `by ${person}` } }),
      )
    ).count;
  expect([await change("Rae"), await change("Mia"), await change("Ada")]).toEqual([1, 1, 1]);
  expect([await change("Rob"), await change("Max"), await change("Wes")]).toEqual([0, 0, 0]);
});

it("is written in one's own name and unit; twin in beforeAll", async () => {
  await expect(insert("Rae", { authorId: company.user.Rob })).rejects.toThrow(/row-level security/);
  await expect(insert("Rae", { authorUnitId: company.unit.W1 })).rejects.toThrow(
    /row-level security/,
  );
  const taking = as("Rae", (tx) =>
    tx.marketNote.updateMany({ where: { id }, data: { authorId: company.user.Rob } }),
  );
  await expect(taking).rejects.toThrow(/permission denied/);
});

it("has a source on the web or none", async () => {
  await expect(insert("Rae", { sourceUrl: "javascript:alert(1)" })).rejects.toThrow(
    /market_note_source/,
  );
  await insert("Rae", { sourceUrl: "https://example.com/a" });
});
