import { beforeAll, describe, expect, it, vi } from "vitest";
import { read } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { type Holder, oneOfEverything, shareDeal } from "@/tests/setup/one-of-everything";
import { readings, told, type World } from "@/tests/setup/readings";
import { insertRow } from "@/tests/setup/records";

vi.mock("next/headers", () => import("@/tests/setup/next-request"));
vi.mock("next-intl/server", () => import("@/tests/setup/next-request"));

// What one may not see must make no difference at all to what one sees: everything is read, records are
// added and changed that the reader may not see, and everything is read again.

/** The day on which a unit left its region. */
const LEFT = "2026-03-01";

let company: Company;
let holder: (who: "Rae" | "Ray" | "Wes", amount: number) => Holder;
let own: Awaited<ReturnType<typeof oneOfEverything>>;
let hidden: Awaited<ReturnType<typeof oneOfEverything>>;

beforeAll(async () => {
  company = await createCompany();
  const { unit, user, stage } = company;
  await query("UPDATE unit SET type = 'store' WHERE id = ANY ($1)", [[unit.E1, unit.E2, unit.W1]]);
  const shared = {
    productId: await insertRow("product", { name: "Camera", currency: "USD" }),
    themeId: await insertRow("feedback_theme", { name: "Price", words: "{}", words_en: "{price}" }),
    competitorId: await insertRow("competitor", { name: "Rival" }),
    lossReasonId: await insertRow("loss_reason", { name: "Price" }),
    stages: { open: stage.Proposal, won: stage.Won, lost: stage.Lost },
  };
  const home = { Rae: unit.E1, Ray: unit.E2, Wes: unit.W1 };
  holder = (who, amount) => ({ ...shared, amount, userId: user[who], unitId: home[who] });
  // E2 was Max's until March; Ray is in it.
  await query("UPDATE unit_edge SET valid_from = $2 WHERE unit_id = $1", [unit.E2, LEFT]);
  await insertRow("unit_edge", { unit_id: unit.E2, parent_id: unit.West, valid_to: LEFT });
  own = await oneOfEverything(holder("Rae", 1000));
  await oneOfEverything(holder("Ray", 700));
  hidden = await oneOfEverything(holder("Wes", 500));
  await query("SELECT fold_customer_sale(1000)");
});

/** The tables a person may read at all, with what they see of each. */
async function tables(scope: Scope): Promise<Map<string, string>> {
  return read(scope, async (tx) => {
    const names = await tx.$queryRaw<{ name: string; columns: string }[]>`
      SELECT c.relname AS name, string_agg('t.' || quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v')
        AND has_column_privilege('closeloop_app', c.oid, a.attnum, 'select') GROUP BY c.relname ORDER BY 1`;
    const seen = new Map<string, string>();
    for (const { name, columns } of names) {
      const rows = await tx.$queryRawUnsafe<{ all: string | null }[]>(
        `SELECT string_agg(row(${columns})::text, E'\\n' ORDER BY row(${columns})::text) AS all FROM "${name}" t`,
      );
      seen.set(name, rows[0]?.all ?? "");
    }
    return seen;
  });
}

async function everything(
  scope: Scope,
  world: Pick<World, "own" | "hidden"> = { own, hidden },
): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  for (const [name, rows] of await tables(scope)) seen.set(`table ${name}`, rows);
  const { competitorId } = holder("Rae", 1);
  for (const reading of readings({ company, competitorId, ...world }))
    seen.set(reading[0], await told(scope, reading));
  return seen;
}

/** What everybody may read, and what nobody's records are in. */
const FOR_ALL = [
  ...["user", "unit", "unit_edge", "unit_ancestor", "assignment", "organisation", "calendar_day"],
  ...["product", "product_category", "pipeline_stage", "loss_reason", "competitor", "market_note"],
  ...["customer_segment", "feedback_theme", "exchange_rate"],
];

describe("records one may not see make no difference", () => {
  const before = new Map<string, Map<string, string>>();
  const PEOPLE = ["Rae", "Mia"] as const;
  beforeAll(async () => {
    const scopes = { Ada: await scopeFor(company.user.Ada) };
    before.set("Ada", await tables(scopes.Ada));
    for (const person of PEOPLE)
      before.set(person, await everything(await scopeFor(company.user[person])));
    const more = await oneOfEverything(holder("Wes", 99_999));
    await shareDeal(more.deal, [
      [company.user.Wes, company.unit.W1],
      [company.user.Max, company.unit.West],
    ]);
    const { user, unit } = company;
    for (const table of ["sale", "deal", "customer", "feedback", "activity"])
      await query(`UPDATE ${table} SET version = version + 5 WHERE owner_id = $1`, [user.Wes]);
    await query(
      "UPDATE sale SET base_amount = base_amount * 7, customer_id = $2 WHERE owner_id = $1",
      [...[user.Wes, more.customer]],
    );
    await query("UPDATE target SET target = target * 3, version = version + 1 WHERE unit_id = $1", [
      unit.W1,
    ]);
  }, 280_000);

  it("was tried with a record in every table that anybody reads", async () => {
    const now = await tables(await scopeFor(company.user.Ada));
    const same = [...now].filter(([name, rows]) => before.get("Ada")?.get(name) === rows);
    // One's own alone, also for the admin, or one for each person: looked at past row security.
    const untouched = [];
    for (const [name] of same) {
      if (FOR_ALL.includes(name)) continue;
      const [row] = await query<{ n: number }>(`SELECT count(*)::int AS n FROM "${name}"`);
      if ((row?.n ?? 0) < 2) untouched.push([name, row?.n]);
    }
    expect(untouched).toEqual([]);
  });

  it.each(PEOPLE)(
    "to what %s reads: every table, list, page and figure",
    async (person) => {
      const now = await everything(await scopeFor(company.user[person]));
      const different = [...now].flatMap(([name, text]) => {
        const was = before.get(person)?.get(name);
        return was === text ? [] : [{ name, was: was?.slice(0, 600), now: text.slice(0, 600) }];
      });
      expect(different).toEqual([]);
    },
    280_000,
  );

  it("to what a former manager reads of a unit that has left, but for its days until then", async () => {
    const max = await scopeFor(company.user.Max);
    const swapped = { own: hidden, hidden: own };
    const was = await everything(max, swapped);
    await oneOfEverything(holder("Rae", 55_555));
    const change = async (table: string, day: string, since: string) =>
      query(
        `UPDATE ${table} SET version = version + 5 WHERE owner_id = $1 AND (${day} ${since} $2 OR ${day} IS NULL)`,
        [company.user.Ray, LEFT],
      );
    // Follow-ups are seen with their customer, whom an old sale still shows.
    for (const [table, day] of [
      ["sale", "sold_on"],
      ["deal", "closed_on"],
      ["feedback", "given_on"],
    ] as const)
      await change(table, day, ">=");
    const now = await everything(max, swapped);
    expect([...now].filter(([name, text]) => was.get(name) !== text)).toEqual([]);
    await change("sale", "sold_on", "<");
    expect((await tables(max)).get("sale")).not.toBe(was.get("table sale"));
  }, 280_000);

  it("twin: the reader's own records do", async () => {
    const scope = await scopeFor(company.user.Mia);
    await oneOfEverything(holder("Rae", 77));
    const now = await everything(scope);
    const same = [...now].flatMap(([name, text]) =>
      text === before.get("Mia")?.get(name) && name.startsWith("table ") ? [name.slice(6)] : [],
    );
    // Not a manager's, or there already: imports, the sums over all units, what is one's own alone.
    const others = [
      ...["api_token", "calendar_feed", "default_view", "notification", "sale_key", "saved_view"],
      ...["target", "target_revision"],
    ];
    const admins = ["audit_entry", "customer_sale", "customer_sale_stale"];
    const known = (name: string) =>
      [...FOR_ALL, ...others, ...admins, "deal_split"].includes(name) || name.startsWith("import_");
    expect(same.filter((name) => !known(name))).toEqual([]);
    const figures = [...now].filter(
      ([name, text]) => !name.startsWith("table ") && text !== before.get("Mia")?.get(name),
    );
    expect(figures.length).toBeGreaterThan(200);
  }, 280_000);
});
