import { beforeAll, describe, expect, it, vi } from "vitest";
import * as actions from "@/lib/feedback/actions/feedback";
import { suggestThemesAgain } from "@/lib/feedback/actions/themes";
import { measure } from "@/lib/metrics/data/measure";
import { read } from "@/lib/platform/db/access";
import { undoRemoval } from "@/lib/undo/actions";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { asPerson } from "@/tests/setup/next-request";
import { createRecords, insertRow, type Records } from "@/tests/setup/records";

vi.mock("next/headers", () => import("@/tests/setup/next-request"));
vi.mock("next/cache", () => import("@/tests/setup/next-request"));
vi.mock("next-intl/server", () => import("@/tests/setup/next-request"));

let company: Company;
let records: Records;
let price: string;
let service: string;
beforeAll(async () => {
  company = await createCompany();
  records = await createRecords(company);
  price = await insertRow("feedback_theme", { name: "Price", words_en: ["price"] });
  service = await insertRow("feedback_theme", { name: "Service", words_en: ["staff"] });
});

type Person = keyof Company["user"];
type Input = Parameters<typeof actions.createFeedback>[0];
const BLANK: Input = {
  kind: "complaint",
  channel: "phone",
  score: null,
  text: "The price is too high",
  severity: null,
  givenOn: "2026-02-20",
  contact: null,
  customerId: null,
  dealId: null,
  productId: null,
  competitorId: null,
  ownerId: null,
};

async function create(person: Person, more: Partial<Input> = {}) {
  await asPerson(company.user[person]);
  return actions.createFeedback({ ...BLANK, ...more });
}
async function created(person: Person, more: Partial<Input> = {}): Promise<string> {
  const result = await create(person, more);
  expect(result?.serverError).toBeUndefined();
  return result?.data?.id ?? "";
}
const stored = async (id: string) =>
  (await query<Record<string, unknown>>("SELECT * FROM feedback WHERE id = $1", [id]))[0];
const themesOf = async (id: string) =>
  (
    await query<{ id: string }>("SELECT theme_id AS id FROM feedback_tag WHERE feedback_id = $1", [
      id,
    ])
  ).map((row) => row.id);

describe("recording feedback", () => {
  it("takes the deal's customer along and suggests themes", async () => {
    const id = await created("Rae", { dealId: records.of.Rae.deal });
    expect(await stored(id)).toMatchObject({
      customer_id: records.of.Rae.customer,
      owner_id: company.user.Rae,
      unit_id: company.unit.E1,
      status: "new",
    });
    expect(await themesOf(id)).toEqual([price]);
  });

  it("by a manager goes to whoever has the deal", async () => {
    const id = await created("Mia", { dealId: records.of.Ray.deal });
    expect(await stored(id)).toMatchObject({
      owner_id: company.user.Ray,
      unit_id: company.unit.E2,
    });
  });

  it("refuses a stranger's deal, a colleague as owner, and a day that has not come", async () => {
    const code = async (more: Partial<Input>) => (await create("Rae", more))?.serverError?.code;
    expect(await code({ dealId: records.of.Wes.deal })).toBe("notFound");
    expect(await code({ ownerId: company.user.Rob })).toBe("feedbackOwnerRefused");
    expect(await code({ givenOn: "2099-01-01" })).toBe("feedbackInFuture");
  });

  it("wants a score of a survey and words of everything else", async () => {
    const errors = async (more: Partial<Input>) => (await create("Rae", more))?.validationErrors;
    expect(await errors({ kind: "nps" })).toBeDefined();
    expect(await errors({ kind: "csat", score: 9 })).toBeDefined();
    expect(await errors({ kind: "praise", text: " " })).toBeDefined();
    expect(await errors({ givenOn: "1969-12-31" })).toBeDefined();
    expect(await errors({ text: "x".repeat(10_000) })).toBeDefined();
  });
});

describe("answering feedback", () => {
  it("keeps the first time it was acknowledged; only who may write it answers", async () => {
    const id = await created("Rae");
    for (const person of ["Rob", "Max"] as const) {
      await asPerson(company.user[person]);
      const refused = await actions.acknowledgeFeedback({ id, version: 1, answer: "mine" });
      expect(refused?.serverError?.code).toBe("notFound");
    }
    await asPerson(company.user.Mia);
    await actions.acknowledgeFeedback({ id, version: 1, answer: "We look into it" });
    const first = await stored(id);
    await actions.resolveFeedback({ id, version: 2, resolution: "Done" });
    await actions.reopenFeedback({ id, version: 3 });
    const again = await stored(id);
    expect(first).toMatchObject({ status: "acknowledged", acknowledged_by_id: company.user.Mia });
    expect(again).toMatchObject({ status: "acknowledged", resolved_at: null, version: 4 });
    expect(again?.acknowledged_at).toEqual(first?.acknowledged_at);
  });

  it("of two at once the second is shown what the first saved", async () => {
    const id = await created("Rae");
    await asPerson(company.user.Rae);
    const results = await Promise.all([
      actions.resolveFeedback({ id, version: 1, resolution: "one" }),
      actions.resolveFeedback({ id, version: 1, resolution: "two" }),
    ]);
    const conflicts = results.filter((result) => result?.serverError?.code === "conflict");
    expect(conflicts).toHaveLength(1);
    expect(conflicts[0]?.serverError?.current).toMatchObject({ status: "resolved", version: 2 });
  });
});

describe("themes", () => {
  it("confirmed by a person stay; others follow the words", async () => {
    const mine = await created("Rae");
    const other = await created("Rae");
    await asPerson(company.user.Rae);
    await actions.confirmFeedbackThemes({ id: mine, version: 1, themeIds: [service] });
    await query("UPDATE feedback_theme SET words_en = '{high}' WHERE id = $1", [service]);
    await asPerson(company.user.Ada);
    expect((await suggestThemesAgain())?.data?.changed).toBeGreaterThan(0);
    expect(await themesOf(mine)).toEqual([service]);
    expect((await themesOf(other)).sort()).toEqual([price, service].sort());
  });
});

describe("deleting feedback", () => {
  it("is undone with its themes by whoever did it, also of an answer of the form", async () => {
    const id = await created("Rae");
    const link = await insertRow("feedback_link", {
      ...{ token_hash: "x", kind: "nps", once: true, expires_at: "2030-01-01" },
      ...{ owner_id: company.user.Rae, unit_id: company.unit.E1 },
    });
    await query(
      "UPDATE feedback SET link_id = $2, form_key = $3, created_by_id = NULL WHERE id = $1",
      [id, link, crypto.randomUUID()],
    );
    const before = await stored(id);
    const themes = await themesOf(id);
    await asPerson(company.user.Rob);
    expect((await actions.deleteFeedback({ id }))?.serverError?.code).toBe("notFound");
    await asPerson(company.user.Mia);
    const removal = (await actions.deleteFeedback({ id }))?.data?.removal ?? "";
    expect(await stored(id)).toBeUndefined();
    expect((await undoRemoval({ removal }))?.serverError).toBeUndefined();
    expect(await stored(id)).toEqual(before);
    expect((await themesOf(id)).sort()).toEqual(themes.sort());
  });
});

describe("figures of feedback", () => {
  it("of 10, 9, 7 and 3: NPS is 25, seen by each as far as they may", async () => {
    const rival = await insertRow("competitor", { name: "Rival" });
    for (const score of [10, 9, 7, 3])
      await insertRow("feedback", {
        ...{ kind: "nps", channel: "form", score, given_on: "2025-05-05", competitor_id: rival },
        ...{ owner_id: company.user.Rae, unit_id: company.unit.E1 },
        ...{ received_at: "2025-05-05T00:00:00Z", acknowledged_at: "2025-05-06T12:00:00Z" },
      });
    const figures = async (person: Person) =>
      read(await scopeFor(company.user[person]), (tx) =>
        measure(tx, {
          metrics: ["nps", "first_response_time", "resolution_time", "competitor_mentions"],
          range: { from: "2025-05-01", to: "2025-06-01" },
          ...{
            asOf: "2025-06-01",
            digits: 2,
            calendar: { fiscalYearStartMonth: 1, firstDayOfWeek: 1 },
          },
        }),
      );
    for (const person of ["Rae", "Mia", "Ada"] as const)
      expect((await figures(person)).map(({ value, n }) => [value, n])).toEqual([
        [25, 4],
        [1.5, 4],
        [null, 0],
        [4, 4],
      ]);
    expect((await figures("Wes")).map(({ value }) => value)).toEqual([null, null, null, 0]);
  });
});
