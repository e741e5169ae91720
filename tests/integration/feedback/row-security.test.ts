import { beforeAll, describe, expect, it } from "vitest";
import { read, type Tx, write } from "@/lib/platform/db/access";
import { toUtcMidnight } from "@/lib/shared/business-date";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { createRecords, insertRow, REPS, type Records } from "@/tests/setup/records";

// What row security lets a person see and write of feedback, with a twin for each refusal.

let company: Company;
let records: Records;
const feedback = {} as Record<(typeof REPS)[number], string>;
const UNIT = { Rae: "E1", Rob: "E1", Ray: "E2", Wes: "W1" } as const;

beforeAll(async () => {
  company = await createCompany();
  records = await createRecords(company);
  for (const rep of REPS)
    feedback[rep] = await insertRow("feedback", {
      kind: "complaint",
      channel: "phone",
      text: `${rep}'s secret complaint`,
      given_on: "2026-02-20",
      owner_id: company.user[rep],
      unit_id: company.unit[UNIT[rep]],
    });
});

type Person = keyof Company["user"];
const as = async <T>(person: Person, work: (tx: Tx) => Promise<T>) =>
  write(await scopeFor(company.user[person]), work);
const REFUSED = /row-level security/;

const insert = (person: Person, names: Record<string, unknown> = {}) =>
  as(person, (tx) =>
    tx.feedback.create({
      data: {
        kind: "nps",
        channel: "phone",
        score: 9,
        givenOn: toUtcMidnight("2026-03-01"),
        ownerId: company.user.Rae,
        unitId: company.unit.E1,
        createdById: company.user[person],
        ...names,
      },
      select: { id: true },
    }),
  );

describe("feedback read without a filter", () => {
  it.each([
    ["Ada", REPS],
    ["Mia", ["Rae", "Rob", "Ray"]],
    ["Max", ["Wes"]],
    ["Rae", ["Rae"]],
    ["Wes", ["Wes"]],
  ] as const)("%s sees that of %j", async (person, reps) => {
    const seen = await read(await scopeFor(company.user[person]), (tx) =>
      tx.feedback.findMany({ select: { id: true } }),
    );
    expect(seen.map(({ id }) => id).sort()).toEqual(reps.map((rep) => feedback[rep]).sort());
  });

  it("is seen by the owner of its deal or customer, who may not change it", async () => {
    for (const names of [
      { deal_id: records.of.Wes.deal },
      { customer_id: records.of.Wes.customer },
    ]) {
      const id = await insertRow("feedback", {
        kind: "praise",
        channel: "email",
        given_on: "2026-02-21",
        owner_id: company.user.Rae,
        unit_id: company.unit.E1,
        ...names,
      });
      expect(await as("Wes", (tx) => tx.feedback.count({ where: { id } }))).toBe(1);
      const changed = await as("Wes", (tx) =>
        tx.feedback.updateMany({ where: { id }, data: { text: "mine now" } }),
      );
      expect(changed.count).toBe(0);
      expect(await as("Ray", (tx) => tx.feedback.count({ where: { id } }))).toBe(0);
    }
  });
});

describe("what feedback may name", () => {
  it("an own deal, customer and unit; twin of the refusals", async () => {
    const made = await insert("Rae", {
      dealId: records.of.Rae.deal,
      customerId: records.of.Rae.customer,
    });
    expect(made.id).toBeTruthy();
    await insert("Mia", { ownerId: company.user.Ray, unitId: company.unit.E2 });
  });

  it.each([
    ["a stranger's deal", () => ({ dealId: records.of.Wes.deal })],
    ["a stranger's customer", () => ({ customerId: records.of.Wes.customer })],
    ["a stranger's unit", () => ({ unitId: company.unit.W1 })],
    ["a colleague as owner", () => ({ ownerId: company.user.Rob })],
    ["somebody else as writer", () => ({ createdById: company.user.Rob })],
    ["a form it did not come through", () => ({ formKey: "00000000-0000-4000-8000-000000000001" })],
  ])("not %s, neither new nor by a change", async (_, names) => {
    await expect(insert("Rae", names())).rejects.toThrow(REFUSED);
    const changing = as("Rae", (tx) =>
      tx.feedback.updateMany({ where: { id: feedback.Rae }, data: names() }),
    );
    await expect(changing).rejects.toThrow(/row-level security|permission denied/);
  });

  it("a manager gives it to nobody outside the own units", async () => {
    await expect(insert("Mia", { ownerId: company.user.Wes })).rejects.toThrow(REFUSED);
  });

  it("a score fits its survey", async () => {
    await expect(insert("Rae", { kind: "csat", score: 6 })).rejects.toThrow(/feedback_score/);
    await expect(insert("Rae", { kind: "nps", score: null })).rejects.toThrow(/feedback_score/);
    await expect(insert("Rae", { kind: "praise", score: 3 })).rejects.toThrow(/feedback_score/);
    await insert("Rae", { kind: "ces", score: 7 });
  });
});

describe("themes of feedback", () => {
  it("are set by who may write it, and seen by who sees it", async () => {
    const theme = await insertRow("feedback_theme", { name: "Price" });
    const tag = (person: Person) =>
      as(person, (tx) =>
        tx.feedbackTag.create({
          data: { feedbackId: feedback.Rae, themeId: theme },
          select: { id: true },
        }),
      );
    await expect(tag("Wes")).rejects.toThrow(REFUSED);
    await expect(tag("Rob")).rejects.toThrow(REFUSED);
    await tag("Rae");
    const count = (person: Person) => as(person, (tx) => tx.feedbackTag.count());
    expect([await count("Rae"), await count("Mia"), await count("Wes")]).toEqual([1, 1, 0]);
    await expect(
      as("Rae", (tx) => tx.feedbackTheme.create({ data: { name: "Mine" } })),
    ).rejects.toThrow(REFUSED);
    await as("Ada", (tx) => tx.feedbackTheme.create({ data: { name: "Service" } }));
  });
});

describe("links to the form", () => {
  const link = (person: Person, names: Record<string, unknown> = {}) =>
    as(person, (tx) =>
      tx.feedbackLink.create({
        data: {
          tokenHash: crypto.randomUUID(),
          kind: "nps",
          once: true,
          expiresAt: new Date("2030-01-01"),
          ownerId: company.user.Rae,
          unitId: company.unit.E1,
          createdById: company.user[person],
          ...names,
        },
        select: { id: true },
      }),
    );

  it("name only what their maker may name; twin", async () => {
    await expect(link("Rae", { dealId: records.of.Wes.deal })).rejects.toThrow(REFUSED);
    await expect(link("Rob")).rejects.toThrow(REFUSED);
    await link("Rae", { dealId: records.of.Rae.deal });
  });

  it("are ended by who gets their answers, and changed in no other way", async () => {
    const { id } = await link("Rae");
    const end = (person: Person) =>
      as(person, (tx) =>
        tx.feedbackLink.updateMany({ where: { id }, data: { revokedAt: new Date() } }),
      );
    expect((await end("Wes")).count).toBe(0);
    expect((await end("Rae")).count).toBe(1);
    const longer = as("Rae", (tx) =>
      tx.feedbackLink.updateMany({ where: { id }, data: { expiresAt: new Date("2100-01-01") } }),
    );
    await expect(longer).rejects.toThrow(/permission denied/);
  });
});
