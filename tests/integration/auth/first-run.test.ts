import { beforeEach, describe, expect, it, vi } from "vitest";
import { signInWithPassword } from "@/lib/platform/auth/credentials";
import { scopeOf } from "@/lib/platform/scope";
import { setUp } from "@/lib/setup/actions";
import { needsSetup } from "@/lib/setup/queries";
import { query } from "@/tests/setup/database";
import { asNobody } from "@/tests/setup/next-request";

vi.mock("next/headers", () => import("@/tests/setup/next-request"));
vi.mock("next-intl/server", () => import("@/tests/setup/next-request"));

const FIRST = {
  organisation: "Acme",
  name: "Ada",
  email: "Ada@x.com",
  password: "blue kettle sings",
};

beforeEach(async () => {
  asNobody();
  await query(
    'TRUNCATE credential, assignment, "user", unit, organisation, pipeline_stage, loss_reason CASCADE',
  );
});

describe("the first run", () => {
  it("creates the organisation, its top unit and an admin who can sign in, then closes", async () => {
    expect(await needsSetup()).toBe(true);
    expect((await setUp(FIRST))?.serverError).toBeUndefined();
    expect(await needsSetup()).toBe(false);
    const claims = await signInWithPassword({ ...FIRST, address: "::1" });
    const scope = await scopeOf(claims.userId);
    expect(scope).toMatchObject({ role: "admin", name: "Ada" });
    expect(await query("SELECT name, type FROM unit")).toEqual([{ name: "Acme", type: "company" }]);
    expect(scope?.memberUnitId).not.toBeNull();
    const again = await setUp({ ...FIRST, email: "eve@x.com" });
    expect(again?.serverError?.code).toBe("setupDone");
  });

  it("of five people who send it at once makes one admin", async () => {
    const results = await Promise.all(
      [1, 2, 3, 4, 5].map((n) => setUp({ ...FIRST, email: `admin${n}@x.com` })),
    );
    expect(results.filter((result) => !result?.serverError)).toHaveLength(1);
    expect(await query(`SELECT 1 FROM "user"`)).toHaveLength(1);
    expect(await query("SELECT 1 FROM organisation")).toHaveLength(1);
    expect(await query("SELECT 1 FROM unit")).toHaveLength(1);
  });

  it("stays open while imported people cannot sign in, and keeps what is there", async () => {
    await query("INSERT INTO organisation (id, name, base_currency) VALUES (1, 'Old', 'USD')");
    await query(`INSERT INTO "user" (name, role, email) VALUES ('Ada', 'manager', 'ada@x.com')`);
    await query("INSERT INTO loss_reason (name) VALUES ('价格')");
    expect(await needsSetup()).toBe(true);
    await setUp(FIRST);
    expect(await query("SELECT name FROM organisation")).toEqual([{ name: "Old" }]);
    expect(await query(`SELECT role, status FROM "user"`)).toEqual([
      { role: "admin", status: "active" },
    ]);
  });

  it("asks for a good password", async () => {
    const result = await setUp({ ...FIRST, password: "password1234" });
    expect(result?.validationErrors?.fieldErrors).toEqual({ password: ["passwordCommon"] });
    expect(await needsSetup()).toBe(true);
  });
});
