import { beforeAll, expect, it } from "vitest";
import { notificationPage } from "@/lib/discussion/queries/notifications";
import { dismiss, insertFinding } from "@/lib/findings/data/decide";
import { isLookDue } from "@/lib/findings/data/runs";
import { saveFindings } from "@/lib/findings/data/save-findings";
import type { Ruled } from "@/lib/findings/domain/ruled";
import { findingList } from "@/lib/findings/queries/findings";
import { read, system, write } from "@/lib/platform/db/access";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { createRecords } from "@/tests/setup/records";

let company: Company;
type Person = keyof Company["user"];

beforeAll(async () => {
  company = await createCompany();
  await createRecords(company);
});

const behind = (unitId: string, size: number): Ruled => ({
  ...{ kind: "target_at_risk", about: { unitId }, n: 40, size, severity: size },
  evidence: {
    ...{ kind: "target_at_risk", target: 100, actual: 1, expected: 50, landing: 100 - size },
    period: { from: "2026-01-01", to: "2026-04-01" },
  },
});

const look = (found: Ruled[], requestedById: string | null = null) => ({
  ...{ root: company.unit.East, asOf: "2026-03-02" as const, tests: 1, milliseconds: 1 },
  ...{ found, requestedById },
});
const lookAs = async (person: Person, found: Ruled[]) =>
  write(await scopeFor(company.user[person]), (tx) =>
    saveFindings(tx, look(found, company.user[person])),
  );
const lookAfterLoading = (found: Ruled[]) => system("test", (tx) => saveFindings(tx, look(found)));

const told = async (person: Person) =>
  (await notificationPage(await scopeFor(company.user[person]), {})).rows.map((row) => ({
    ...{ kind: row.kind, title: row.title?.nameEn, read: row.read },
  }));
const titleOf = (unit: string) => expect.stringContaining(unit);

it("a new finding is told to who leads its unit or one above, once however often it is found", async () => {
  for (const size of [10, 12]) await lookAfterLoading([behind(company.unit.E1, size)]);
  expect(await told("Mia")).toEqual([{ kind: "found", title: titleOf("E1"), read: false }]);
  for (const person of ["Max", "Ada", "Rae"] as const) expect(await told(person)).toEqual([]);
});

it("dismissed it is quiet until it is worse by half, and is then told anew in place of the first", async () => {
  const scope = await scopeFor(company.user.Mia);
  const [row] = (await findingList(scope, { basis: "all" })).rows;
  if (!row) throw new Error("no finding");
  await write(scope, (tx) =>
    dismiss(tx, scope, { id: row.id, version: row.version, reason: "no" }),
  );
  await query("UPDATE notification SET read_at = now()");
  await lookAfterLoading([behind(company.unit.E1, 18)]);
  const status = async () => (await findingList(scope, { basis: "all" })).rows[0]?.status;
  expect([await status(), (await told("Mia"))[0]?.read]).toEqual(["dismissed", true]);
  await lookAfterLoading([behind(company.unit.E1, 18.1)]);
  expect(await status()).toBe("proposed");
  expect(await told("Mia")).toEqual([{ kind: "found", title: titleOf("E1"), read: false }]);
});

it("who had it looked for is not told, and of many only the ten largest are", async () => {
  await query("DELETE FROM notification");
  await lookAs("Mia", [behind(company.unit.E2, 5)]);
  expect(await told("Mia")).toEqual([]);
  await query("DELETE FROM finding");
  const units = await query<{ id: string }>(
    "INSERT INTO unit (name, type) SELECT 'T' || n, 'team' FROM generate_series(1, 12) n RETURNING id",
  );
  for (const { id } of units)
    await query("INSERT INTO unit_edge (unit_id, parent_id) VALUES ($1, $2)", [
      id,
      company.unit.East,
    ]);
  await lookAfterLoading(units.map(({ id }, index) => behind(id, index + 1)));
  const [largest, ...others] = await told("Mia");
  expect(largest?.title).toEqual(titleOf("T12"));
  expect(others).toHaveLength(9);
});

it("what a rep writes is told to who decides on it", async () => {
  await query("DELETE FROM notification");
  const scope = await scopeFor(company.user.Rae);
  const own = { title: "Road works", note: null, unitId: null, productId: null, size: null };
  await write(scope, (tx) => insertFinding(tx, scope, own));
  expect((await told("Mia")).map(({ kind }) => kind)).toEqual(["found"]);
  expect(await told("Rae")).toEqual([]);
});

it("a look is due while there are sales no look over all one leads has known", async () => {
  const due = async (person: Person) => {
    const scope = await scopeFor(company.user[person]);
    return read(scope, (tx) => isLookDue(tx, scope));
  };
  expect([await due("Mia"), await due("Max"), await due("Rae")]).toEqual([false, true, false]);
  await query("UPDATE sale SET sold_on = '2026-03-03' WHERE owner_id = $1", [company.user.Rae]);
  expect(await due("Mia")).toBe(true);
  await lookAs("Mia", []);
  expect(await due("Mia")).toBe(true);
  await query("UPDATE finding_run SET as_of = '2026-03-03'");
  expect(await due("Mia")).toBe(false);
});
