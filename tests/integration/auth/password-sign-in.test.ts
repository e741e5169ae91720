import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { signInWithPassword } from "@/lib/platform/auth/credentials";
import { hashPassword } from "@/lib/platform/auth/password";
import { type Company, createCompany } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";

const PASSWORD = "blue kettle sings";
const attempt = (email: string, password = PASSWORD, address = "10.0.0.1") =>
  signInWithPassword({ email, password, address });
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => "signed in",
    (error: { code?: string }) => error.code,
  );

let company: Company;
beforeAll(async () => {
  company = await createCompany();
  const hash = await hashPassword(PASSWORD);
  for (const name of ["Ada", "Rae", "Rob"] as const) {
    const id = company.user[name];
    await query(`UPDATE "user" SET email = $2 WHERE id = $1`, [id, `${name.toLowerCase()}@x.com`]);
    await query("INSERT INTO credential (user_id, password_hash) VALUES ($1, $2)", [id, hash]);
  }
  await query(`UPDATE "user" SET status = 'disabled' WHERE id = $1`, [company.user.Rob]);
  await query(`UPDATE "user" SET email = 'ray@x.com', status = 'invited' WHERE id = $1`, [
    company.user.Ray,
  ]);
});
beforeEach(async () => {
  await query("DELETE FROM sign_in_failure");
});

describe("sign-in with a password", () => {
  it("takes the right password, whatever the case of the address, and notes the time", async () => {
    expect(await attempt(" Ada@X.com ")).toEqual({ userId: company.user.Ada, sessionEpoch: 0 });
    const [row] = await query<{ recent: boolean }>(
      `SELECT last_sign_in_at > now() - interval '1 minute' AS recent FROM "user" WHERE id = $1`,
      [company.user.Ada],
    );
    expect(row?.recent).toBe(true);
  });

  it("leaves no failure behind and no entry in the audit log", async () => {
    const count = "SELECT count(*)::int AS n FROM audit_entry";
    const [before] = await query<{ n: number }>(count);
    await attempt("ada@x.com");
    expect(await query<{ n: number }>(count)).toEqual([before]);
    expect(await query("SELECT 1 FROM sign_in_failure")).toEqual([]);
  });

  it.each([
    ["a wrong password", "ada@x.com", "blue kettle sing"],
    ["an unknown account", "nobody@x.com", PASSWORD],
    ["a disabled person", "rob@x.com", PASSWORD],
    ["a person without a password", "ray@x.com", PASSWORD],
    ["an empty password", "ada@x.com", ""],
  ])("says the same for %s", async (_, email, password) => {
    expect(await code(attempt(email, password))).toBe("signInFailed");
  });

  it("takes as long for unknown accounts as for known ones", async () => {
    const times: Record<string, number[]> = { "ada@x.com": [], "nobody@x.com": [] };
    for (let i = 0; i < 20; i++) {
      const email = i % 2 ? "ada@x.com" : "nobody@x.com";
      await query("DELETE FROM sign_in_failure");
      const start = performance.now();
      await code(attempt(email, "wrong password"));
      if (i > 1) times[email]?.push(performance.now() - start);
    }
    const [known = 0, unknown = 0] = Object.values(times).map((t) => t.sort((a, b) => a - b)[4]);
    expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(1.6);
  });
});

describe("throttling", () => {
  it("blocks an account after five failures, also for the right password and from elsewhere", async () => {
    for (let i = 0; i < 5; i++) await code(attempt("rae@x.com", "wrong", `10.1.0.${i}`));
    expect(await code(attempt("RAE@x.com"))).toBe("tooManyAttempts");
    expect(await code(attempt("rae@x.com", PASSWORD, "10.9.9.9"))).toBe("tooManyAttempts");
    expect(await code(attempt("ada@x.com"))).toBe("signed in");
  });

  it("treats accounts nobody has alike", async () => {
    for (let i = 0; i < 5; i++) await code(attempt("ghost@x.com", "wrong"));
    expect(await code(attempt("ghost@x.com"))).toBe("tooManyAttempts");
  });

  it("lets the right password in again after the wait, and then forgets the failures", async () => {
    for (let i = 0; i < 5; i++) await code(attempt("rae@x.com", "wrong"));
    await query("UPDATE sign_in_failure SET at = at - interval '61 seconds'");
    expect(await code(attempt("rae@x.com"))).toBe("signed in");
    expect(await query("SELECT 1 FROM sign_in_failure")).toEqual([]);
  });

  it("blocks an address that tries many accounts, and only that address", async () => {
    for (let i = 0; i < 30; i++) await code(attempt(`user${i}@x.com`, "wrong", "10.2.0.1"));
    expect(await code(attempt("ada@x.com", PASSWORD, "10.2.0.1"))).toBe("tooManyAttempts");
    expect(await code(attempt("ada@x.com", PASSWORD, "10.2.0.2"))).toBe("signed in");
  });

  it("counts attempts made at the same moment", async () => {
    const results = await Promise.all(
      Array.from({ length: 20 }, () => code(attempt("rae@x.com", "wrong"))),
    );
    expect(results.filter((result) => result === "signInFailed")).toHaveLength(5);
    expect(results.filter((result) => result === "tooManyAttempts")).toHaveLength(15);
  });

  it("keeps no address in clear and removes rows after a day", async () => {
    await code(attempt("rae@x.com", "wrong"));
    expect(await query("SELECT 1 FROM sign_in_failure WHERE account LIKE '%rae%'")).toEqual([]);
    await query("UPDATE sign_in_failure SET at = now() - interval '25 hours'");
    await code(attempt("other@x.com", "wrong"));
    expect(await query("SELECT 1 FROM sign_in_failure")).toHaveLength(1);
  });
});
