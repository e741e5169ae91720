import { encode } from "next-auth/jwt";
import { beforeAll, describe, expect, it, vi } from "vitest";
import {
  actionScope,
  currentScope,
  optionalScope,
  scopeOfCookie,
} from "@/lib/platform/auth/session";
import { type Company, createCompany } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { asNobody, asPerson, bringCookie } from "@/tests/setup/next-request";

vi.mock("next/headers", () => import("@/tests/setup/next-request"));

const secret = String(process.env.NEXTAUTH_SECRET);
const cookie = (token: Record<string, unknown>, maxAge = 60) => encode({ token, secret, maxAge });

let company: Company;
beforeAll(async () => {
  company = await createCompany();
});

describe("a session", () => {
  it("is the person behind the cookie, with what they may see", async () => {
    await asPerson(company.user.Mia);
    const scope = await currentScope();
    expect(scope).toMatchObject({ userId: company.user.Mia, role: "manager" });
    expect([...scope.unitIds].sort()).toEqual(
      [company.unit.East, company.unit.E1, company.unit.E2].sort(),
    );
  });

  it("without one a page leads to sign-in and back, an action refuses", async () => {
    asNobody({ "x-closeloop-path": "/deals?sort=-amount" });
    const digest = await currentScope().catch((error: { digest: string }) => error.digest);
    expect(digest).toContain("/sign-in?next=%2Fdeals%3Fsort%3D-amount");
    await expect(actionScope()).rejects.toMatchObject({ code: "signedOut" });
    expect(await optionalScope()).toBeNull();
  });

  it.each([
    ["empty", ""],
    ["garbage", "abc"],
    ["a cookie without claims", () => cookie({})],
    ["claims that are no ids", () => cookie({ userId: "' or 1=1", sessionEpoch: 0 })],
    ["an epoch as text", () => cookie({ userId: company.user.Ada, sessionEpoch: "0" })],
    ["expired", () => cookie({ userId: company.user.Ada, sessionEpoch: 0 }, -60)],
    [
      "signed with another secret",
      () =>
        encode({
          token: { userId: company.user.Ada, sessionEpoch: 0 },
          secret: "another secret of the same length, or so",
        }),
    ],
  ] as const)("is nobody's when it is %s", async (_, value) => {
    expect(await scopeOfCookie(typeof value === "string" ? value : await value())).toBeNull();
  });

  it("ends for a disabled person at the next request", async () => {
    await asPerson(company.user.Wes);
    expect(await optionalScope()).not.toBeNull();
    await query(`UPDATE "user" SET status = 'disabled' WHERE id = $1`, [company.user.Wes]);
    expect(await optionalScope()).toBeNull();
    await query(`UPDATE "user" SET status = 'active' WHERE id = $1`, [company.user.Wes]);
    expect(await optionalScope()).not.toBeNull();
  });

  it("has a changed role at the next request", async () => {
    await asPerson(company.user.Max);
    expect((await currentScope()).unitIds).toContain(company.unit.W1);
    await query(`UPDATE "user" SET role = 'rep' WHERE id = $1`, [company.user.Max]);
    const scope = await currentScope();
    expect(scope.role).toBe("rep");
    expect(scope.unitIds).toEqual([]);
    await query(`UPDATE "user" SET role = 'manager' WHERE id = $1`, [company.user.Max]);
  });

  it("of an older epoch is over", async () => {
    await bringCookie({ userId: company.user.Rae, sessionEpoch: 0 });
    expect(await optionalScope()).not.toBeNull();
    await query(`UPDATE "user" SET session_epoch = 1 WHERE id = $1`, [company.user.Rae]);
    expect(await optionalScope()).toBeNull();
    await bringCookie({ userId: company.user.Rae, sessionEpoch: 1 });
    expect(await optionalScope()).not.toBeNull();
  });
});
