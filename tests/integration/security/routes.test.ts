import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { isPublicPath } from "@/lib/platform/auth/public-paths";
import { type Company, createCompany } from "@/tests/setup/company";
import { asNobody, asPerson, bringCookie } from "@/tests/setup/next-request";
import { addressOf, ROUTES } from "@/tests/setup/route-access";

vi.mock("next/headers", () => import("@/tests/setup/next-request"));
vi.mock("next/cache", () => import("@/tests/setup/next-request"));
vi.mock("next-intl/server", () => import("@/tests/setup/next-request"));

type Handler = (request: Request, context: { params: Promise<object> }) => Promise<Response>;

const pages = Object.keys(import.meta.glob("/app/**/page.tsx"));
const handlers = import.meta.glob<Record<string, Handler>>("/app/**/route.ts");

/** `/app/(app)/deals/[id]/page.tsx` → `/deals/[id]`. */
function routeOf(file: string): string {
  const path = file.replace(/^\/app/, "").replace(/\/(page\.tsx|route\.ts)$/, "");
  return path.replace(/\/\([^)]+\)/g, "") || "/";
}

const closed = Object.entries(handlers).filter(([file]) => ROUTES[routeOf(file)] !== "public");
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/** Status of every method a handler has; one that leads to the sign-in page counts as 307. */
async function statuses(file: string, init: RequestInit = {}): Promise<Record<string, number>> {
  const module = await handlers[file]?.();
  const answers: Record<string, number> = {};
  for (const method of METHODS) {
    const handle = module?.[method];
    if (!handle) continue;
    const request = new Request(`http://localhost${addressOf(routeOf(file))}`, { ...init, method });
    const params = Promise.resolve({ id: "00000000-0000-7000-8000-000000000000" });
    answers[method] = await handle(request, { params }).then(
      (response) => response.status,
      (error: { digest?: string }) => Number(error.digest?.match(/;(307|404)[;]?/)?.[1] ?? 500),
    );
  }
  return answers;
}

let company: Company;
beforeAll(async () => {
  company = await createCompany();
});
beforeEach(() => asNobody());

describe("every route", () => {
  it("is classified, and nothing else is", () => {
    const found = [...pages, ...Object.keys(handlers)].map(routeOf).sort();
    expect(found).toEqual(Object.keys(ROUTES).sort());
  });

  it.each(Object.entries(ROUTES))(
    "%s is open without a session only when public (%s)",
    (route, access) => {
      expect(isPublicPath(addressOf(route))).toBe(access === "public" || access === "token");
    },
  );

  it.each(closed.map(([file]) => file))("%s refuses who has no session", async (file) => {
    for (const status of Object.values(await statuses(file))) expect([307, 401]).toContain(status);
  });

  it.each(closed.map(([file]) => file))("%s refuses forged sessions and tokens", async (file) => {
    await bringCookie(
      { userId: company.user.Ada, sessionEpoch: 0 },
      "another secret, just as long as ours",
    );
    const authorization = `Bearer cl_${"x".repeat(43)}`;
    const answers = await statuses(file, { headers: { authorization } });
    for (const status of Object.values(answers)) expect([307, 401]).toContain(status);
  });

  it.each(closed.map(([file]) => file).filter((file) => ROUTES[routeOf(file)] === "admin"))(
    "%s does not exist for reps and managers",
    async (file) => {
      for (const userId of [company.user.Rae, company.user.Mia]) {
        await asPerson(userId);
        for (const status of Object.values(await statuses(file)))
          expect([403, 404]).toContain(status);
      }
    },
  );
});
