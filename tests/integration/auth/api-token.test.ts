import { beforeAll, describe, expect, it, vi } from "vitest";
import { createToken, endToken, signOutEverywhere } from "@/lib/people/actions/profile";
import { signOutUser } from "@/lib/people/actions/users";
import { authenticateToken } from "@/lib/platform/auth/api-token";
import { type Company, createCompany } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { asPerson } from "@/tests/setup/next-request";

vi.mock("next/headers", () => import("@/tests/setup/next-request"));
vi.mock("next/cache", () => import("@/tests/setup/next-request"));

let company: Company;
beforeAll(async () => {
  company = await createCompany();
});

async function tokenOf(userId: string, days = 0): Promise<string> {
  await asPerson(userId);
  const result = await createToken({ name: "spreadsheet", days });
  return result?.data?.token ?? "";
}
const tokenId = async () =>
  (await query<{ id: string }>("SELECT id FROM api_token ORDER BY id DESC LIMIT 1"))[0]?.id ?? "";

describe("a personal token", () => {
  it("sees what its owner sees", async () => {
    const token = await tokenOf(company.user.Mia);
    expect(token).toMatch(/^cl_[\w-]{43}$/);
    const scope = await authenticateToken(`Bearer ${token}`);
    expect(scope).toMatchObject({ userId: company.user.Mia, role: "manager" });
    expect(await authenticateToken(`bearer  ${token} `)).not.toBeNull();
  });

  it.each([
    ["no header", () => null],
    ["no scheme", (token: string) => token],
    ["another scheme", (token: string) => `Basic ${token}`],
    [
      "one character changed",
      (t: string) => `Bearer ${t.slice(0, -1)}${t.endsWith("A") ? "B" : "A"}`,
    ],
    [
      "its hash",
      async () => {
        const [row] = await query<{ hash: string }>(
          "SELECT token_hash AS hash FROM api_token LIMIT 1",
        );
        return `Bearer cl_${row?.hash}`;
      },
    ],
  ])("is refused with %s", async (_, header) => {
    expect(await authenticateToken(await header(await tokenOf(company.user.Rae)))).toBeNull();
  });

  it("stops when it is revoked, has ended, or the owner is disabled", async () => {
    const revoked = await tokenOf(company.user.Rae);
    await endToken({ id: await tokenId() });
    expect(await authenticateToken(`Bearer ${revoked}`)).toBeNull();

    const ended = await tokenOf(company.user.Rae, 1);
    expect(await authenticateToken(`Bearer ${ended}`)).not.toBeNull();
    await query("UPDATE api_token SET expires_at = now() - interval '1 second'");
    expect(await authenticateToken(`Bearer ${ended}`)).toBeNull();

    const disabled = await tokenOf(company.user.Rae);
    await query(`UPDATE "user" SET status = 'disabled' WHERE id = $1`, [company.user.Rae]);
    expect(await authenticateToken(`Bearer ${disabled}`)).toBeNull();
    await query(`UPDATE "user" SET status = 'active' WHERE id = $1`, [company.user.Rae]);
  });

  it("can be ended by its owner only", async () => {
    const token = await tokenOf(company.user.Rae);
    const id = await tokenId();
    for (const other of [company.user.Rob, company.user.Mia, company.user.Ada]) {
      await asPerson(other);
      expect((await endToken({ id }))?.serverError?.code).toBe("notFound");
    }
    expect(await authenticateToken(`Bearer ${token}`)).not.toBeNull();
    await asPerson(company.user.Rae);
    expect((await endToken({ id }))?.serverError).toBeUndefined();
    expect(await authenticateToken(`Bearer ${token}`)).toBeNull();
  });

  it("notes its use at most once a minute, without an entry in the audit log", async () => {
    const token = await tokenOf(company.user.Rob);
    const id = await tokenId();
    const used = async () =>
      (
        await query<{ at: string | null }>(
          "SELECT last_used_at::text AS at FROM api_token WHERE id = $1",
          [id],
        )
      )[0]?.at;
    const entries = () => query("SELECT 1 FROM audit_entry WHERE row_id = $1", [id]);
    expect(await used()).toBeNull();
    await authenticateToken(`Bearer ${token}`);
    const first = await used();
    await authenticateToken(`Bearer ${token}`);
    expect(await used()).toBe(first);
    await query("UPDATE api_token SET last_used_at = now() - interval '61 seconds' WHERE id = $1", [
      id,
    ]);
    await authenticateToken(`Bearer ${token}`);
    expect(await used()).not.toBe(first);
    expect(await entries()).toHaveLength(1);
  });

  it("ends when its owner, or an admin, signs them out everywhere; others' tokens go on", async () => {
    const [mine, others] = [await tokenOf(company.user.Rob), await tokenOf(company.user.Ray)];
    await asPerson(company.user.Rob);
    await signOutEverywhere();
    expect(await authenticateToken(`Bearer ${mine}`)).toBeNull();
    expect(await authenticateToken(`Bearer ${others}`)).not.toBeNull();
    await asPerson(company.user.Ada);
    await signOutUser({ id: company.user.Ray });
    expect(await authenticateToken(`Bearer ${others}`)).toBeNull();
  });
});
