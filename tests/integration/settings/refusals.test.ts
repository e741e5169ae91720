import { beforeAll, describe, expect, it, vi } from "vitest";
import * as catalog from "@/lib/catalog/actions";
import * as reasons from "@/lib/deals/actions/reasons";
import * as stages from "@/lib/deals/actions/stages";
import { AppError } from "@/lib/platform/errors";
import type { Scope } from "@/lib/platform/scope";
import * as calendar from "@/lib/settings/actions/calendar";
import * as currencies from "@/lib/settings/actions/currencies";
import * as organisation from "@/lib/settings/actions/organisation";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { acting, outcome } from "./acting";

vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
vi.mock("@/lib/platform/auth/session", () => ({
  actionScope: async () => {
    if (!acting.scope) throw new AppError("signedOut");
    return acting.scope;
  },
}));

type Answer = { serverError?: unknown; validationErrors?: unknown };
type Case = [name: string, call: () => Promise<Answer>];

let company: Company;
let scopes: { admin: Scope; manager: Scope; rep: Scope };
const id = {} as Record<"product" | "category" | "reason" | "competitor" | "rate" | "day", string>;

async function stored(name: keyof typeof id, sql: string): Promise<void> {
  const [row] = await query<{ id: string }>(`${sql} RETURNING id`);
  id[name] = row?.id ?? "";
}

beforeAll(async () => {
  company = await createCompany();
  const { Ada, Mia, Rae } = company.user;
  scopes = {
    admin: await scopeFor(Ada),
    manager: await scopeFor(Mia),
    rep: await scopeFor(Rae),
  };
  await stored("category", "INSERT INTO product_category (name) VALUES ('Lamps')");
  await stored("product", "INSERT INTO product (name, currency) VALUES ('Lamp', 'USD')");
  await stored("reason", "INSERT INTO loss_reason (name) VALUES ('Price')");
  await stored("competitor", "INSERT INTO competitor (name) VALUES ('Rival')");
  await stored(
    "rate",
    "INSERT INTO exchange_rate (currency, valid_from, rate) VALUES ('EUR', '2026-01-01', 1.1)",
  );
  await stored(
    "day",
    "INSERT INTO calendar_day (day, kind, name) VALUES ('2026-01-01', 'holiday', 'New Year')",
  );
});

const names = { name: "New", nameEn: null };
const product = { ...names, sku: null, categoryId: null, listPrice: 1, currency: "USD" };
const stage = { ...names, kind: "open" as const, probability: 0.2 };
const settings = {
  ...names,
  timeZone: "UTC",
  firstDayOfWeek: 1,
  weekendDays: [6, 7],
  riseColour: "red" as const,
  paceOnFrom: 1,
  paceCautionFrom: 0.9,
  leaderboardVisible: false,
  followUpDays: 2,
  scoreWeightRevenue: 1,
  scoreWeightNewCustomers: 1,
  scoreWeightGrowth: 1,
  scoreWeightWinRate: 1,
  scoreCap: null,
};
const rate = { currency: "EUR", validFrom: "2026-02-01", rate: 1.2 };
const entry = { from: "2026-05-01", to: "", kind: "holiday" as const, ...names };
const own = (name: keyof typeof id) => ({ id: id[name] });

/** Every action of the settings, the ones that delete last; an admin may do all of them in this order. */
const cases: Case[] = [
  ["createProduct", () => catalog.createProduct(product)],
  ["editProduct", () => catalog.editProduct({ ...own("product"), version: 1, ...product })],
  ["setProductActive", () => catalog.setProductActive({ ...own("product"), active: false })],
  ["createCategory", () => catalog.createCategory(names)],
  [
    "editCategory",
    () => catalog.editCategory({ ...own("category"), version: 1, ...names, name: "Lights" }),
  ],
  ["createStage", () => stages.createStage(stage)],
  [
    "editStage",
    () =>
      stages.editStage({
        id: company.stage.Prospecting,
        version: 1,
        ...stage,
        name: "First contact",
      }),
  ],
  ["moveStage", () => stages.moveStage({ id: company.stage.Prospecting, by: 1 })],
  ["setStageActive", () => stages.setStageActive({ id: company.stage.Proposal, active: false })],
  ["createReason", () => reasons.createReason(names)],
  [
    "editReason",
    () => reasons.editReason({ ...own("reason"), version: 1, ...names, name: "Cost" }),
  ],
  ["setReasonActive", () => reasons.setReasonActive({ ...own("reason"), active: false })],
  ["createCompetitor", () => reasons.createCompetitor(names)],
  [
    "editCompetitor",
    () => reasons.editCompetitor({ ...own("competitor"), version: 1, ...names, name: "Foe" }),
  ],
  [
    "setCompetitorActive",
    () => reasons.setCompetitorActive({ ...own("competitor"), active: false }),
  ],
  ["addRate", () => currencies.addRate(rate)],
  [
    "editRate",
    () =>
      currencies.editRate({
        ...own("rate"),
        version: 1,
        ...rate,
        rate: 3,
        validFrom: "2026-01-01",
      }),
  ],
  ["addCalendarDays", () => calendar.addCalendarDays(entry)],
  ["addCalendarList", () => calendar.addCalendarList({ entries: [entry] })],
  ["copyCalendarYear", () => calendar.copyCalendarYear({ year: 2027 })],
  ["editOrganisation", () => organisation.editOrganisation({ version: 1, ...settings })],
  ["setFiscalStart", () => organisation.setFiscalStart({ version: 2, startMonth: 4 })],
  ["deleteProduct", () => catalog.deleteProduct(own("product"))],
  ["deleteCategory", () => catalog.deleteCategory(own("category"))],
  ["deleteStage", () => stages.deleteStage({ id: company.stage.Proposal })],
  ["deleteReason", () => reasons.deleteReason(own("reason"))],
  ["deleteCompetitor", () => reasons.deleteCompetitor(own("competitor"))],
  ["removeRate", () => currencies.removeRate(own("rate"))],
  ["removeCalendarDays", () => calendar.removeCalendarDays({ ids: [id.day] })],
];

const SETTINGS_TABLES = [
  "product",
  "product_category",
  "pipeline_stage",
  "loss_reason",
  "competitor",
  "exchange_rate",
  "calendar_day",
  "organisation",
];

async function everything(): Promise<unknown> {
  const tables = SETTINGS_TABLES.map(
    (table) => `(SELECT jsonb_agg(to_jsonb(t) ORDER BY t.id) FROM ${table} t) AS ${table}`,
  );
  return (await query(`SELECT ${tables.join(", ")}`))[0];
}

describe("who may change the settings", () => {
  it.each(["manager", "rep"] as const)(
    "a %s is refused everything, and nothing changes",
    async (role) => {
      acting.scope = scopes[role];
      const before = await everything();
      for (const [name, call] of cases)
        expect([name, outcome(await call())]).toEqual([name, "forbidden"]);
      expect(outcome(await organisation.setBaseCurrency({ version: 1, baseCurrency: "EUR" }))).toBe(
        "forbidden",
      );
      expect(await everything()).toEqual(before);
    },
  );
  it("nobody without a session gets further", async () => {
    acting.scope = null;
    const before = await everything();
    for (const [name, call] of cases)
      expect([name, outcome(await call())]).toEqual([name, "signedOut"]);
    expect(await everything()).toEqual(before);
  });
  it("an admin may do all of it", async () => {
    acting.scope = scopes.admin;
    for (const [name, call] of cases) expect([name, outcome(await call())]).toEqual([name, "ok"]);
  });
  it("covers every action there is", () => {
    const all = [catalog, reasons, stages, calendar, currencies, organisation];
    const written = all.flatMap((module) => Object.keys(module)).sort();
    expect(written).toEqual([...cases.map(([name]) => name), "setBaseCurrency"].sort());
  });
});
