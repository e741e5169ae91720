import { encode } from "next-auth/jwt";
import { beforeAll, describe, expect, it } from "vitest";
import { restorePreferences } from "@/lib/platform/auth/restore-preferences";
import { type Company, createCompany } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";

let company: Company;
beforeAll(async () => {
  company = await createCompany();
  await query(`UPDATE "user" SET locale = 'en', theme = 'dark' WHERE id = $1`, [company.user.Rae]);
});

async function answerFor(userId: string): Promise<string[]> {
  const secret = String(process.env.NEXTAUTH_SECRET);
  const value = await encode({ token: { userId, sessionEpoch: 0 }, secret });
  const headers = { "set-cookie": `next-auth.session-token=${value}; Path=/; HttpOnly` };
  const response = await restorePreferences(new Response("{}", { headers }));
  return response.headers.getSetCookie().slice(1);
}

describe("language and theme", () => {
  it("follow the person to the browser they sign in with", async () => {
    const attributes = "Path=/; Max-Age=31536000; SameSite=Lax";
    expect(await answerFor(company.user.Rae)).toEqual([
      `closeloop_locale=en; ${attributes}`,
      `closeloop_theme=dark; ${attributes}`,
    ]);
  });

  it("stay as they are for who chose none, and for an answer that signs nobody in", async () => {
    expect(await answerFor(company.user.Rob)).toEqual([]);
    const refused = await restorePreferences(new Response("{}", { status: 401 }));
    expect(refused.headers.getSetCookie()).toEqual([]);
  });
});
