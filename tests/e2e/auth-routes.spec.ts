import { type APIResponse, expect, test } from "@playwright/test";
import { addressOf, ROUTES } from "../setup/route-access";
import { ROLES, sessionOf } from "./support/roles";

// Opens every page and interface as nobody, with a forged session, and as each role.

test.slow();

const routes = Object.entries(ROUTES);
const closed = routes.filter(([, access]) => access !== "public");
/** Without a variable part there is something to see for who may. */
const fixed = closed.filter(([route]) => !route.includes("["));

/** What an answer comes down to; a page that has begun to stream says it in its text. */
async function outcome(
  answer: APIResponse,
): Promise<"open" | "sign-in" | "moved" | "refused" | "missing" | "not read"> {
  const status = answer.status();
  const text = await answer.text();
  const location = answer.headers().location ?? "";
  if (/\/sign-in/.test(location) || /NEXT_REDIRECT;[a-z]+;\/sign-in/.test(text)) return "sign-in";
  if (status >= 300 && status < 400) return "moved";
  if (status === 401) return "refused";
  // Only written to, which tests/integration tries as everybody.
  if (status === 405) return "not read";
  if (status === 403 || status === 404 || /NEXT_HTTP_ERROR_FALLBACK;404/.test(text))
    return "missing";
  return "open";
}

const open = (request: import("@playwright/test").APIRequestContext, route: string, headers = {}) =>
  request.get(addressOf(route), { maxRedirects: 0, headers }).then(outcome);

test("without a session nothing but the public pages answers", async ({ request }) => {
  for (const [route, access] of routes) {
    const got = await open(request, route);
    const expected =
      access === "public"
        ? ["open", "missing", "sign-in"]
        : route.startsWith("/api/")
          ? ["refused", "not read"]
          : ["sign-in"];
    expect(expected, `${route} as nobody`).toContain(got);
  }
});

test("a forged session cookie opens nothing, neither pages nor their data", async ({
  playwright,
  baseURL,
}) => {
  const cookie = "next-auth.session-token=eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAA.AAAA.AAAA";
  const request = await playwright.request.newContext({ baseURL, extraHTTPHeaders: { cookie } });
  for (const [route] of closed) {
    for (const headers of [{}, { rsc: "1" }]) {
      const got = await open(request, route, headers);
      expect(
        ["sign-in", "refused", "moved", "not read"],
        `${route} forged ${JSON.stringify(headers)}`,
      ).toContain(got);
    }
  }
  await request.dispose();
});

for (const role of ROLES) {
  test(`a ${role} opens what is theirs and nothing else`, async ({ playwright, baseURL }) => {
    const storageState = sessionOf(role);
    const request = await playwright.request.newContext({ baseURL, storageState });
    for (const [route, access] of closed) {
      const allowed = access === "everyone" || (access === "admin" && role === "admin");
      const got = await open(request, route);
      if (!allowed)
        expect(["missing", "refused", "not read"], `${route} as ${role}`).toContain(got);
    }
    for (const [route, access] of fixed) {
      if (access === "token" || (access === "admin" && role !== "admin")) continue;
      expect(["sign-in", "refused"], `${route} as ${role}`).not.toContain(
        await open(request, route),
      );
    }
  });
}

test("pages carry the security headers and a nonce of their own", async ({ request }) => {
  const nonces = new Set<string>();
  for (let i = 0; i < 2; i++) {
    const { headers } = await request.get("/sign-in").then((r) => ({ headers: r.headers() }));
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["x-frame-options"]).toBe("DENY");
    expect(headers["referrer-policy"]).toBeTruthy();
    expect(headers["x-powered-by"]).toBeUndefined();
    const policy = headers["content-security-policy"] ?? "";
    expect(policy).toContain("frame-ancestors 'none'");
    nonces.add(/'nonce-([^']+)'/.exec(policy)?.[1] ?? "");
  }
  expect(nonces.size).toBe(2);
});
