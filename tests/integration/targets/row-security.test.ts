import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { read, write } from "@/lib/platform/db/access";
import { toUtcMidnight } from "@/lib/shared/business-date";
import { query } from "@/tests/setup/database";
import { allTargets, createTargetCompany, Q1 } from "./target-company";

// What the database itself refuses, whatever the code above it forgets.

let company: Awaited<ReturnType<typeof createTargetCompany>>;
type Person = keyof typeof company.user;
type Place = keyof typeof company.unit;

beforeAll(async () => {
  company = await createTargetCompany();
});
beforeEach(async () => {
  await query("DELETE FROM target");
});

function insert(as: Person, unit: Place, user: Person | null) {
  return write(company.scopes[as], (tx) =>
    tx.target.create({
      data: {
        kpi: "revenue",
        periodFrom: toUtcMidnight(Q1.from),
        periodTo: toUtcMidnight(Q1.to),
        unitId: company.unit[unit],
        userId: user && company.user[user],
        target: 100,
      },
      select: { unitId: true },
    }),
  );
}

async function stored(unit: Place, user: Person | null, status = "draft") {
  const [row] = await query<{ id: string }>(
    `INSERT INTO target (kpi, period_from, period_to, unit_id, user_id, target, status)
     VALUES ('revenue', $1, $2, $3, $4, 100, $5::target_status) RETURNING id`,
    [Q1.from, Q1.to, company.unit[unit], user && company.user[user], status],
  );
  return row?.id ?? "";
}

const raise = (as: Person, id: string) =>
  write(company.scopes[as], (tx) =>
    tx.target.updateMany({ where: { id }, data: { target: 999, version: { increment: 1 } } }),
  );
const remove = (as: Person, id: string) =>
  write(company.scopes[as], (tx) => tx.target.deleteMany({ where: { id } }));
const seen = (as: Person) =>
  read(company.scopes[as], (tx) => tx.target.findMany({ select: { id: true } }));

type Case = [Person, Place, Person | null];
const FORBIDDEN: Case[] = [
  ["Rae", "E1", "Rae"],
  ["Rae", "E1", "Rob"],
  ["Rae", "E1", null],
  ["Mia", "E1", "Mia"],
  ["Mia", "East", null],
  ["Mia", "West", null],
  ["Mia", "W1", "Wes"],
  ["Mia", "Company", null],
  ["Ada", "W1", "Ada"],
];
/** In the own unit, for somebody who was never of it: only seen among theirs, so only adding is refused. */
const STRANGERS: Case[] = [
  ["Mia", "E1", "Wes"],
  ["Max", "W1", "Rae"],
];
const ALLOWED: Case[] = [
  ["Mia", "E1", "Rae"],
  ["Mia", "E1", null],
  ["Mia", "E2", "Ray"],
  ["Max", "W1", "Ada"],
  ["Ada", "E1", "Mia"],
  ["Ada", "East", null],
  ["Ada", "Company", null],
];

describe("adding a target", () => {
  it.each([...FORBIDDEN, ...STRANGERS])("%s may not for %s %s", async (as, unit, user) => {
    await expect(insert(as, unit, user)).rejects.toThrow(/row-level security/);
    expect(await allTargets()).toEqual([]);
  });
  it.each(ALLOWED)("%s may for %s %s", async (as, unit, user) => {
    await insert(as, unit, user);
    expect(await allTargets()).toHaveLength(1);
  });
});

describe("changing and deleting a target", () => {
  it.each(FORBIDDEN)("%s may not for %s %s", async (as, unit, user) => {
    const id = await stored(unit, user);
    expect((await raise(as, id)).count).toBe(0);
    expect((await remove(as, id)).count).toBe(0);
    expect(await allTargets()).toMatchObject([{ target: 100, version: 1 }]);
  });
  it.each(ALLOWED)("%s may for %s %s", async (as, unit, user) => {
    const id = await stored(unit, user);
    expect((await raise(as, id)).count).toBe(1);
    expect((await remove(as, id)).count).toBe(1);
  });
  it("a locked target is changed by an admin only", async () => {
    const locked = await stored("E1", "Rae", "locked");
    expect((await raise("Mia", locked)).count).toBe(0);
    expect((await raise("Ada", locked)).count).toBe(1);
  });

  it("nobody deletes a published target", async () => {
    const id = await stored("E1", "Rae", "published");
    expect((await remove("Mia", id)).count).toBe(0);
    expect((await remove("Ada", id)).count).toBe(0);
  });
  it("a target cannot be moved to where it may not be set", async () => {
    const id = await stored("E1", "Rae");
    const move = (data: { unitId?: string; userId?: string | null }) =>
      write(company.scopes.Mia, (tx) => tx.target.update({ where: { id }, data }));
    const { unit, user } = company;
    const places = [
      { unitId: unit.W1 },
      { userId: user.Mia },
      { userId: user.Wes },
      { unitId: unit.East, userId: null },
    ];
    for (const place of places) await expect(move(place)).rejects.toThrow(/permission denied/);
  });
});

describe("seeing targets, without any filter", () => {
  it("a rep sees the own published ones only", async () => {
    const own = await stored("E1", "Rae", "published");
    await stored("E1", "Rob", "published");
    await stored("E1", null, "published");
    await stored("W1", "Wes", "published");
    expect(await seen("Rae")).toEqual([{ id: own }]);
  });
  it("a rep's draft is not seen before it is published", async () => {
    const id = await stored("E1", "Rae");
    expect(await seen("Rae")).toEqual([]);
    expect(await seen("Mia")).toEqual([{ id }]);
  });
  it("a manager sees the own subtree, drafts included, an admin all", async () => {
    const below = [await stored("East", null), await stored("E1", "Rae")];
    await stored("West", null, "published");
    await stored("Company", null, "published");
    expect((await seen("Mia")).map(({ id }) => id).sort()).toEqual(below.sort());
    expect(await seen("Ada")).toHaveLength(4);
  });
  it("the history is as visible as its target, and cannot be written", async () => {
    await stored("E1", "Rob", "published");
    const history = (as: Person) => read(company.scopes[as], (tx) => tx.targetRevision.count());
    expect([await history("Rae"), await history("Rob"), await history("Mia")]).toEqual([0, 1, 1]);
    await expect(write(company.scopes.Ada, (tx) => tx.targetRevision.deleteMany())).rejects.toThrow(
      /permission denied/,
    );
    await expect(
      write(company.scopes.Ada, (tx) => tx.targetRevision.updateMany({ data: { reason: "" } })),
    ).rejects.toThrow(/permission denied/);
  });
});
