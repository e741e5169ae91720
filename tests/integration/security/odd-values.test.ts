import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { leavesOf, replaced, SOME_ID, sampleOf, schemaOf } from "@/tests/setup/action-schemas";
import { type Company, createCompany } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { asPerson } from "@/tests/setup/next-request";
import { oneOfEverything } from "@/tests/setup/one-of-everything";
import { insertRow } from "@/tests/setup/records";

vi.mock("next/headers", () => import("@/tests/setup/next-request"));
vi.mock("next/cache", () => import("@/tests/setup/next-request"));
vi.mock("next-intl/server", () => import("@/tests/setup/next-request"));

// What the schemas let through goes all the way to the database, about records that are there: it is
// saved, or refused for a reason a person can read.

type Answer = { serverError?: { code: string }; validationErrors?: unknown } | undefined;
type Action = (input?: unknown) => Promise<Answer>;
const modules = {
  ...import.meta.glob<Record<string, Action>>("/lib/*/actions.ts"),
  ...import.meta.glob<Record<string, Action>>("/lib/*/actions/*.ts"),
};
const actions: {
  title: string;
  action: Action;
  sample: unknown;
  schema: ReturnType<typeof schemaOf>;
}[] = [];
for (const [file, load] of Object.entries(modules).sort())
  for (const [name, action] of Object.entries(await load())) {
    const schema = schemaOf(action);
    const sample = schema && sampleOf(schema);
    if (sample !== undefined)
      actions.push({ title: `${file.split("/")[2]}.${name}`, action, sample, schema });
  }

const HOSTILE = "a\0\u0007\ud800' OR 1=1 -- <b>\u202e\u05d0\u{1f600}\\u0000 %_\\";
const NUMBERS = [0, 0.00004, 1e9, 2_147_483_647, 1e12];

let company: Company;
/** Records by what a field or an action calls them, with their tables. */
let records: [called: RegExp, id: string, table?: string][];

beforeAll(async () => {
  company = await createCompany();
  const { unit, user, stage } = company;
  const product = await insertRow("product", { name: "Camera", currency: "USD" });
  const theme = await insertRow("feedback_theme", { name: "Price", words: "{}", words_en: "{}" });
  const competitor = await insertRow("competitor", { name: "Rival" });
  const reason = await insertRow("loss_reason", { name: "Price" });
  const one = await oneOfEverything({
    ...{ amount: 10, stages: { open: stage.Proposal, won: stage.Won, lost: stage.Lost } },
    ...{ productId: product, themeId: theme, competitorId: competitor, lossReasonId: reason },
    ...{ userId: user.Rae, unitId: unit.E1 },
  });
  const first = async (table: string) =>
    (await query<{ id: string }>(`SELECT id FROM "${table}" ORDER BY id LIMIT 1`))[0]?.id ??
    SOME_ID;
  const contact = await first("contact");
  records = [
    [
      /intoId/i,
      await insertRow("finding", {
        kind: "own",
        title: "o",
        unit_id: unit.E1,
        found_on: "2026-01-01",
      }),
    ],
    [
      /loser/i,
      await insertRow("customer", { name: "Loser", owner_id: user.Rae, unit_id: unit.E1 }),
      "customer",
    ],
    [/contact/i, contact, "contact"],
    [/segment/i, await insertRow("customer_segment", { name: "Key" }), "customer_segment"],
    [/request/i, await first("customer_request"), "customer_request"],
    [/merge/i, await first("customer_merge")],
    [/parent/i, unit.Company],
    [/link/i, await first("feedback_link")],
    [/theme/i, theme, "feedback_theme"],
    [/categor/i, await insertRow("product_category", { name: "All" }), "product_category"],
    [/product/i, product, "product"],
    [/competitor/i, competitor, "competitor"],
    [/reason/i, reason, "loss_reason"],
    [/stage/i, stage.Proposal, "pipeline_stage"],
    [/comment/i, await first("comment"), "comment"],
    [/attachment/i, await first("attachment")],
    [/handover|withdraw/i, await first("deal_hand_over")],
    [/view/i, await first("saved_view"), "saved_view"],
    [/token/i, await first("api_token")],
    [
      /rate/i,
      await insertRow("exchange_rate", { currency: "EUR", valid_from: "2020-01-01", rate: 1.1 }),
      "exchange_rate",
    ],
    [
      /note/i,
      await insertRow("market_note", {
        kind: "price",
        title: "n",
        happened_on: "2026-01-01",
        impact: "neutral",
        credibility: "rumour",
        author_id: user.Rae,
      }),
      "market_note",
    ],
    [/unit/i, unit.E2, "unit"],
    [/owner|toId/i, user.Rob],
    [/user|manag/i, user.Ray, "user"],
    [/finding/i, one.finding, "finding"],
    [/feedback/i, one.feedback, "feedback"],
    [/activit/i, one.activity, "activity"],
    [/customer|survivor/i, one.customer, "customer"],
    [
      /sale|return/i,
      (
        await query<{ id: string }>(
          "SELECT id FROM sale WHERE source IS NULL ORDER BY sold_on LIMIT 1",
        )
      )[0]?.id ?? "",
      "sale",
    ],
    [/deal|credit|change/i, one.deal, "deal"],
  ];
});

const tableOf = (id: string) => records.find(([, known, table]) => known === id && table)?.[2];

/** The sample about records that are there: a field by its own name, `id` by the action's. */
function about(title: string, sample: unknown): unknown {
  return leavesOf(sample).reduce((input, { path, value }) => {
    if (value !== SOME_ID) return input;
    const words = path.filter((step) => typeof step === "string" && !["id", "ids"].includes(step));
    const named = records.find(([called]) => called.test(String(words.at(-1) ?? "")));
    const meant = named ?? records.find(([called]) => called.test(title));
    return meant ? replaced(input, path, meant[1]) : input;
  }, sample);
}

/** The person who may: an admin for settings, the owner for the rest. */
async function call({ title, action }: (typeof actions)[number], input: unknown): Promise<string> {
  for (const { value } of leavesOf(input)) {
    const table = typeof value === "string" ? tableOf(value) : undefined;
    if (table) await query(`UPDATE "${table}" SET version = 1 WHERE id = $1`, [value]);
  }
  const isOwn =
    /^(activities|customers|feedback|findings|market|pipeline|sales|views|discussion)\./;
  await asPerson(isOwn.test(title) ? company.user.Rae : company.user.Ada);
  const answer = await action(input).catch((error: { digest?: string }) => {
    if (error.digest?.startsWith("NEXT_REDIRECT")) return undefined;
    throw error;
  });
  if (answer?.validationErrors) return "field";
  return answer?.serverError?.code ?? "done";
}

const outcomes = new Map<string, number>();
beforeEach(() => query("DELETE FROM form_quota"));

describe("odd values that the schemas let through", () => {
  it.each(actions)("are saved or refused for a reason, never a failure, by $title", async (one) => {
    const base = about(one.title, one.sample);
    const inputs = [base];
    const texts = leavesOf(base).filter(
      ({ value }) => typeof value === "string" && !tableOf(value),
    );
    for (const { path } of texts) inputs.push(replaced(base, path, HOSTILE));
    for (const { path, value } of leavesOf(base))
      if (typeof value === "number" && path.at(-1) !== "version")
        for (const number of NUMBERS) inputs.push(replaced(base, path, number));
    for (const input of inputs) {
      if (!one.schema?.safeParse(input).success) continue;
      const outcome = await call(one, input);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      expect([input, outcome]).not.toEqual([input, "unexpected"]);
    }
  });

  it("mostly reach the database", () => {
    expect(outcomes.get("done") ?? 0).toBeGreaterThan(150);
  });
});
