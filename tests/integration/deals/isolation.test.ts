import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import * as customerPage from "@/app/(app)/customers/[id]/page";
import * as dealPage from "@/app/(app)/deals/[id]/page";
import * as salePage from "@/app/(app)/sales/[id]/page";
import { GET as exportList } from "@/app/api/export/[kind]/route";
import { GET as search } from "@/app/api/search/route";
import { customerList } from "@/lib/customers/queries";
import { dealList } from "@/lib/deals/queries";
import { saleList } from "@/lib/sales/queries";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { asNobody, asPerson } from "@/tests/setup/next-request";
import { createRecords, REPS, type Records } from "@/tests/setup/records";

vi.mock("next/headers", () => import("@/tests/setup/next-request"));
vi.mock("next-intl/server", () => import("@/tests/setup/next-request"));

// An attacker asks for somebody else's records by every way there is; a twin shows that the same
// question lets the owner in, so that the test would notice a question that answers nobody.

const OUTSIDERS = {
  Rob: "another rep of the team",
  Wes: "a rep elsewhere",
  Max: "another manager",
};
const INSIDERS = { Rae: "the owner", Mia: "the manager", Ada: "the admin" };
const MISSING = "00000000-0000-7000-8000-000000000000";
const SECRET = "Rae's secret";

let company: Company;
let records: Records;
beforeAll(async () => {
  company = await createCompany();
  records = await createRecords(company);
});
beforeEach(() => asNobody());

const outsiders = Object.keys(OUTSIDERS) as (keyof typeof OUTSIDERS)[];
const insiders = Object.keys(INSIDERS) as (keyof typeof INSIDERS)[];

const PAGES = {
  deal: { page: dealPage, title: "Rae's secret deal" },
  customer: { page: customerPage, title: "Rae's secret customer" },
  sale: { page: salePage, title: "title" },
} as const;

/** What a page answers with: its title, or how it refused. */
async function titleOf(kind: keyof typeof PAGES, id: string): Promise<unknown> {
  const params = Promise.resolve({ id });
  return PAGES[kind].page.generateMetadata({ params }).then(
    (metadata) => metadata.title,
    (error: { digest?: string }) => error.digest,
  );
}

async function bodyOf(kind: keyof typeof PAGES, id: string): Promise<unknown> {
  return PAGES[kind].page
    .default({ params: Promise.resolve({ id }), searchParams: Promise.resolve({}) })
    .then(
      () => "shown",
      (error: { digest?: string }) => error.digest,
    );
}

const NOT_FOUND = "NEXT_HTTP_ERROR_FALLBACK;404";

describe.each(["deal", "customer", "sale"] as const)("the page of a %s", (kind) => {
  it.each(outsiders)("%s gets the same as for what does not exist, title and all", async (who) => {
    await asPerson(company.user[who]);
    const id = records.of.Rae[kind];
    expect(await titleOf(kind, id)).toBe(NOT_FOUND);
    expect(await bodyOf(kind, id)).toBe(NOT_FOUND);
    expect(await titleOf(kind, MISSING)).toBe(NOT_FOUND);
    expect(await titleOf(kind, "no-id-at-all")).toBe(NOT_FOUND);
  });

  it.each(insiders)("%s gets in", async (who) => {
    await asPerson(company.user[who]);
    const id = records.of.Rae[kind];
    expect(await titleOf(kind, id)).toBe(PAGES[kind].title);
  });

  it("nobody is led to sign-in", async () => {
    expect(await titleOf(kind, records.of.Rae[kind])).toMatch(/^NEXT_REDIRECT;.*sign-in/);
  });
});

/** Every list, also when asked for the foreign record by its id, owner, customer or unit. */
function lists(who: keyof Company["user"]) {
  const rae = company.user.Rae;
  const { customer, deal } = records.of.Rae;
  const unit = company.unit.E1;
  return scopeFor(company.user[who]).then((scope) =>
    Promise.all([
      dealList(scope, {}),
      dealList(scope, { owner: [rae] }),
      dealList(scope, { customer: [customer] }),
      dealList(scope, { unit, q: SECRET }),
      dealList(scope, { openOn: "2026-02-01" }),
      saleList(scope, {}),
      saleList(scope, { owner: [rae] }),
      saleList(scope, { deal: [deal], customer: [customer] }),
      saleList(scope, { order: ["Rae's secret order"] }),
      customerList(scope, {}),
      customerList(scope, { owner: [rae] }),
      customerList(scope, { activity: "new", rep: [rae] }),
    ]),
  );
}

describe("the lists", () => {
  it.each(outsiders)("show %s nothing, and no sum or filter's name gives it away", async (who) => {
    const shown = await lists(who);
    for (const list of shown) expect(JSON.stringify([...list.names], null)).not.toContain(SECRET);
    expect(JSON.stringify(shown)).not.toContain(SECRET);
    const asked = shown.filter((_, index) => ![0, 4, 5, 9].includes(index));
    expect(asked.map((list) => list.totals.count)).toEqual(asked.map(() => 0));
  });

  it.each(insiders)("show %s every one of them", async (who) => {
    for (const list of await lists(who)) expect(JSON.stringify(list.rows)).toContain(SECRET);
  });
});

async function find(text: string): Promise<string> {
  return (
    await search(new Request(`http://localhost/api/search?q=${encodeURIComponent(text)}`))
  ).text();
}

describe("the search", () => {
  it.each(outsiders)("finds nothing of it for %s", async (who) => {
    await asPerson(company.user[who]);
    for (const text of [SECRET, "secret", "Rae's"]) expect(await find(text)).not.toContain(SECRET);
  });

  it.each(insiders)("finds it for %s", async (who) => {
    await asPerson(company.user[who]);
    const hits = await find(SECRET);
    expect(hits).toContain(records.of.Rae.deal);
    expect(hits).toContain(records.of.Rae.customer);
  });

  it("finds people only for who may look at them", async () => {
    const ray = JSON.stringify(company.user.Ray);
    for (const [who, found] of [
      ["Ada", true],
      ["Mia", true],
      ["Max", false],
      ["Rae", false],
    ] as const) {
      await asPerson(company.user[who]);
      expect((await find("Ray")).includes(ray), who).toBe(found);
    }
  });

  it("answers nobody", async () => {
    const response = await search(new Request("http://localhost/api/search?q=secret"));
    expect(response.status).toBe(401);
    expect(await response.text()).not.toContain(SECRET);
  });
});

async function exported(kind: string, query = ""): Promise<string> {
  const request = new Request(`http://localhost/api/export/${kind}?format=csv${query}`);
  return (await exportList(request, { params: Promise.resolve({ kind }) })).text();
}

describe.each(["deals", "customers", "sales"])("the export of %s", (kind) => {
  it.each(outsiders)("holds nothing of it for %s", async (who) => {
    await asPerson(company.user[who]);
    expect(await exported(kind)).not.toContain(SECRET);
    expect(await exported(kind, `&owner=${company.user.Rae}`)).not.toContain(SECRET);
  });

  it.each(insiders)("holds it for %s", async (who) => {
    await asPerson(company.user[who]);
    expect(await exported(kind)).toContain(SECRET);
  });

  it("is refused without a session", async () => {
    expect(await exported(kind)).not.toContain(SECRET);
    expect(JSON.parse(await exported(kind))).toMatchObject({ status: 401 });
  });

  it("a rep's own is the rep's own and nothing else", async () => {
    await asPerson(company.user.Rae);
    const text = await exported(kind);
    for (const rep of REPS.filter((name) => name !== "Rae")) {
      expect(text).not.toContain(`${rep}'s secret`);
    }
  });
});
