import { beforeAll, describe, expect, it } from "vitest";
import { issueLink } from "@/lib/people/data/access-links";
import { insertToken } from "@/lib/people/data/api-tokens";
import { setPassword } from "@/lib/people/data/credentials";
import { read, system, type Tx, write } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";

let company: Company;
beforeAll(async () => {
  company = await createCompany();
  const userId = company.user.Ada;
  await system("test", async (tx) => {
    await setPassword(tx, userId, "hash");
    await insertToken(tx, { userId, name: "t", expiresAt: null });
    await issueLink(tx, { userId, kind: "reset", issuedById: null });
  });
});

const FORBIDDEN = [
  "SELECT * FROM credential",
  "SELECT password_hash FROM credential",
  "SELECT 1 FROM credential",
  "UPDATE credential SET password_hash = 'x'",
  "DELETE FROM credential",
  "SELECT * FROM access_link",
  "INSERT INTO access_link (user_id, kind, token_hash, expires_at) SELECT id, 'reset', 'x', now() FROM \"user\"",
  "SELECT token_hash FROM api_token",
  "SELECT * FROM api_token",
  "SELECT 1 FROM api_token WHERE token_hash = 'x'",
  "UPDATE api_token SET token_hash = 'x'",
  "UPDATE api_token SET expires_at = NULL",
  "INSERT INTO api_token (user_id, name, token_hash) SELECT id, 'x', 'y' FROM \"user\"",
  "DELETE FROM api_token",
  "SELECT * FROM sign_in_failure",
  "DELETE FROM sign_in_failure",
  "DELETE FROM audit_entry",
  "UPDATE audit_entry SET note = ''",
];

const run = (sql: string) => (tx: Tx) => tx.$queryRaw(Prisma.raw(sql));

describe("secrets", () => {
  it.each(FORBIDDEN)("the application role, even of an admin, may not: %s", async (sql) => {
    const admin = await scopeFor(company.user.Ada);
    await expect(write(admin, run(sql))).rejects.toThrow(/permission denied/);
  });

  it("what a token list needs can be read: one's own tokens without their hash", async () => {
    const own = "SELECT id, name, created_at, expires_at, last_used_at, revoked_at FROM api_token";
    expect(await read(await scopeFor(company.user.Ada), run(own))).toHaveLength(1);
    expect(await read(await scopeFor(company.user.Mia), run(own))).toEqual([]);
  });

  it("not even the system may rewrite the audit log", async () => {
    for (const sql of ["UPDATE audit_entry SET note = ''", "DELETE FROM audit_entry"]) {
      await expect(system("test", run(sql))).rejects.toThrow(/permission denied/);
    }
  });
});
