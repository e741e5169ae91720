import { beforeEach, describe, expect, it, vi } from "vitest";
import { parseActivityList } from "@/lib/activities/schema";
import { dealDetail, dealList } from "@/lib/deals/queries";
import { parseDealList } from "@/lib/deals/schema";
import { measureForApi } from "@/lib/figures/queries/measure-api";
import { measureQuery } from "@/lib/figures/schema";
import { answerHandOver, askHandOver, shareCredit } from "@/lib/pipeline/actions/credit";
import { createDeal, editDeal, saveDealLines } from "@/lib/pipeline/actions/deals";
import { createSale, deleteSale, returnSale } from "@/lib/sales/actions";
import { undoRemoval } from "@/lib/undo/actions";
import { scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { asPerson } from "@/tests/setup/next-request";
import { insertRow } from "@/tests/setup/records";
import { pipelineForTests } from "../pipeline/fixture";

vi.mock("next/headers", () => import("@/tests/setup/next-request"));
vi.mock("next/cache", () => import("@/tests/setup/next-request"));
vi.mock("next-intl/server", () => import("@/tests/setup/next-request"));

// What nobody would type, sent on purpose: an answer a person can read, and nothing half done.

const p = pipelineForTests();
beforeEach(() => asPerson(p.company.user.Rae));
const codeOf = (answer: { serverError?: { code: string } } | undefined) =>
  answer?.serverError?.code;

const fresh = (change: object) => ({
  ...{ id: crypto.randomUUID(), title: "Fresh", customer: "", amount: 1, currency: "USD" },
  ...{ expectedCloseOn: null, stageId: p.company.stage.Proposal, ownerId: null },
  ...{ nextStep: null, nextStepOn: null },
  ...change,
});
const edited = (change: object) => ({
  ...{ id: p.deal, version: 1, title: "Deal", customer: "", amount: 1, currency: "USD" },
  ...{ expectedCloseOn: null, probability: null, probabilityReason: null, competitorId: null },
  ...change,
});

describe("a day no calendar has in the address of a list", () => {
  it.each(["0000-01-01", "9999-12-31", "2026-02-30"])("%s is left out", async (day) => {
    const params = parseDealList({ from: day, to: day, openOn: day });
    expect(params).toMatchObject({ from: undefined, to: undefined, openOn: undefined });
    expect(parseActivityList({ from: day }).from).toBeUndefined();
    const list = await dealList(await scopeFor(p.company.user.Rae), params);
    expect(list.rows.length).toBeGreaterThan(0);
  });

  it("twin: a real one is kept", () => {
    expect(parseDealList({ from: "1900-01-01", to: "2199-12-31" })).toMatchObject({
      ...{ from: "1900-01-01", to: "2199-12-31" },
    });
  });

  it("nine thousand years of the API day by day cost what there is", async () => {
    const asked = { metric: "revenue", grain: "day", from: "1000-01-01", to: "9999-12-31" };
    const scope = await scopeFor(p.company.user.Ada);
    expect(await measureForApi(scope, measureQuery.parse(asked), "en")).toMatchObject({ rows: [] });
  });
});

describe("text that is none", () => {
  it("loses halves of characters, also on its way into a notification; whole ones stay", async () => {
    const asked = { id: p.deal, toId: p.company.user.Wes, dueOn: "2099-01-01", note: "a\ud800b" };
    expect(codeOf(await askHandOver(asked))).toBeUndefined();
    const [request] = await query<{ id: string; note: string }>(
      "SELECT id, note FROM deal_hand_over WHERE deal_id = $1",
      [p.deal],
    );
    expect(request?.note).toBe("ab");
    await asPerson(p.company.user.Wes);
    const answer = { id: request?.id ?? "", accept: false, words: "no \udc00\ud83d\ude00" };
    expect(codeOf(await answerHandOver(answer))).toBeUndefined();
    const [told] = await query<{ words: string }>(
      "SELECT details->>'words' AS words FROM notification WHERE kind = 'handoverDeclined'",
    );
    expect(told?.words).toBe("no 😀");
  });

  it("as a name finds no customer by its wildcards; twin: the name itself does", async () => {
    const owner = { owner_id: p.company.user.Rae, unit_id: p.company.unit.E1 };
    const acme = await insertRow("customer", { name: "Acme", name_en: "A_m\\%", ...owner });
    const named = async (name: string) => {
      const deal = fresh({ customer: `new:${name}` });
      expect(codeOf(await createDeal(deal))).toBeUndefined();
      const sql = "SELECT customer_id AS id FROM deal WHERE id = $1";
      return (await query<{ id: string }>(sql, [deal.id]))[0]?.id;
    };
    for (const name of ["A_m%", "%", "Acm_"]) expect(await named(name)).not.toBe(acme);
    for (const name of ["ACME", "acme", "a_M\\%"]) expect(await named(name)).toBe(acme);
  });
});

describe("numbers no column holds", () => {
  it("are too large, and leave the deal as it was", async () => {
    await insertRow("exchange_rate", { currency: "KWD", valid_from: "2020-01-01", rate: 25_000 });
    const line = { productId: p.products[0] ?? "", quantity: 1, amount: 1e12 };
    const lines = Array.from({ length: 100 }, () => line);
    const saved = { id: p.deal, version: 1, lines, takeSum: true };
    expect(codeOf(await saveDealLines(saved))).toBe("tooLarge");
    expect(codeOf(await createDeal(fresh({ amount: 1e12, currency: "KWD" })))).toBe("tooLarge");
    const rows = await query("SELECT id FROM deal_line WHERE deal_id = $1", [p.deal]);
    expect(rows).toHaveLength(2);
  });

  it("that are none, texts of 10,000 characters and days of other ages are refused by field", async () => {
    const answer = await editDeal(
      edited({
        ...{ title: "x".repeat(10_000), amount: Number.NaN, expectedCloseOn: "2200-01-01" },
        probability: Number.POSITIVE_INFINITY,
      }),
    );
    expect(Object.keys(answer?.validationErrors?.fieldErrors ?? {}).sort()).toEqual([
      ...["amount", "expectedCloseOn", "probability", "title"],
    ]);
  });
});

describe("what row security refuses", () => {
  it("is forbidden alike for a customer one may not see and for one that is not there", async () => {
    const place = { owner_id: p.company.user.Wes, unit_id: p.company.unit.W1 };
    const hidden = await insertRow("customer", { name: "Hidden", ...place });
    for (const customer of [hidden, crypto.randomUUID()])
      expect(await editDeal(edited({ customer }))).toMatchObject({
        serverError: { code: "forbidden" },
      });
    const mine = { owner_id: p.company.user.Rae, unit_id: p.company.unit.E1 };
    const own = await insertRow("customer", { name: "Own", ...mine });
    expect(codeOf(await editDeal(edited({ customer: own })))).toBeUndefined();
  });
});

describe("what somebody sees through a share", () => {
  it("is the deal and its customer; strangers neither", async () => {
    const { Rae, Wes, Ray } = p.company.user;
    const place = { owner_id: Rae, unit_id: p.company.unit.E1 };
    const customer = await insertRow("customer", { name: "Shared Inc", ...place });
    await query("UPDATE deal SET customer_id = $1 WHERE id = $2", [customer, p.deal]);
    const parts = [Rae, Wes].map((userId) => ({ userId, share: 0.5 }));
    expect(codeOf(await shareCredit({ id: p.deal, version: 1, parts }))).toBeUndefined();
    const { deal } = await dealDetail(await scopeFor(Wes), p.deal);
    expect(deal.customer).toMatchObject({ id: customer, name: "Shared Inc" });
    await expect(dealDetail(await scopeFor(Ray), p.deal)).rejects.toMatchObject({
      code: "notFound",
    });
  });
});

describe("undoing what can no longer be", () => {
  it("a return of a line that has come back whole meanwhile says so", async () => {
    const sale = {
      ...{ id: crypto.randomUUID(), soldOn: "2026-02-10", orderNo: "U", customerId: null },
      ...{ productId: p.products[0] ?? "", dealId: null, unitId: p.company.unit.E1 },
      ...{ ownerId: p.company.user.Rae, quantity: 4, amount: 100, currency: "USD" },
    };
    await createSale(sale);
    const back = { returnOfId: sale.id, soldOn: "2026-02-12", quantity: 3, amount: 75 };
    const first = crypto.randomUUID();
    await returnSale({ ...back, id: first });
    const removal = (await deleteSale({ id: first }))?.data?.removal ?? "";
    await returnSale({ ...back, id: crypto.randomUUID() });
    expect(codeOf(await undoRemoval({ removal }))).toBe("undoChanged");
  });
});
