import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import {
  createAccessLink,
  disableUser,
  editUser,
  enableUser,
  inviteUser,
  moveUser,
  signOutUser,
  startManaging,
  stopManaging,
} from "@/lib/people/actions/users";
import { openLink } from "@/lib/people/queries/access-links";
import { userPage, usersPage } from "@/lib/people/queries/users";
import { userListParams } from "@/lib/people/schema";
import { scopeOf } from "@/lib/platform/scope";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { asPerson } from "@/tests/setup/next-request";

vi.mock("next/headers", () => import("@/tests/setup/next-request"));
vi.mock("next/cache", () => import("@/tests/setup/next-request"));

let company: Company;
beforeAll(async () => {
  company = await createCompany();
});
beforeEach(() => asPerson(company.user.Ada));

const TODAY = new Date().toISOString().slice(0, 10);
const code = (result: { serverError?: { code: string } } | undefined) => result?.serverError?.code;
const versionOf = async (id: string) =>
  (await query<{ version: number }>('SELECT version FROM "user" WHERE id = $1', [id]))[0]
    ?.version ?? 0;
const membership = (id: string) =>
  query<{ unit: string; from: string; to: string }>(
    `SELECT u.name AS unit, valid_from::text AS from, valid_to::text AS to FROM assignment a
     JOIN unit u ON u.id = a.unit_id WHERE user_id = $1 AND kind = 'member' ORDER BY valid_from`,
    [id],
  );
const edit = async (id: string, changes: object) => {
  const [row] = await query<{
    name: string;
    email: string | null;
    role: "admin" | "manager" | "rep";
  }>('SELECT name, email, role FROM "user" WHERE id = $1', [id]);
  const record = {
    nameEn: null,
    ...row,
    name: row?.name ?? "",
    role: row?.role ?? "rep",
    email: row?.email ?? null,
  };
  return editUser({ id, version: await versionOf(id), ...record, ...changes });
};

describe("inviting", () => {
  it("adds a person in a unit and gives a link once", async () => {
    const result = await inviteUser({
      name: "Ned",
      nameEn: "",
      email: " Ned@X.com ",
      role: "manager",
      unitId: company.unit.E1,
      managedUnitId: company.unit.E1,
      from: TODAY,
    });
    expect(result?.data?.link).toMatch(/^\/invitation\/[\w-]{43}$/);
    const page = await userPage(await scopeFor(company.user.Ada), result?.data?.id ?? "");
    expect(page.user).toMatchObject({ email: "ned@x.com", status: "invited", nameEn: null });
    expect(page.unit?.unitName).toBe("E1");
    expect(page.managed.map((m) => m.unitName)).toEqual(["E1"]);
  });

  it("without an address adds a person to be invited later", async () => {
    const input = {
      nameEn: "",
      email: "",
      role: "rep",
      unitId: "",
      managedUnitId: "",
      from: TODAY,
    } as const;
    const result = await inviteUser({ name: "Nia", ...input });
    expect(result?.data?.link).toBeNull();
    const id = result?.data?.id ?? "";
    expect(code(await createAccessLink({ id }))).toBe("emailNeeded");
    await edit(id, { email: "nia@x.com" });
    expect((await createAccessLink({ id }))?.data?.kind).toBe("invitation");
  });

  it("refuses an address somebody has, and a unit for a rep to run", async () => {
    const base = { name: "N", nameEn: "", unitId: "", from: TODAY };
    const taken = { ...base, email: "NED@x.com", role: "rep", managedUnitId: "" } as const;
    expect(code(await inviteUser(taken))).toBe("emailTaken");
    const rep = { ...base, email: "", role: "rep", managedUnitId: company.unit.E2 } as const;
    expect(code(await inviteUser(rep))).toBe("managerRole");
  });
});

describe("editing", () => {
  it("refuses a stale save and shows what is there now", async () => {
    const id = company.user.Ray;
    const version = await versionOf(id);
    const input = { id, version, nameEn: "", email: "", role: "rep" } as const;
    expect(code(await editUser({ ...input, name: "Ray One" }))).toBeUndefined();
    const stale = await editUser({ ...input, name: "Ray Two" });
    expect(stale?.serverError).toMatchObject({
      code: "conflict",
      current: { name: "Ray One", version: version + 1 },
    });
    expect(
      code(await editUser({ ...input, name: "Ray Two", version: version + 1 })),
    ).toBeUndefined();
  });

  it("keeps one admin, and nobody locks themselves out", async () => {
    const { Ada } = company.user;
    expect(code(await edit(Ada, { role: "rep" }))).toBe("lastAdmin");
    expect(code(await disableUser({ id: Ada }))).toBe("disableSelf");
    await query(`UPDATE "user" SET role = 'admin' WHERE id = $1`, [company.user.Max]);
    expect(code(await edit(Ada, { role: "rep" }))).toBe("roleOfSelf");
    expect(code(await edit(company.user.Max, { role: "manager" }))).toBeUndefined();
  });

  it("of two admins who demote each other at once, one stays", async () => {
    const { Ada, Max } = company.user;
    await query(`UPDATE "user" SET role = 'admin' WHERE id = $1`, [Max]);
    const [adaVersion, maxVersion] = [await versionOf(Ada), await versionOf(Max)];
    const base = { nameEn: "", email: "", role: "rep" } as const;
    await asPerson(Ada);
    const first = editUser({ id: Max, version: maxVersion, name: "Max", ...base });
    await asPerson(Max);
    const second = editUser({ id: Ada, version: adaVersion, name: "Ada", ...base });
    await Promise.all([first, second]);
    const admins = await query(`SELECT 1 FROM "user" WHERE role = 'admin' AND status = 'active'`);
    expect(admins).toHaveLength(1);
    await query(`UPDATE "user" SET role = CASE name WHEN 'Ada' THEN 'admin'::role ELSE 'manager' END
      WHERE name IN ('Ada', 'Max')`);
  });

  it("a link that went to a wrong address dies with it; twin: one for the same address lives", async () => {
    const invited = await inviteUser({
      name: "Zoe",
      nameEn: "",
      email: "zeo@example.com",
      role: "rep",
      unitId: "",
      managedUnitId: "",
      from: TODAY,
    });
    const id = invited?.data?.id ?? "";
    const lives = async (link: string | null | undefined) =>
      (await openLink("invitation", link?.split("/").at(-1) ?? "")) !== null;
    expect(code(await edit(id, { name: "Zoë" }))).toBeUndefined();
    expect(await lives(invited?.data?.link)).toBe(true);
    expect(code(await edit(id, { email: "zoe@example.com" }))).toBeUndefined();
    expect(await lives(invited?.data?.link)).toBe(false);
    expect(await lives((await createAccessLink({ id }))?.data?.link)).toBe(true);
  });

  it("a manager who becomes a rep no longer runs units, from today", async () => {
    const { Max } = company.user;
    await query(`DELETE FROM assignment WHERE kind = 'manager' AND user_id = $1`, [Max]);
    await startManaging({ id: Max, unitId: company.unit.West, from: "2025-01-01" });
    expect(code(await edit(Max, { role: "rep" }))).toBeUndefined();
    const rows = await query<{ to: string }>(
      "SELECT valid_to::text AS to FROM assignment WHERE kind = 'manager' AND user_id = $1",
      [Max],
    );
    expect(rows).toEqual([{ to: TODAY }]);
    expect(code(await startManaging({ id: Max, unitId: company.unit.West, from: TODAY }))).toBe(
      "managerRole",
    );
    await edit(Max, { role: "manager" });
  });
});

describe("disabling", () => {
  it("ends access at once, kills links, and can be undone", async () => {
    const id = company.user.Rob;
    await edit(id, { email: "rob@x.com" });
    await createAccessLink({ id });
    expect(code(await disableUser({ id }))).toBeUndefined();
    expect(await scopeOf(id)).toBeNull();
    expect(await query("SELECT 1 FROM access_link WHERE user_id = $1", [id])).toEqual([]);
    expect(code(await createAccessLink({ id }))).toBe("userDisabled");
    await enableUser({ id });
    expect(await query('SELECT status FROM "user" WHERE id = $1', [id])).toEqual([
      { status: "invited" },
    ]);
    await query(`UPDATE "user" SET status = 'active' WHERE id = $1`, [id]);
  });

  it("sign out everywhere raises the epoch", async () => {
    const before = await scopeFor(company.user.Rob);
    await signOutUser({ id: company.user.Rob });
    expect((await scopeFor(company.user.Rob)).sessionEpoch).toBe(before.sessionEpoch + 1);
  });
});

describe("moving", () => {
  it("from a day on keeps what was before", async () => {
    const id = company.user.Rae;
    await moveUser({ id, unitId: company.unit.W1, from: "2026-02-01" });
    expect(await membership(id)).toEqual([
      { unit: "E1", from: "1900-01-01", to: "2026-02-01" },
      { unit: "W1", from: "2026-02-01", to: "9999-12-31" },
    ]);
    await moveUser({ id, unitId: company.unit.E2, from: "2026-03-01" });
    await moveUser({ id, unitId: null, from: "2026-02-15" });
    expect((await membership(id)).map((m) => [m.unit, m.to])).toEqual([
      ["E1", "2026-02-01"],
      ["W1", "2026-02-15"],
    ]);
  });

  it("a new manager takes over and the old one keeps the past", async () => {
    const { Mia, Max } = company.user;
    await startManaging({ id: Max, unitId: company.unit.East, from: TODAY });
    const rows = await query<{ name: string; to: string }>(
      `SELECT p.name, valid_to::text AS to FROM assignment a JOIN "user" p ON p.id = a.user_id
       WHERE unit_id = $1 AND kind = 'manager' ORDER BY valid_from`,
      [company.unit.East],
    );
    expect(rows).toEqual([
      { name: "Mia", to: TODAY },
      { name: "Max", to: "9999-12-31" },
    ]);
    expect((await scopeFor(Mia)).unitIds).toEqual([]);
    expect((await scopeFor(Max)).unitIds).toContain(company.unit.E1);
    expect(code(await stopManaging({ id: Mia, unitId: company.unit.East, from: TODAY }))).toBe(
      "notFound",
    );
    await stopManaging({ id: Max, unitId: company.unit.East, from: TODAY });
    expect((await scopeFor(Max)).unitIds).not.toContain(company.unit.E1);
  });
});

describe("the list", () => {
  const list = async (params: object) =>
    (
      await usersPage(await scopeFor(company.user.Ada), userListParams.parse(params), "en")
    ).rows.map((r) => r.name);

  it("searches, filters, sorts and pages in the database", async () => {
    expect(await list({ q: "MIA" })).toEqual(["Mia"]);
    expect(await list({ q: "rob@" })).toEqual(["Rob"]);
    expect(await list({ q: "%" })).toEqual([]);
    expect(await list({ role: "admin" })).toEqual(["Ada"]);
    expect(await list({ status: "resetRequested" })).toEqual([]);
    expect(await list({ unit: company.unit.W1 })).toEqual(["Wes"]);
    const names = await list({ sort: "-name" });
    expect(names).toEqual([...names].sort().reverse());
    expect(await list({ page: "2", size: "25" })).toEqual([]);
    expect(await list({ sort: "drop table" })).toHaveLength(names.length);
  });
});
