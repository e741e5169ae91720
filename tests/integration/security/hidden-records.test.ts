import { beforeAll, describe, expect, it, vi } from "vitest";
import { activityCalendar, activityList } from "@/lib/activities/queries";
import { COMPARE_METRICS, COMPARED, NORMS } from "@/lib/analysis/domain/compare-choices";
import { GAP_BASES, GAP_DIMENSIONS, GAP_METRICS } from "@/lib/analysis/domain/gap-choices";
import { compare } from "@/lib/analysis/queries/compare";
import { customerAnalysis } from "@/lib/analysis/queries/customers";
import { effortAnalysis } from "@/lib/analysis/queries/effort";
import { explore } from "@/lib/analysis/queries/explore";
import { funnelAnalysis } from "@/lib/analysis/queries/funnel";
import { explainGap } from "@/lib/analysis/queries/gap";
import { trendAnalysis } from "@/lib/analysis/queries/trends";
import { customerDetail, customerList, findCustomers } from "@/lib/customers/queries";
import { customerRequests } from "@/lib/customers/queries/requests";
import { findContacts } from "@/lib/customers/queries/search-contacts";
import { dashboard } from "@/lib/dashboard/queries/dashboard";
import { dealDetail, dealList, findDeals } from "@/lib/deals/queries";
import { notificationPage } from "@/lib/discussion/queries/notifications";
import { recentRecords } from "@/lib/discussion/queries/recent-records";
import { feedbackDetail, feedbackList } from "@/lib/feedback/queries/feedback";
import { findFeedback } from "@/lib/feedback/queries/search-feedback";
import { standingAgainst } from "@/lib/figures/queries/competitor";
import { customerFigures } from "@/lib/figures/queries/customer-figures";
import { explainFigure } from "@/lib/figures/queries/explain-figure";
import { measureForApi } from "@/lib/figures/queries/measure-api";
import { voiceOverview } from "@/lib/figures/queries/voice";
import { measureQuery } from "@/lib/figures/schema";
import { lookForFindings } from "@/lib/findings/data/look-for-findings";
import { findingDetail, findingList, topFindings } from "@/lib/findings/queries/findings";
import { competitorPage } from "@/lib/market/queries";
import { METRIC_IDS } from "@/lib/metrics/domain/catalogue";
import { DIMENSIONS } from "@/lib/metrics/domain/dimensions";
import { myDay } from "@/lib/my-day/queries";
import { dealBoard } from "@/lib/pipeline/queries/board";
import { dealCredit, handOverRequests } from "@/lib/pipeline/queries/hand-overs";
import { read } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { saleDetail, saleList, storeDaysPage } from "@/lib/sales/queries";
import { targetsPage } from "@/lib/targets/queries/targets-page";
import { timelineOf } from "@/lib/timeline/queries";
import { listViews } from "@/lib/views/queries";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { type Holder, oneOfEverything, shareDeal } from "@/tests/setup/one-of-everything";
import { insertRow } from "@/tests/setup/records";
import { isFullRun } from "@/tests/setup/thoroughness";

vi.mock("next/headers", () => import("@/tests/setup/next-request"));
vi.mock("next-intl/server", () => import("@/tests/setup/next-request"));

// What one may not see must make no difference at all to what one sees: everything is read, records are
// added and changed that the reader may not see, and everything is read again.

let company: Company;
let holder: (who: "Rae" | "Wes", amount: number) => Holder;
let own: Awaited<ReturnType<typeof oneOfEverything>>;
let hidden: Awaited<ReturnType<typeof oneOfEverything>>;

/** Whose figures are asked for: what the reader leads, and what they do not. */
let units: (string | undefined)[];

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
  const home = { Rae: unit.E1, Wes: unit.W1 };
  holder = (who, amount) => ({ ...shared, amount, userId: user[who], unitId: home[who] });
  own = await oneOfEverything(holder("Rae", 1000));
  hidden = await oneOfEverything(holder("Wes", 500));
  await query("SELECT fold_customer_sale()");
  units = [...few([undefined, unit.W1, unit.East, unit.Company, unit.E1, unit.West], 4)];
});

type Reading = readonly [name: string, value: (scope: Scope) => Promise<unknown>];

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

/** All in the full run, else the first. */
const few = <T>(all: readonly T[], some: number): readonly T[] =>
  isFullRun ? all : all.slice(0, some);

const DAY = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * DAY).toISOString().slice(0, 10);

function readings(): Reading[] {
  const all: Reading[] = [];
  const add = (name: string, value: Reading[1]) => void all.push([name, value]);
  const { customer, deal, sale, feedback, finding } = hidden;
  for (const [at, unit] of units.entries()) {
    const of = `unit ${at}`;
    const place = unit ? { unit } : {};
    add(`dashboard ${of}`, (scope) => dashboard(scope, { ...place }));
    add(`funnel ${of}`, (scope) => funnelAnalysis(scope, place));
    add(`customers ${of}`, (scope) => customerAnalysis(scope, place));
    add(`trends ${of}`, (scope) => trendAnalysis(scope, place));
    for (const by of ["rep", "branch"] as const)
      add(`effort by ${by} ${of}`, (scope) => effortAnalysis(scope, { ...place, by }));
    for (const whose of COMPARED)
      for (const metric of few(COMPARE_METRICS, 2))
        add(`compare ${whose} ${metric} ${of}`, (scope) =>
          compare(scope, { ...place, of: whose, metric, norm: NORMS[at % NORMS.length] }),
        );
    for (const metric of GAP_METRICS)
      for (const [no, by] of few(GAP_DIMENSIONS, 3).entries())
        add(`gap ${metric} by ${by} ${of}`, (scope) =>
          explainGap(scope, { ...place, metric, by, against: GAP_BASES[(no + at) % 3] }),
        );
    for (const by of DIMENSIONS)
      add(`explore by ${by} ${of}`, (scope) => explore(scope, { ...place, by, metric: "revenue" }));
    add(`deals ${of}`, (scope) => dealList(scope, { ...place }));
    add(`board ${of}`, (scope) => dealBoard(scope, { ...place }));
    add(`sales ${of}`, (scope) => saleList(scope, { ...place }));
    add(`customers list ${of}`, (scope) => customerList(scope, { ...place, sort: "-revenue" }));
    add(`activities ${of}`, (scope) => activityList(scope, { ...place }));
    add(`feedback ${of}`, (scope) => feedbackList(scope, { ...place }));
    add(`findings ${of}`, (scope) => findingList(scope, { ...place, basis: "all" }));
    add(`targets ${of}`, (scope) => targetsPage(scope, unit ? { unit } : {}, "en"));
    add(`store days ${of}`, (scope) => storeDaysPage(scope, { unit }));
    for (const metric of METRIC_IDS) {
      const asked = { metric, from: ago(400), to: ago(0), unit };
      for (const by of few([undefined, "customer", "rep"], 2)) {
        const parsed = measureQuery.safeParse({ ...asked, by });
        if (parsed.success)
          add(`api ${metric} by ${by} ${of}`, (scope) => measureForApi(scope, parsed.data, "en"));
      }
    }
  }
  add("my day", (scope) => myDay(scope, {}));
  add("calendar", (scope) => activityCalendar(scope, { owner: company.user.Wes }));
  add("my day of another", (scope) => myDay(scope, { rep: company.user.Wes }));
  add("voice", (scope) => voiceOverview(scope));
  add("competitor", (scope) => standingAgainst(scope, holder("Rae", 1).competitorId));
  add("competitor page", (scope) => competitorPage(scope, holder("Rae", 1).competitorId));
  add("largest findings", (scope) => topFindings(scope, 20));
  add("own customer", (scope) => customerDetail(scope, own.customer));
  add("own customer's figures", (scope) => customerFigures(scope, own.customer));
  add("own customer's timeline", (scope) =>
    timelineOf(scope, { kind: "customer", id: own.customer } as never, { only: null, limit: 50 }),
  );
  add("own deal", (scope) => dealDetail(scope, own.deal));
  add("own deal's credit", (scope) => dealCredit(scope, own.deal));
  add("hand-overs", (scope) => handOverRequests(scope));
  add("questions about customers", (scope) => customerRequests(scope));
  add("notifications", (scope) => notificationPage(scope, {}));
  add("views", (scope) => listViews(scope, "deals", {}));
  for (const [name, find] of Object.entries({
    findCustomers,
    findDeals,
    findContacts,
    findFeedback,
  }))
    add(name, (scope) => find(scope, "Secret", 20, "en"));
  // By the ids of others, in every place of an address that takes one.
  add("deals of a hidden customer", (scope) => dealList(scope, { customer: [customer] }));
  add("sales of a hidden deal", (scope) => saleList(scope, { deal: [deal] }));
  add("findings about another", (scope) => findingList(scope, { owner: [company.user.Wes] }));
  add("gap of a hidden customer", (scope) => explainGap(scope, { customer }));
  add("gap of another rep", (scope) => explainGap(scope, { rep: company.user.Wes }));
  add("visited records", (scope) =>
    recentRecords(scope, [`deal:${deal}`, `customer:${customer}`, `finding:${finding}`], "en"),
  );
  for (const more of [{ customer }, { rep: company.user.Wes }, { unit: company.unit.W1 }])
    add(`figure of ${Object.keys(more)}`, (scope) =>
      explainFigure(scope, "revenue", { from: ago(400), to: ago(0), ...more }),
    );
  for (const [name, load] of Object.entries({
    deal: (scope: Scope) => dealDetail(scope, deal),
    customer: (scope: Scope) => customerDetail(scope, customer),
    "customer's figures": (scope: Scope) => customerFigures(scope, customer),
    sale: (scope: Scope) => saleDetail(scope, sale),
    feedback: (scope: Scope) => feedbackDetail(scope, feedback),
    finding: (scope: Scope) => findingDetail(scope, finding),
    credit: (scope: Scope) => dealCredit(scope, deal),
  }))
    add(`hidden ${name}`, load);
  for (const root of [company.unit.East, company.unit.Company])
    add(`look at ${root}`, (scope) =>
      read(scope, async (tx) => {
        const { milliseconds: _, ...look } = await lookForFindings(tx, root);
        return look;
      }),
    );
  return all;
}

/** What came of a reading, as text; of an error its message. */
async function told(scope: Scope, [, value]: Reading): Promise<string> {
  const found = await value(scope).catch((error: Error) => ({ error: error.message }));
  return JSON.stringify(found, (_, one) => (one instanceof Map ? [...one] : one)) ?? "";
}

async function everything(scope: Scope): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  for (const [name, rows] of await tables(scope)) seen.set(`table ${name}`, rows);
  for (const reading of readings()) seen.set(reading[0], await told(scope, reading));
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
