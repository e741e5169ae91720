import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { Browser } from "@/tests/setup/browser-without-window";
import { type Company, createCompany } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { type Identity, startIdentityProvider } from "@/tests/setup/identity-provider";
import { startSignInServer } from "@/tests/setup/next-auth-server";

const identities = new Map<string, Identity>();
let site: Awaited<ReturnType<typeof startSignInServer>>;
let provider: Awaited<ReturnType<typeof startIdentityProvider>>;
let company: Company;

beforeAll(async () => {
  company = await createCompany();
  site = await startSignInServer(() => options());
  provider = await startIdentityProvider(`${site.origin}/api/auth/callback/oidc`, identities);
  process.env.NEXTAUTH_URL = site.origin;
  process.env.OIDC_ISSUER = provider.issuer;
  process.env.OIDC_CLIENT_ID = provider.client.id;
  process.env.OIDC_CLIENT_SECRET = provider.client.secret;
  // The configuration is read once a process: load everything afresh with the provider in it.
  vi.resetModules();
  options = (await import("@/lib/platform/auth/options")).authOptions;
});
afterAll(() => {
  site.close();
  provider.close();
});
beforeEach(async () => {
  await query("DELETE FROM credential");
  await query(`UPDATE "user" SET email = 'rae@x.com', status = 'active' WHERE id = $1`, [rae()]);
});

let options: () => import("next-auth").AuthOptions;
const rae = () => company.user.Rae;
const statusOf = async (id: string) =>
  (await query<{ status: string }>('SELECT status FROM "user" WHERE id = $1', [id]))[0]?.status;

/** Goes the whole way through the identity provider; answers where the browser ends up and as whom. */
async function signInAs(account: string, next = "/deals") {
  const browser = new Browser();
  const csrf = await (await browser.open(`${site.origin}/api/auth/csrf`)).json();
  const begun = await browser.open(`${site.origin}/api/auth/signin/oidc`, {
    csrfToken: csrf.csrfToken,
    callbackUrl: next,
    json: "true",
  });
  const authorize = ((await begun.json()) as { url: string }).url;
  expect(new URL(authorize).searchParams.get("code_challenge_method")).toBe("S256");
  const login = await browser.follow(authorize);
  const consent = await browser.follow(login.url, {
    prompt: "login",
    login: account,
    password: "x",
  });
  const end = await browser.follow(consent.url, { prompt: "consent" });
  const { scopeOfCookie } = await import("@/lib/platform/auth/session");
  const scope = await scopeOfCookie(browser.cookie(site.origin, "next-auth.session-token"));
  return { path: end.url.replace(site.origin, ""), userId: scope?.userId ?? null };
}

const REFUSED = { path: "/sign-in?error=ssoNoAccount", userId: null };

describe("single sign-on", () => {
  it("signs in the person with the verified address, and afterwards by the account itself", async () => {
    identities.set("sub-1", { email: "Rae@X.com", email_verified: true });
    expect(await signInAs("sub-1")).toEqual({ path: "/deals", userId: rae() });
    identities.set("sub-1", { email: "renamed@x.com", email_verified: true });
    expect(await signInAs("sub-1")).toEqual({ path: "/deals", userId: rae() });
  });

  it("activates an invited person", async () => {
    await query(`UPDATE "user" SET status = 'invited' WHERE id = $1`, [rae()]);
    identities.set("sub-2", { email: "rae@x.com", email_verified: true });
    expect(await signInAs("sub-2")).toMatchObject({ userId: rae() });
    expect(await statusOf(rae())).toBe("active");
  });

  it.each([
    ["an address nobody here has", { email: "stranger@x.com", email_verified: true }],
    ["an address the issuer has not verified", { email: "rae@x.com", email_verified: false }],
    ["an address without a word on whether it is verified", { email: "rae@x.com" }],
    ["no address", {}],
  ])("refuses %s and creates nobody", async (_, identity) => {
    const before = await query(`SELECT 1 FROM "user"`);
    identities.set("sub-3", identity);
    expect(await signInAs("sub-3")).toEqual(REFUSED);
    expect(await query(`SELECT 1 FROM "user"`)).toHaveLength(before.length);
    expect(await query("SELECT 1 FROM credential")).toEqual([]);
  });

  it("refuses a second account that claims an address already tied to another", async () => {
    identities.set("sub-4", { email: "rae@x.com", email_verified: true });
    expect((await signInAs("sub-4")).userId).toBe(rae());
    identities.set("sub-5", { email: "rae@x.com", email_verified: true });
    expect(await signInAs("sub-5")).toEqual(REFUSED);
  });

  it("refuses a disabled person, known or not", async () => {
    identities.set("sub-6", { email: "rae@x.com", email_verified: true });
    await signInAs("sub-6");
    await query(`UPDATE "user" SET status = 'disabled' WHERE id = $1`, [rae()]);
    expect(await signInAs("sub-6")).toEqual(REFUSED);
    await query("DELETE FROM credential");
    expect(await signInAs("sub-6")).toEqual(REFUSED);
    expect(await statusOf(rae())).toBe("disabled");
  });

  it("never leads to another site afterwards", async () => {
    identities.set("sub-7", { email: "rae@x.com", email_verified: true });
    for (const next of ["https://evil.example/", "//evil.example", "/\\evil.example"]) {
      const { path } = await signInAs("sub-7", next);
      expect(path).toBe("/");
    }
  });
});
