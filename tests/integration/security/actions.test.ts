import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { insertStarterThemes } from "@/lib/feedback/data/themes";
import { system } from "@/lib/platform/db/access";
import { ACTIONS } from "@/tests/setup/action-access";
import { type Company, createCompany } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { asNobody, asPerson } from "@/tests/setup/next-request";

vi.mock("next/headers", () => import("@/tests/setup/next-request"));
vi.mock("next/cache", () => import("@/tests/setup/next-request"));
vi.mock("next-intl/server", () => import("@/tests/setup/next-request"));

type Action = (input?: unknown) => Promise<{ serverError?: { code: string } } | undefined>;

/** Every server action there is: what is exported by a file that says "use server". */
const modules = {
  ...import.meta.glob<Record<string, Action>>("/lib/*/actions.ts"),
  ...import.meta.glob<Record<string, Action>>("/lib/*/actions/*.ts"),
};
const found = new Map<string, Action>();
for (const [file, load] of Object.entries(modules)) {
  const area = file.split("/")[2];
  for (const [name, action] of Object.entries(await load())) found.set(`${area}.${name}`, action);
}
const names = [...found.keys()].sort();

/** Calls an action the way an attacker would: directly, with nothing that could be valid. */
async function call(name: string): Promise<string | undefined> {
  const action = found.get(name);
  const result = await action?.({});
  return result?.serverError?.code;
}

/** What is in every table; the actions called here must not change it. */
async function everything(): Promise<string> {
  const [row] = await query<{ state: string }>(
    `SELECT string_agg(t.table_name || ' ' || (xpath('/row/n/text()', query_to_xml(
       format('SELECT count(*) AS n FROM %I', t.table_name), false, true, '')))[1]::text, ', ' ORDER BY 1) AS state
     FROM information_schema.tables t WHERE t.table_schema = 'public' AND t.table_type = 'BASE TABLE'`,
  );
  return row?.state ?? "";
}

let company: Company;
let before: string;
beforeAll(async () => {
  company = await createCompany();
  await query(
    "INSERT INTO credential (user_id, password_hash) SELECT id, 'none' FROM \"user\" WHERE role = 'admin'",
  );
  // An action that takes nothing does what it is for: there is nothing left for it to add.
  await system("starter themes", insertStarterThemes);
  before = await everything();
});
beforeEach(() => asNobody());

describe("every server action", () => {
  it("is classified, and nothing else is", () => {
    expect(names).toEqual(Object.keys(ACTIONS).sort());
  });

  it.each(names.filter((name) => ACTIONS[name] !== "public"))(
    "%s refuses who has no session",
    async (name) => {
      expect(await call(name)).toBe("signedOut");
    },
  );

  it.each(names.filter((name) => ACTIONS[name] === "admin"))(
    "%s refuses reps and managers",
    async (name) => {
      for (const userId of [company.user.Rae, company.user.Mia]) {
        await asPerson(userId);
        expect(await call(name)).toBe("forbidden");
      }
    },
  );

  it.each(names.filter((name) => ACTIONS[name] === "leaders"))("%s refuses reps", async (name) => {
    await asPerson(company.user.Rae);
    expect(await call(name)).toBe("forbidden");
  });

  it.each(names.filter((name) => ACTIONS[name] === "admin"))(
    "%s lets an admin in",
    async (name) => {
      await asPerson(company.user.Ada);
      expect(["forbidden", "signedOut"]).not.toContain(await call(name));
    },
  );

  it("none of these calls changed anything", async () => {
    expect(await everything()).toBe(before);
  });
});
