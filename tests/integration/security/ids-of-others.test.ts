import { beforeAll, describe, expect, it, vi } from "vitest";
import { ACTIONS } from "@/tests/setup/action-access";
import { leavesOf, replaced, SOME_ID, sampleOf, schemaOf } from "@/tests/setup/action-schemas";
import { type Company, createCompany } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { asPerson } from "@/tests/setup/next-request";
import { oneOfEverything } from "@/tests/setup/one-of-everything";
import { insertRow } from "@/tests/setup/records";

vi.mock("next/headers", () => import("@/tests/setup/next-request"));
vi.mock("next/cache", () => import("@/tests/setup/next-request"));
vi.mock("next-intl/server", () => import("@/tests/setup/next-request"));

// Every action that takes an id is called with the ids of records one may not see: in place of the record
// it is about, and in place of what one's own record may name.

type Action = (input?: unknown) => Promise<{ serverError?: { code: string } } | undefined>;
const modules = {
  ...import.meta.glob<Record<string, Action>>("/lib/*/actions.ts"),
  ...import.meta.glob<Record<string, Action>>("/lib/*/actions/*.ts"),
};
const actions: { title: string; action: Action; sample: unknown; ids: (string | number)[][] }[] =
  [];
for (const [file, load] of Object.entries(modules).sort())
  for (const [name, action] of Object.entries(await load())) {
    const title = `${file.split("/")[2]}.${name}`;
    const schema = schemaOf(action);
    const sample = schema && sampleOf(schema);
    const ids = leavesOf(sample).filter(({ value }) => value === SOME_ID);
    if (ids.length > 0 && ["everyone", "leaders"].includes(ACTIONS[title] ?? ""))
      actions.push({ title, action, sample, ids: ids.map(({ path }) => [...path]) });
  }
// What deletes comes last, so that there is something to name before.
const isLast = ({ title }: { title: string }) => /delete|remove|merge/i.test(title);
actions.sort((a, b) => Number(isLast(a)) - Number(isLast(b)));

let company: Company;
let own: Record<string, string>;
let hidden: Record<string, string>;

beforeAll(async () => {
  company = await createCompany();
  const { unit, user, stage } = company;
  const shared = {
    ...{ amount: 10, stages: { open: stage.Proposal, won: stage.Won, lost: stage.Lost } },
    productId: await insertRow("product", { name: "Camera", currency: "USD" }),
    themeId: await insertRow("feedback_theme", { name: "Price", words: "{}", words_en: "{}" }),
    competitorId: await insertRow("competitor", { name: "Rival" }),
    lossReasonId: await insertRow("loss_reason", { name: "Price" }),
  };
  own = await oneOfEverything({ ...shared, userId: user.Rae, unitId: unit.E1 });
  hidden = await oneOfEverything({ ...shared, userId: user.Wes, unitId: unit.W1 });
  for (const [of, owner] of [
    [own, user.Rae],
    [hidden, user.Wes],
  ] as const)
    Object.assign(of, await furtherOf(of.customer ?? "", owner));
});

/** Ids of what hangs on a person's customer and on the person. */
async function furtherOf(customer: string, owner: string): Promise<Record<string, string>> {
  const one = async (sql: string, value: string) =>
    (await query<{ id: string }>(sql, [value]))[0]?.id ?? SOME_ID;
  return {
    contact: await one("SELECT id FROM contact WHERE customer_id = $1", customer),
    request: await one("SELECT id FROM customer_request WHERE customer_id = $1", customer),
    merge: await one("SELECT id FROM customer_merge WHERE survivor_id = $1", customer),
    link: await one("SELECT id FROM feedback_link WHERE customer_id = $1", customer),
    comment: await one("SELECT id FROM comment WHERE author_id = $1", owner),
    attachment: await one("SELECT id FROM attachment WHERE author_id = $1", owner),
    notification: await one("SELECT id FROM notification WHERE user_id = $1", owner),
    handOver: await one("SELECT id FROM deal_hand_over WHERE from_id = $1", owner),
    view: await one("SELECT id FROM saved_view WHERE owner_id = $1", owner),
    token: await one("SELECT id FROM api_token WHERE user_id = $1", owner),
    target: await one("SELECT id FROM target WHERE user_id = $1", owner),
  };
}

/** All rows of the company's west, as they are. */
async function west(): Promise<string> {
  const tables = await query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
      AND NOT c.relispartition AND c.relname NOT IN ('audit_entry', 'form_quota', 'user', 'sent_request') ORDER BY 1`,
  );
  const ids = [...Object.values(hidden), company.user.Wes, company.unit.W1];
  const parts = tables.map(
    ({ name }) =>
      `SELECT '${name}' || coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '') AS rows FROM "${name}" t
       WHERE t::text ~ $1`,
  );
  const rows = await query<{ rows: string }>(parts.join(" UNION ALL "), [ids.join("|")]);
  return rows.map((row) => row.rows).join("\n");
}

/** What a field of a name could take of the hidden; people and units are known to all. */
function hiddenFor(field: string): string {
  const { user, unit, stage } = company;
  if (/owner/i.test(field)) return user.Wes;
  if (/user|toId/i.test(field)) return user.Rob;
  if (/unit/i.test(field)) return unit.W1;
  if (/stage/i.test(field)) return stage.Proposal;
  const kind = Object.keys(hidden).find((name) =>
    field.toLowerCase().startsWith(name.toLowerCase()),
  );
  return (kind && hidden[kind]) || hidden.customer || "";
}

/** The field an id stands in; of a list the list's. */
const fieldOf = (path: readonly (string | number)[]) =>
  String(path.findLast((step) => typeof step === "string") ?? "");

type Call = (typeof actions)[number];

/** All ids those of one hidden record; then one's own record naming hidden ones. */
function inputsOf({ sample, ids }: Call): unknown[] {
  const whole = Object.values(hidden).map((id) =>
    ids.reduce((input, path) => replaced(input, path, id), sample),
  );
  const mixed = Object.values(own).map((id) =>
    ids.reduce((input, path) => {
      const isMain = ["id", "survivor", "findingId", "record"].includes(fieldOf(path));
      return replaced(input, path, isMain ? id : hiddenFor(fieldOf(path)));
    }, sample),
  );
  const names = ids.length > 1 || !["id", "record"].includes(fieldOf(ids[0] ?? []));
  return names ? [...whole, ...mixed] : whole;
}

describe("the ids of records one may not see", () => {
  it("are tried on every action that takes an id", () => {
    expect(actions.length).toBeGreaterThan(60);
    expect(Object.values(hidden)).not.toContain(SOME_ID);
    expect(Object.values(own)).not.toContain(SOME_ID);
  });

  it.each(actions)(
    "change nothing and tell nothing in $title",
    async (call) => {
      const before = await west();
      for (const person of ["Rae", "Mia"] as const) {
        await asPerson(company.user[person]);
        for (const input of inputsOf(call)) {
          const answer = await call.action(input);
          expect([input, answer?.serverError?.code]).not.toEqual([input, "unexpected"]);
          const told = JSON.stringify(answer ?? {});
          for (const [kind, id] of Object.entries(hidden))
            if (!JSON.stringify(input).includes(id))
              expect([kind, told]).not.toEqual([kind, expect.stringContaining(id)]);
          expect(told).not.toMatch(new RegExp(await words()));
        }
      }
      expect(await west()).toBe(before);
    },
    60_000,
  );
});

let hiddenWords = "";
/** What the hidden records are called. */
async function words(): Promise<string> {
  if (hiddenWords) return hiddenWords;
  const [row] = await query<{ name: string }>("SELECT name FROM customer WHERE id = $1", [
    hidden.customer,
  ]);
  hiddenWords = row?.name ?? "nothing";
  return hiddenWords;
}
