import { beforeAll, describe, expect, it } from "vitest";
import { addProfile, latestProfiles, profileVersions } from "@/lib/customers/data/buying-profiles";
import type { ProfileInput } from "@/lib/customers/schema";
import { type Tx, write } from "@/lib/platform/db/access";
import { AppError, ForbiddenError, NotFoundError } from "@/lib/platform/errors";
import type { Scope } from "@/lib/platform/scope";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { createRecords, insertRow, type Records } from "@/tests/setup/records";

let company: Company;
let records: Records;
let contact: string;
beforeAll(async () => {
  company = await createCompany();
  records = await createRecords(company);
  contact = await insertRow("contact", { customer_id: records.of.Rae.customer, name: "Li" });
});

type Person = "Ada" | "Mia" | "Max" | "Rae" | "Rob" | "Wes";
const as = async <T>(person: Person, work: (tx: Tx, scope: Scope) => Promise<T>) => {
  const scope = await scopeFor(company.user[person]);
  return write(scope, (tx) => work(tx, scope));
};
const input = (more: Partial<ProfileInput> = {}): ProfileInput => ({
  ...{ dealId: records.of.Rae.deal, customerId: null, seen: null, drivers: ["price", "service"] },
  ...{ motive: "growth", decisionStage: "shortlist", criteria: null, people: [] },
  ...more,
});
const add = (person: Person, more: Partial<ProfileInput> = {}) =>
  as(person, (tx, scope) => addProfile(tx, scope, input(more)));

describe("a buying profile", () => {
  it("is added in versions that stay; who opened an older one is told", async () => {
    const one = await add("Rae", { people: [{ contactId: contact, role: "champion" }] });
    await expect(add("Mia")).rejects.toEqual(new AppError("profileChanged"));
    const two = await add("Mia", { seen: one, drivers: ["quality"] });
    const versions = await as("Rae", (tx) => profileVersions(tx, { dealId: records.of.Rae.deal }));
    expect(versions.map((row) => [row.id, row.drivers, row.createdBy.name])).toEqual([
      [two, ["quality"], "Mia"],
      [one, ["price", "service"], "Rae"],
    ]);
    expect(versions[1]?.people.map((row) => [row.contact.name, row.role])).toEqual([
      ["Li", "champion"],
    ]);
    for (const change of ["UPDATE buying_profile SET motive = NULL", "DELETE FROM buying_profile"])
      await expect(as("Ada", (tx) => tx.$executeRawUnsafe(change))).rejects.toThrow(
        /permission denied/,
      );
  });

  it("is written by who writes the deal, and not in another's name", async () => {
    for (const person of ["Rob", "Max", "Wes"] as const)
      await expect(add(person)).rejects.toBeInstanceOf(NotFoundError);
    const data = { dealId: records.of.Rae.deal, drivers: [] };
    await expect(
      as("Rob", (tx, scope) =>
        tx.buyingProfile.create({ data: { ...data, createdById: scope.userId } }),
      ),
    ).rejects.toThrow(/row-level/);
    await expect(
      as("Rae", (tx) =>
        tx.buyingProfile.create({ data: { ...data, createdById: company.user.Mia } }),
      ),
    ).rejects.toThrow(/row-level/);
  });

  it("names contacts of its own customer only, and none later", async () => {
    const foreign = await insertRow("contact", {
      customer_id: records.of.Rob.customer,
      name: "Other",
    });
    const versions = await as("Rae", (tx) => profileVersions(tx, { dealId: records.of.Rae.deal }));
    const seen = versions[0]?.id ?? null;
    const people = [{ contactId: foreign, role: "user" as const }];
    await expect(add("Mia", { seen, people })).rejects.toEqual(new AppError("contactUnknown"));
    const late = { profileId: versions[1]?.id ?? "", contactId: contact, role: "user" as const };
    await query("DELETE FROM buying_profile_person");
    await expect(as("Rae", (tx) => tx.buyingProfilePerson.create({ data: late }))).rejects.toThrow(
      /row-level/,
    );
  });

  it("of a customer is what its visible deals and its own say, each in its latest version", async () => {
    const customerId = records.of.Rae.customer;
    await expect(add("Rob", { dealId: null, customerId, seen: null })).rejects.toBeInstanceOf(
      NotFoundError,
    );
    await add("Rae", { dealId: null, customerId, drivers: ["brand"] });
    const of = async (person: Person) =>
      (await as(person, (tx) => latestProfiles(tx, customerId))).map((row) => row.drivers);
    expect(await of("Rae")).toEqual([["brand"], ["quality"]]);
    expect(await of("Wes")).toEqual([]);
  });

  it("is refused to who sees the customer through a deal of the past only", async () => {
    await query("UPDATE deal SET owner_id = $1 WHERE id = $2", [
      company.user.Rob,
      records.of.Ray.deal,
    ]);
    await insertRow("sale", {
      ...{ sold_on: "2026-01-01", order_no: "s", quantity: 1, currency: "USD", amount: 1 },
      ...{ base_amount: 1, customer_id: records.of.Wes.customer, unit_id: company.unit.E1 },
      owner_id: company.user.Rae,
    });
    const other = { dealId: null, customerId: records.of.Wes.customer };
    await expect(add("Rae", other)).rejects.toBeInstanceOf(ForbiddenError);
  });
});
