import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { acceptInvitation, requestReset, resetPassword } from "@/lib/people/actions/access";
import { issueLink } from "@/lib/people/data/access-links";
import { resetRequests } from "@/lib/people/data/credentials";
import { activate } from "@/lib/people/data/users";
import type { LinkKind } from "@/lib/people/domain/access-link";
import { openLink } from "@/lib/people/queries/access-links";
import { signInWithPassword } from "@/lib/platform/auth/credentials";
import { optionalScope } from "@/lib/platform/auth/session";
import { system } from "@/lib/platform/db/access";
import { type Company, createCompany } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { asNobody, asPerson } from "@/tests/setup/next-request";

vi.mock("next/headers", () => import("@/tests/setup/next-request"));

const PASSWORD = "blue kettle sings";
let company: Company;
let rae: string;
const issue = (kind: LinkKind, userId = rae) =>
  system("test", (tx) => issueLink(tx, { userId, kind, issuedById: company.user.Ada }));
const signIn = (password: string) =>
  signInWithPassword({ email: "rae@x.com", password, address: "10.0.0.1" });

beforeAll(async () => {
  company = await createCompany();
  rae = company.user.Rae;
});
beforeEach(async () => {
  asNobody();
  await query("DELETE FROM sign_in_failure");
  await query("DELETE FROM credential");
  await query(
    `UPDATE "user" SET email = 'rae@x.com', name = 'Rae', status = 'invited', session_epoch = 0 WHERE id = $1`,
    [rae],
  );
});

describe("an invitation", () => {
  it("lets the person choose name and password, once", async () => {
    const secret = await issue("invitation");
    expect(await openLink("invitation", secret)).toMatchObject({ email: "rae@x.com" });
    const result = await acceptInvitation({ secret, name: "Rae R.", password: PASSWORD });
    expect(result?.data).toEqual({ email: "rae@x.com" });
    expect(await signIn(PASSWORD)).toMatchObject({ userId: rae });
    const again = await acceptInvitation({ secret, name: "Eve", password: "another long one" });
    expect(again?.serverError?.code).toBe("linkInvalid");
    expect(await openLink("invitation", secret)).toBeNull();
  });

  it("of two people who use it at once lets one in", async () => {
    const secret = await issue("invitation");
    const passwords = ["first long password", "second long password"];
    const results = await Promise.all(
      passwords.map((password) => acceptInvitation({ secret, name: "Rae", password })),
    );
    expect(results.filter((result) => result?.data)).toHaveLength(1);
    expect(results.filter((r) => r?.serverError?.code === "linkInvalid")).toHaveLength(1);
  });

  it("is stored as a hash only, also in the audit log", async () => {
    const secret = await issue("invitation");
    const [row] = await query<{ hash: string }>(
      "SELECT token_hash AS hash FROM access_link WHERE used_at IS NULL AND user_id = $1",
      [rae],
    );
    expect(row?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(row?.hash).not.toContain(secret);
    const [leak] = await query<{ n: number }>(
      "SELECT count(*)::int AS n FROM audit_entry WHERE after::text LIKE '%' || $1 || '%' OR after ? 'token_hash'",
      [row?.hash],
    );
    expect(leak?.n).toBe(0);
  });

  it.each([
    ["has expired", "UPDATE access_link SET expires_at = now() - interval '1 second'"],
    ["belongs to a disabled person", `UPDATE "user" SET status = 'disabled' WHERE name = 'Rae'`],
    ["was replaced by a newer one", null],
  ])("does not work when it %s", async (_, sql) => {
    const secret = await issue("invitation");
    if (sql) await query(sql);
    else await issue("invitation");
    expect(await openLink("invitation", secret)).toBeNull();
    const result = await acceptInvitation({ secret, name: "Rae", password: PASSWORD });
    expect(result?.serverError?.code).toBe("linkInvalid");
  });

  it("does not bring back a person disabled while it is being used", async () => {
    const accept = () => system("test", (tx) => activate(tx, rae, "Rae R."));
    expect(await accept()).toBe(true);
    await query(`UPDATE "user" SET status = 'disabled', name = 'Rae' WHERE id = $1`, [rae]);
    expect(await accept()).toBe(false);
    const [row] = await query(`SELECT name, status::text FROM "user" WHERE id = $1`, [rae]);
    expect(row).toEqual({ name: "Rae", status: "disabled" });
  });

  it("cannot be used as a reset, nor a reset as an invitation", async () => {
    const invitation = await issue("invitation");
    expect(await openLink("reset", invitation)).toBeNull();
    const wrong = await resetPassword({ secret: invitation, password: PASSWORD });
    expect(wrong?.serverError?.code).toBe("linkInvalid");
    expect(await openLink("invitation", invitation)).not.toBeNull();
  });

  it("asks for a good password and keeps working after a bad one", async () => {
    const secret = await issue("invitation");
    const short = await acceptInvitation({ secret, name: "Rae", password: "short" });
    expect(short?.validationErrors?.fieldErrors).toEqual({ password: ["passwordTooShort"] });
    expect(await openLink("invitation", secret)).not.toBeNull();
  });
});

describe("a password reset", () => {
  beforeEach(async () => {
    const secret = await issue("invitation");
    await acceptInvitation({ secret, name: "Rae", password: PASSWORD });
  });

  it("sets a new password, ends every session and lifts the block", async () => {
    await asPerson(rae);
    expect(await optionalScope()).not.toBeNull();
    for (let i = 0; i < 6; i++) await signIn("wrong").catch(() => undefined);
    await resetPassword({ secret: await issue("reset"), password: "green lamp hums low" });
    expect(await optionalScope()).toBeNull();
    await expect(signIn(PASSWORD)).rejects.toMatchObject({ code: "signInFailed" });
    expect(await signIn("green lamp hums low")).toMatchObject({ userId: rae });
  });

  it("can be asked for; the admin sees it until a link is made", async () => {
    await requestReset({ email: "RAE@x.com" });
    expect(await system("test", resetRequests)).toEqual([rae]);
    await issue("reset");
    expect(await system("test", resetRequests)).toEqual([]);
  });

  it("answers the same, after the same time, for an address nobody has", async () => {
    const timed = async (email: string) => {
      const start = performance.now();
      const answer = await requestReset({ email });
      return { answer, ms: performance.now() - start };
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let turn = 0; turn < 9; turn++) {
      const one = await timed("rae@x.com");
      const other = await timed("nobody@x.com");
      expect(other.answer).toEqual(one.answer);
      known.push(one.ms);
      unknown.push(other.ms);
    }
    // The quickest of each: what a busy machine adds is not the answer's own time.
    const ratio = Math.min(...known) / Math.min(...unknown);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });
});
