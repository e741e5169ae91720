import { beforeAll, describe, expect, it } from "vitest";
import { decide, dismiss, insertFinding, merge, removeFinding } from "@/lib/findings/data/decide";
import { linkFeedback } from "@/lib/findings/data/evidence";
import { saveFindings } from "@/lib/findings/data/save-findings";
import { findingDetail, findingList } from "@/lib/findings/queries/findings";
import { read, type Tx, write } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { undo } from "@/lib/undo/data";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";

let company: Company;
type Person = keyof Company["user"];
/** About Rae in E1, and about unit W1. */
let aboutRae: string;
let aboutWest: string;

const as = async <T>(person: Person, work: (tx: Tx, scope: Scope) => Promise<T>) => {
  const scope = await scopeFor(company.user[person]);
  return write(scope, (tx) => work(tx, scope));
};
const version = async (id: string) =>
  (await query<{ version: number }>("SELECT version FROM finding WHERE id = $1", [id]))[0]
    ?.version ?? 0;
const which = async (id: string) => ({ id, version: await version(id) });
const OWN = { title: "Road works", note: null, unitId: null, productId: null, size: 100 };

beforeAll(async () => {
  company = await createCompany();
  const { unit, user } = company;
  const add = (kind: string, unitId: string, userId: string | null) =>
    query<{ id: string }>(
      `INSERT INTO finding (kind, fingerprint, unit_id, user_id, title, found_on, severity)
       VALUES ($1::finding_kind, $2, $2::text::uuid, $3, $4, '2026-03-01', 10) RETURNING id`,
      [kind, unitId, userId, `${kind} ${unitId}`],
    );
  aboutRae = (await add("win_rate_low", unit.E1, user.Rae))[0]?.id ?? "";
  aboutWest = (await add("unit_low", unit.W1, null))[0]?.id ?? "";
});

describe("a finding", () => {
  it("is seen by those who lead its unit and by whom it is about; nobody else, not by its address", async () => {
    const sees = async (person: Person, id: string) =>
      (await as(person, (tx) => tx.finding.count({ where: { id } }))) === 1;
    for (const person of ["Ada", "Mia", "Rae"] as const)
      expect(await sees(person, aboutRae)).toBe(true);
    for (const person of ["Max", "Rob", "Ray", "Wes"] as const)
      expect(await sees(person, aboutRae)).toBe(false);
    await expect(findingDetail(await scopeFor(company.user.Max), aboutRae)).rejects.toThrow(
      "notFound",
    );
    expect((await findingDetail(await scopeFor(company.user.Mia), aboutRae)).decidable).toBe(true);
    expect((await findingDetail(await scopeFor(company.user.Rae), aboutRae)).decidable).toBe(false);
    const list = await findingList(await scopeFor(company.user.Max), {});
    expect(list.rows.map(({ id }) => id)).toEqual([aboutWest]);
  });

  it("is decided by who leads the unit: not by whom it is about, not by another manager", async () => {
    const confirm = async (person: Person) => {
      const seen = await which(aboutRae);
      return as(person, (tx, scope) => decide(tx, scope, { ...seen, status: "confirmed" }));
    };
    await expect(confirm("Rae")).rejects.toThrow("forbidden");
    await expect(confirm("Max")).rejects.toThrow("notFound");
    await confirm("Mia");
    const direct = as("Rae", (tx) =>
      tx.finding.updateMany({
        where: { id: aboutRae },
        data: { status: "dismissed", reason: "no" },
      }),
    );
    expect((await direct).count).toBe(0);
  });

  it("is dismissed with a reason, at the severity of the day, and by a stale version not at all", async () => {
    const seen = await which(aboutRae);
    await as("Mia", (tx, scope) => dismiss(tx, scope, { ...seen, reason: "on leave" }));
    const [row] = await query(
      "SELECT status, reason, dismissed_severity, decided_by_id FROM finding WHERE id = $1",
      [aboutRae],
    );
    expect(row).toEqual({
      ...{ status: "dismissed", reason: "on leave", dismissed_severity: 10 },
      decided_by_id: company.user.Mia,
    });
    await expect(
      as("Mia", (tx, scope) => decide(tx, scope, { ...seen, status: "confirmed" })),
    ).rejects.toThrow("conflict");
  });

  it("is merged into one the decider leads, never into itself or one that is hidden", async () => {
    const into = async (intoId: string) => {
      const seen = await which(aboutRae);
      return as("Mia", (tx, scope) => merge(tx, scope, { ...seen, intoId }));
    };
    await expect(into(aboutWest)).rejects.toThrow("notFound");
    await expect(into(aboutRae)).rejects.toThrow("mergeImpossible");
    const other = await as("Mia", (tx, scope) =>
      insertFinding(tx, scope, { ...OWN, unitId: company.unit.E1 }),
    );
    await into(other);
    const direct = as("Mia", (tx) =>
      tx.finding.updateMany({ where: { id: aboutRae }, data: { mergedIntoId: aboutWest } }),
    );
    await expect(direct).rejects.toThrow(/row-level security/);
  });
});

describe("a finding somebody writes", () => {
  it("is about oneself for a rep, and goes and comes back", async () => {
    const id = await as("Rob", (tx, scope) =>
      insertFinding(tx, scope, { ...OWN, unitId: company.unit.W1 }),
    );
    const [row] = await query("SELECT unit_id, user_id, status FROM finding WHERE id = $1", [id]);
    expect(row).toEqual({
      unit_id: company.unit.E1,
      user_id: company.user.Rob,
      status: "proposed",
    });
    await expect(as("Rae", (tx, scope) => removeFinding(tx, scope, id))).rejects.toThrow(
      "notFound",
    );
    const removal = await as("Rob", (tx, scope) => removeFinding(tx, scope, id));
    await as("Rob", (tx) => undo(tx, removal));
    expect(await as("Rob", (tx) => tx.finding.count({ where: { id } }))).toBe(1);
  });

  it("is not confirmed by its author, nor written for a colleague or into another's unit", async () => {
    const { unit, user } = company;
    const row = (names: object) => ({
      ...{ kind: "own", title: "x", foundOn: new Date(), unitId: unit.E1, userId: user.Rob },
      ...{ createdById: user.Rob, ...names },
    });
    const create = (names: object) =>
      as("Rob", (tx) => tx.finding.create({ data: row(names) as never }));
    await create({});
    for (const names of [
      { userId: user.Rae },
      { status: "confirmed" },
      { unitId: unit.W1 },
      { createdById: user.Rae },
    ])
      await expect(create(names)).rejects.toThrow(/row-level security/);
  });
});

describe("a look", () => {
  const look = () => ({
    ...{ root: company.unit.East, asOf: "2026-03-02" as const, tests: 1, milliseconds: 1 },
    found: [],
  });
  it("is kept by who leads the unit, in their own name; its history is theirs", async () => {
    await as("Mia", (tx, scope) => saveFindings(tx, { ...look(), requestedById: scope.userId }));
    await expect(
      as("Max", (tx, scope) => saveFindings(tx, { ...look(), requestedById: scope.userId })),
    ).rejects.toThrow(/row-level security/);
    await expect(
      as("Rae", (tx, scope) => saveFindings(tx, { ...look(), requestedById: scope.userId })),
    ).rejects.toThrow(/row-level security/);
    const runs = async (person: Person) =>
      read(await scopeFor(company.user[person]), (tx) => tx.findingRun.count());
    expect([await runs("Mia"), await runs("Ada"), await runs("Max"), await runs("Rae")]).toEqual([
      1, 1, 0, 0,
    ]);
  });
});

describe("feedback as evidence", () => {
  it("is linked by who sees both, once, and seen by nobody who does not see both", async () => {
    const { unit, user } = company;
    const [feedback] = await query<{ id: string }>(
      `INSERT INTO feedback (kind, channel, text, given_on, owner_id, unit_id)
       VALUES ('complaint', 'visit', 'bad', '2026-03-01', $1, $2) RETURNING id`,
      [user.Rae, unit.E1],
    );
    const link = { findingId: aboutRae, feedbackId: feedback?.id ?? "" };
    const linked = async (person: Person) => as(person, (tx) => tx.findingEvidence.count());
    for (const person of ["Max", "Rob", "Ray"] as const)
      await expect(as(person, (tx, scope) => linkFeedback(tx, scope, link))).rejects.toThrow(
        "notFound",
      );
    await as("Rae", (tx, scope) => linkFeedback(tx, scope, link));
    await as("Mia", (tx, scope) => linkFeedback(tx, scope, link));
    expect([
      await linked("Rae"),
      await linked("Mia"),
      await linked("Max"),
      await linked("Rob"),
    ]).toEqual([1, 1, 0, 0]);
    const forged = as("Rob", (tx) =>
      tx.findingEvidence.create({ data: { ...link, createdById: user.Rob } }),
    );
    await expect(forged).rejects.toThrow(/row-level security/);
  });
});

it("peers outside what one leads have neither a name nor an amount", async () => {
  const { unit } = company;
  const peers = [unit.E1, unit.W1].map((unitId) => ({ unitId, share: 1 }));
  const evidence = JSON.stringify({ kind: "unit_low", peers });
  const [row] = await query<{ id: string }>(
    `INSERT INTO finding (kind, fingerprint, unit_id, title, found_on, evidence)
     VALUES ('unit_low', 'peers', $1, 'E2 is low', '2026-03-01', $2::jsonb) RETURNING id`,
    [unit.E2, evidence],
  );
  const names = async (person: Person) => {
    const detail = await findingDetail(await scopeFor(company.user[person]), row?.id ?? "");
    return [...detail.names.values()].map(({ name }) => name).sort();
  };
  expect(await names("Mia")).toEqual(["E1"]);
  expect(await names("Ada")).toEqual(["E1", "W1"]);
});
