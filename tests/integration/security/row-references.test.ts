import { beforeAll, describe, expect, it } from "vitest";
import { type Tx, write } from "@/lib/platform/db/access";
import { toUtcMidnight } from "@/lib/shared/business-date";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { createRecords, insertRow, type Records } from "@/tests/setup/records";

// What a row may name: being its owner is not enough to use a unit, a customer, a person or a deal.

let company: Company;
let records: Records;
beforeAll(async () => {
  company = await createCompany();
  records = await createRecords(company);
});

type Person = keyof Company["user"];
const as = async <T>(person: Person, work: (tx: Tx) => Promise<T>) =>
  write(await scopeFor(company.user[person]), work);

const REFUSED = /row-level security/;

type Names = {
  ownerId?: string;
  unitId?: string;
  customerId?: string | null;
  dealId?: string | null;
};

const insertDeal = (person: Person, names: Names) =>
  as(person, (tx) =>
    tx.deal.create({
      data: {
        title: "Fresh",
        ownerId: company.user.Rae,
        unitId: company.unit.E1,
        stageId: company.stage.Proposal,
        currency: "USD",
        ...names,
      },
      select: { id: true },
    }),
  );

const insertSale = (person: Person, names: Names) =>
  as(person, (tx) =>
    tx.sale.create({
      data: {
        soldOn: toUtcMidnight("2026-03-01"),
        orderNo: "Fresh",
        ownerId: company.user.Rae,
        unitId: company.unit.E1,
        quantity: 1,
        currency: "USD",
        amount: 1,
        baseAmount: 1,
        ...names,
      },
      select: { id: true },
    }),
  );

describe.each([
  ["deal", insertDeal],
  ["sale", insertSale],
] as const)("a new %s", (_, insert) => {
  it("may not be put into a unit that is not the rep's", async () => {
    await expect(insert("Rae", { unitId: company.unit.W1 })).rejects.toThrow(REFUSED);
    await expect(insert("Rae", { unitId: company.unit.East })).rejects.toThrow(REFUSED);
  });

  it("may not name a customer the rep does not see, which would show it", async () => {
    const customerId = records.of.Wes.customer;
    await expect(insert("Rae", { customerId })).rejects.toThrow(REFUSED);
    await expect(insert("Mia", { customerId })).rejects.toThrow(REFUSED);
    const seen = await as("Rae", (tx) => tx.customer.count({ where: { id: customerId } }));
    expect(seen).toBe(0);
  });

  it("may not be given to a stranger, not by a manager either", async () => {
    await expect(insert("Rae", { ownerId: company.user.Rob })).rejects.toThrow(REFUSED);
    await expect(insert("Mia", { ownerId: company.user.Wes })).rejects.toThrow(REFUSED);
  });

  it("twin: the rep's own unit and customer, the manager's people, the admin's all", async () => {
    await insert("Rae", { customerId: records.of.Rae.customer });
    await insert("Rae", { customerId: null });
    await insert("Mia", { customerId: records.of.Rob.customer, ownerId: company.user.Rob });
    await insert("Mia", { ownerId: company.user.Mia, unitId: company.unit.East });
    await insert("Ada", {
      customerId: records.of.Wes.customer,
      ownerId: company.user.Wes,
      unitId: company.unit.W1,
    });
  });
});

describe("a sale's deal", () => {
  it("may not be one the rep does not see", async () => {
    await expect(insertSale("Rae", { dealId: records.of.Rob.deal })).rejects.toThrow(REFUSED);
    await expect(insertSale("Mia", { dealId: records.of.Wes.deal })).rejects.toThrow(REFUSED);
  });

  it("twin: the own deal, and for a manager one of the own units", async () => {
    await insertSale("Rae", { dealId: records.of.Rae.deal });
    await insertSale("Mia", { dealId: records.of.Rae.deal });
  });
});

describe("a change", () => {
  const change = (person: Person, data: Names) =>
    as(person, (tx) => tx.deal.updateMany({ where: { id: records.of.Rae.deal }, data }));
  const changeSale = (person: Person, data: Names) =>
    as(person, (tx) => tx.sale.updateMany({ where: { id: records.of.Rae.sale }, data }));

  it("of a deal may not bring in a foreign unit, customer or owner", async () => {
    await expect(change("Rae", { unitId: company.unit.W1 })).rejects.toThrow(REFUSED);
    await expect(change("Rae", { customerId: records.of.Wes.customer })).rejects.toThrow(REFUSED);
    await expect(change("Rae", { ownerId: company.user.Wes })).rejects.toThrow(REFUSED);
    await expect(change("Mia", { ownerId: company.user.Wes })).rejects.toThrow(REFUSED);
  });

  it("of a sale may not bring in a foreign unit, customer, owner or deal", async () => {
    await expect(changeSale("Rae", { unitId: company.unit.W1 })).rejects.toThrow(REFUSED);
    await expect(changeSale("Rae", { customerId: records.of.Wes.customer })).rejects.toThrow(
      REFUSED,
    );
    await expect(changeSale("Mia", { ownerId: company.user.Wes })).rejects.toThrow(REFUSED);
    await expect(changeSale("Rae", { dealId: records.of.Wes.deal })).rejects.toThrow(REFUSED);
  });

  it("twin: the manager gives it to another of the own people, and back", async () => {
    expect((await change("Mia", { ownerId: company.user.Rob })).count).toBe(1);
    expect((await change("Mia", { ownerId: company.user.Rae })).count).toBe(1);
    expect((await changeSale("Mia", { ownerId: company.user.Rob })).count).toBe(1);
    expect((await changeSale("Mia", { ownerId: company.user.Rae })).count).toBe(1);
  });

  it("twin: what a deal named before may stay, though the rep could not choose it now", async () => {
    const elsewhere = await insertRow("customer", { name: "Unseen", unit_id: company.unit.W1 });
    const id = await insertRow("deal", {
      title: "Old",
      owner_id: company.user.Rae,
      unit_id: company.unit.E2,
      customer_id: elsewhere,
      stage_id: company.stage.Proposal,
      currency: "USD",
    });
    const renamed = await as("Rae", (tx) =>
      tx.deal.updateMany({ where: { id }, data: { title: "New" } }),
    );
    expect(renamed.count).toBe(1);
    await query("DELETE FROM deal WHERE id = $1", [id]);
  });
});

describe("the questions behind the policies", () => {
  it("app_sees_customer agrees with the policy that shows customers", async () => {
    for (const person of ["Ada", "Mia", "Max", "Rae", "Wes"] as const)
      for (const { customer } of Object.values(records.of)) {
        const [answer] = await as(
          person,
          (tx) =>
            tx.$queryRaw<{ asked: boolean; seen: boolean }[]>`
            SELECT app_sees_customer(${customer}::uuid) AS asked,
              EXISTS (SELECT FROM customer WHERE id = ${customer}::uuid) AS seen`,
        );
        expect(answer?.asked).toBe(answer?.seen);
      }
  });
});
