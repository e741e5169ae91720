import { beforeAll, describe, expect, it } from "vitest";
import { read } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { createRecords, insertRow, REPS, type Records } from "@/tests/setup/records";

// What a query sees that was written without any filter.

/** Each table with the column that says whose row it is, by the record the fixture made. */
const TABLES = {
  deal: { key: "id", of: "deal" },
  deal_line: { key: "deal_id", of: "deal" },
  deal_history: { key: "deal_id", of: "deal" },
  sale: { key: "id", of: "sale" },
  customer: { key: "id", of: "customer" },
  customer_first_sale: { key: "customer_id", of: "customer" },
  target: { key: "id", of: "target" },
  target_revision: { key: "target_id", of: "target" },
} as const;

const SEES: Record<"Ada" | "Mia" | "Max" | "Rae" | "Rob" | "Ray" | "Wes", readonly string[]> = {
  Ada: REPS,
  Mia: ["Rae", "Rob", "Ray"],
  Max: ["Wes"],
  Rae: ["Rae"],
  Rob: ["Rob"],
  Ray: ["Ray"],
  Wes: ["Wes"],
};

let company: Company;
let records: Records;
beforeAll(async () => {
  company = await createCompany();
  records = await createRecords(company);
});

async function everyKey(userId: string, table: string, key: string): Promise<string[]> {
  const rows = await read(await scopeFor(userId), (tx) =>
    tx.$queryRaw<{ key: string }[]>(
      Prisma.raw(`SELECT DISTINCT ${key}::text AS key FROM ${table} ORDER BY 1`),
    ),
  );
  return rows.map((row) => row.key);
}

describe.each(Object.entries(TABLES))("%s, read without a filter", (table, { key, of }) => {
  it.each(Object.entries(SEES))("%s sees the rows of %j", async (person, reps) => {
    const expected = REPS.filter((rep) => reps.includes(rep)).map((rep) => records.of[rep][of]);
    const seen = await everyKey(company.user[person as keyof typeof SEES], table, key);
    expect(seen).toEqual(expected.sort());
  });
});

describe("a customer shared through a deal", () => {
  it("is seen by whoever has the deal, its other deals are not", async () => {
    const shared = records.of.Wes.customer;
    await insertRow("deal", {
      title: "Rae sells to Wes's customer",
      owner_id: company.user.Rae,
      unit_id: company.unit.E1,
      customer_id: shared,
      stage_id: company.stage.Proposal,
      currency: "USD",
    });
    expect(await everyKey(company.user.Rae, "customer", "id")).toContain(shared);
    expect(await everyKey(company.user.Rae, "deal", "id")).not.toContain(records.of.Wes.deal);
    expect(await everyKey(company.user.Rob, "customer", "id")).not.toContain(shared);
  });
});

describe("what moves", () => {
  it("a unit: its former manager keeps the days it was below, no day after", async () => {
    const day = "2026-03-01";
    const later = await insertRow("deal", {
      title: "Ray after the move",
      owner_id: company.user.Ray,
      unit_id: company.unit.E2,
      stage_id: company.stage.Won,
      closed_on: day,
      currency: "USD",
    });
    await query("UPDATE unit_edge SET valid_to = $1 WHERE unit_id = $2", [day, company.unit.E2]);
    await query("INSERT INTO unit_edge (unit_id, parent_id, valid_from) VALUES ($1, $2, $3)", [
      company.unit.E2,
      company.unit.West,
      day,
    ]);
    const before = records.of.Ray.deal;
    const mia = await everyKey(company.user.Mia, "deal", "id");
    expect(mia).toContain(before);
    expect(mia).not.toContain(later);
    expect(await everyKey(company.user.Mia, "sale", "id")).toContain(records.of.Ray.sale);
    const max = await everyKey(company.user.Max, "deal", "id");
    expect(max).toEqual(expect.arrayContaining([before, later]));
  });

  it("a rep: the history stays with the old unit, the new deals belong to the new one", async () => {
    await query("UPDATE assignment SET valid_to = '2026-04-01' WHERE user_id = $1", [
      company.user.Rob,
    ]);
    await insertRow("assignment", {
      user_id: company.user.Rob,
      unit_id: company.unit.W1,
      kind: "member",
      valid_from: "2026-04-01",
    });
    const moved = await insertRow("deal", {
      title: "Rob in the west",
      owner_id: company.user.Rob,
      unit_id: company.unit.W1,
      stage_id: company.stage.Proposal,
      currency: "USD",
    });
    const old = records.of.Rob.deal;
    const seenBy = (person: "Mia" | "Max" | "Rob") => everyKey(company.user[person], "deal", "id");
    expect(await seenBy("Mia")).toContain(old);
    expect(await seenBy("Mia")).not.toContain(moved);
    expect(await seenBy("Max")).toContain(moved);
    expect(await seenBy("Max")).not.toContain(old);
    expect(await seenBy("Rob")).toEqual(expect.arrayContaining([old, moved]));
  });
});
