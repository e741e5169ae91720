import { beforeAll, describe, expect, it } from "vitest";
import { explainFigure } from "@/lib/figures/queries/explain-figure";
import { measureForApi } from "@/lib/figures/queries/measure-api";
import { voiceOverview } from "@/lib/figures/queries/voice";
import { measureQuery } from "@/lib/figures/schema";
import { NotFoundError } from "@/lib/platform/errors";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { insertRow } from "@/tests/setup/records";

// Feedback of January: A (price, service), B (price), C (service), D without a theme; of October before: E (price).
// A and B are acknowledged within two days, C after three, D never.

const JANUARY = { from: "2026-01-01", to: "2026-02-01" };
const BEFORE = { baseFrom: "2025-10-01", baseTo: "2025-11-01" };
let company: Company;
const theme = {} as Record<"price" | "service", string>;

async function feedback(day: string, themes: readonly (keyof typeof theme)[], after?: string) {
  const received_at = `${day}T08:00:00Z`;
  const acknowledged_at =
    after && new Date(Date.parse(received_at) + Date.parse(`1970-01-0${after}Z`));
  const feedback_id = await insertRow("feedback", {
    ...{ kind: "complaint", channel: "phone", given_on: day, received_at, text: themes.join() },
    ...{ owner_id: company.user.Rae, unit_id: company.unit.E1 },
    ...(after ? { acknowledged_at, status: "acknowledged" } : {}),
  });
  for (const one of themes) await insertRow("feedback_tag", { feedback_id, theme_id: theme[one] });
}

async function lead(created_on: string, followedOn: string | null, status = "done") {
  const place = { owner_id: company.user.Rae, unit_id: company.unit.E1 };
  const deal_id = await insertRow("deal", {
    ...{ ...place, title: "Lead", stage_id: company.stage.Prospecting, created_on },
    ...{ currency: "USD", expected_amount: 100, expected_base_amount: 100 },
  });
  if (followedOn)
    await insertRow("activity", { ...place, kind: "call", day: followedOn, status, deal_id });
}

beforeAll(async () => {
  company = await createCompany();
  theme.price = await insertRow("feedback_theme", { name: "价格", name_en: "Price" });
  theme.service = await insertRow("feedback_theme", { name: "服务", name_en: "Service" });
  await feedback("2026-01-05", ["price", "service"], "1T04:00:00");
  await feedback("2026-01-06", ["price"], "3T00:00:00");
  await feedback("2026-01-07", ["service"], "4T00:00:00");
  await feedback("2026-01-08", []);
  await feedback("2025-10-09", ["price"]);
  await lead("2026-01-10", "2026-01-12");
  await lead("2026-01-10", "2026-01-13");
  await lead("2026-01-10", "2026-01-10", "planned");
  await lead("2026-01-10", null);
  const place = { owner_id: company.user.Rae, unit_id: company.unit.E1, status: "done" };
  for (const kind of ["visit", "visit", "demo"])
    await insertRow("activity", { ...place, kind, day: "2026-01-20" });
});

async function api(metric: string, by?: string, range = JANUARY) {
  const asked = measureQuery.parse({ metric, by, ...range });
  const answer = await measureForApi(await scopeFor(company.user.Mia), asked, "en");
  return new Map((answer?.rows ?? []).map(({ label, value }) => [label, value]));
}
const explained = async (metric: string, params: object, person: "Mia" | "Wes" = "Mia") =>
  explainFigure(await scopeFor(company.user[person]), metric, { ...JANUARY, ...params });

describe("theme share", () => {
  it("price 2 of 3 themed, service 2 of 3: feedback may name both, D names none", async () => {
    const shares = await api("theme_share", "theme");
    expect(shares).toEqual(
      new Map([
        ["Price", 2 / 3],
        ["Service", 2 / 3],
      ]),
    );
    expect(await api("theme_share")).toEqual(new Map([[null, null]]));
  });

  it("of one theme lists its feedback; against October, 1 of 1, it is 33.3 points less", async () => {
    const { figure, records } = await explained("theme_share", { theme: theme.price });
    expect(figure).toMatchObject({ value: 2 / 3, numerator: 2, denominator: 3, n: 3 });
    expect(records).toMatchObject({ kind: "feedback", rows: [{}, {}] });
    const change = await explained("change", { of: "theme_share", theme: theme.price, ...BEFORE });
    expect(change.figure.value).toBeCloseTo(2 / 3 - 1, 10);
  });

  it("by rep the whole is the rep's; of what one may not see there is none", async () => {
    const { figure } = await explained("theme_share", {
      theme: theme.price,
      rep: company.user.Rae,
    });
    expect(figure.value).toBeCloseTo(2 / 3, 10);
    expect((await explained("theme_share", { theme: theme.price }, "Wes")).figure.value).toBeNull();
    const wrong = explained("csat", { theme: theme.price });
    await expect(wrong).rejects.toBeInstanceOf(NotFoundError);
  });

  it("stands over the list of feedback with its change", async () => {
    const { themes } = await voiceOverview(await scopeFor(company.user.Mia));
    expect(themes).toEqual([]);
  });
});

describe("follow-up rate", () => {
  it("of feedback: A and B in two days of 4; with a setting of three days C too", async () => {
    expect(await api("follow_up_rate")).toEqual(new Map([[null, 2 / 4]]));
    const { records } = await explained("follow_up_rate", {});
    expect(records).toMatchObject({ kind: "feedback", rows: [{}, {}, {}, {}] });
    await query("UPDATE organisation SET follow_up_days = 3");
    expect(await api("follow_up_rate")).toEqual(new Map([[null, 3 / 4]]));
    await query("UPDATE organisation SET follow_up_days = 2");
  });

  it("of leads: one of four followed within two days; a plan is no follow-up", async () => {
    expect(await api("lead_follow_up_rate")).toEqual(new Map([[null, 1 / 4]]));
    const { records } = await explained("lead_follow_up_rate", {});
    expect(records).toMatchObject({ kind: "deals", rows: [{}, {}, {}, {}] });
  });

  it("does not count what is too young to be late", async () => {
    const now = new Date().toISOString().slice(0, 10);
    await feedback(now, []);
    await lead(now, null);
    const year = { from: now, to: "2100-01-01" };
    expect(await api("follow_up_rate", undefined, year)).toEqual(new Map([[null, null]]));
    expect(await api("lead_follow_up_rate", undefined, year)).toEqual(new Map([[null, null]]));
    const { records } = await explained("follow_up_rate", year);
    expect(records).toMatchObject({ kind: "feedback", rows: [] });
  });
});

describe("follow-ups done by kind", () => {
  it("2 visits + 1 demo + 2 calls = 5, and the records of one kind are those of that kind", async () => {
    const byKind = await api("activities", "activityKind");
    expect(byKind).toEqual(
      new Map([
        ["Visit", 2],
        ["Demo", 1],
        ["Call", 2],
      ]),
    );
    const { figure, records, filters } = await explained("activities", { activityKind: "visit" });
    expect(figure.value).toBe(2);
    expect(records).toMatchObject({
      kind: "activities",
      rows: [{ kind: "visit" }, { kind: "visit" }],
    });
    expect(filters).toEqual([
      { dimension: "activityKind", label: { name: "拜访", nameEn: "Visit" } },
    ]);
  });
});
