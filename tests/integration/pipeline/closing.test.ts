import { describe, expect, it } from "vitest";
import { correctWin, loseDeal, moveToOpen, winDeal } from "@/lib/pipeline/data/close";
import { saveLines } from "@/lib/pipeline/data/edit";
import { query } from "@/tests/setup/database";
import { insertRow } from "@/tests/setup/records";
import { amountsOf, dealNow, insertDeal, linesOf, pipelineForTests, won } from "./fixture";

const p = pipelineForTests();

describe("winning", () => {
  it("books the lines' amounts with the deal's day, owner and unit, in the same transaction", async () => {
    expect(await p.as("Rae", (tx) => winDeal(tx, won(p.deal)))).toEqual({ already: false });
    const place = { owner_id: p.company.user.Rae, unit_id: p.company.unit.E1, rate: 1 };
    expect(await linesOf(p.deal)).toMatchObject([
      { ...place, product_id: p.products[0], quantity: 1, amount: 60, sold_on: "2026-02-15" },
      { ...place, product_id: p.products[1], quantity: 2, amount: 40 },
    ]);
    expect(await dealNow(p.deal)).toMatchObject({
      booked: 100,
      closed_on: "2026-02-15",
      version: 2,
    });
  });

  it("books one line for the amount where the deal has none", async () => {
    p.deal = await insertDeal(p, {}, []);
    await p.as("Rae", (tx) => winDeal(tx, won(p.deal, { amount: 88.5 })));
    expect(await linesOf(p.deal)).toMatchObject([{ product_id: null, quantity: 1, amount: 88.5 }]);
  });

  it("freezes the rate of the day it closed: 100 EUR in March at 1.07 are 107", async () => {
    p.deal = await insertDeal(p, { currency: "EUR", rate: 1.1, expected_base_amount: 110 });
    await p.as("Rae", (tx) => winDeal(tx, won(p.deal, { closedOn: "2026-03-02" })));
    expect((await linesOf(p.deal)).map((line) => [line.base_amount, line.rate])).toEqual([
      [64.2, 1.07],
      [42.8, 1.07],
    ]);
    await query("UPDATE exchange_rate SET rate = 2 WHERE valid_from = '2026-03-01'");
    expect(await amountsOf(p.deal)).toEqual([64.2, 42.8]);
    await query("UPDATE exchange_rate SET rate = 1.07 WHERE valid_from = '2026-03-01'");
  });

  it("twice, or again after a lost answer, books no second sale", async () => {
    await p.as("Rae", (tx) => winDeal(tx, won(p.deal)));
    expect(await p.as("Rae", (tx) => winDeal(tx, won(p.deal)))).toEqual({ already: true });
    expect(await amountsOf(p.deal)).toEqual([60, 40]);
  });

  it("by two people at the same moment books no second sale", async () => {
    const answers = await Promise.all(
      (["Rae", "Mia", "Rae", "Ada"] as const).map((person) =>
        p.as(person, (tx) => winDeal(tx, won(p.deal))),
      ),
    );
    expect(answers.filter((answer) => !answer.already)).toHaveLength(1);
    expect(await amountsOf(p.deal)).toEqual([60, 40]);
  });

  it("is refused on a stale page, in the future and before the deal began; nothing is booked", async () => {
    const refused = (more: object) => p.as("Rae", (tx) => winDeal(tx, won(p.deal, more)));
    await expect(refused({ version: 7 })).rejects.toThrow("dealChanged");
    await expect(refused({ closedOn: "2999-01-01" })).rejects.toThrow("closedInFuture");
    await expect(refused({ closedOn: "2026-01-09" })).rejects.toThrow("closedBeforeCreated");
    expect(await amountsOf(p.deal)).toEqual([]);
    expect((await dealNow(p.deal)).stage_id).toBe(p.company.stage.Proposal);
  });

  it("books nothing for who entered the sales by hand", async () => {
    await p.as("Rae", (tx) => winDeal(tx, won(p.deal, { book: false })));
    expect(await amountsOf(p.deal)).toEqual([]);
    expect((await dealNow(p.deal)).booked).toBe(100);
  });

  it("is not for who may not change the deal; twins: its owner and the manager of its unit", async () => {
    for (const stranger of ["Rob", "Wes", "Max"] as const)
      await expect(p.as(stranger, (tx) => winDeal(tx, won(p.deal)))).rejects.toThrow("notFound");
    await p.as("Mia", (tx) => winDeal(tx, won(p.deal)));
    expect((await linesOf(p.deal)).map((line) => line.owner_id)).toEqual([
      p.company.user.Rae,
      p.company.user.Rae,
    ]);
  });
});

describe("correcting", () => {
  it("takes the lines back and books them anew; sales entered by hand stay; the audit keeps both", async () => {
    await p.as("Rae", (tx) => winDeal(tx, won(p.deal)));
    await insertRow("sale", {
      sold_on: "2026-02-20",
      order_no: "by hand",
      unit_id: p.company.unit.E1,
      deal_id: p.deal,
      quantity: 1,
      currency: "USD",
      amount: 5,
      base_amount: 5,
    });
    await p.as("Rae", (tx) => correctWin(tx, won(p.deal, { version: 2, amount: 90 })));
    expect(await amountsOf(p.deal)).toEqual([54, 36, 5]);
    const [kept] = await query<{ taken: number; booked: number }>(
      `SELECT (count(*) FILTER (WHERE action = 'delete'))::int AS taken,
        (count(*) FILTER (WHERE action = 'create'))::int AS booked
       FROM audit_entry WHERE subject = 'sale' AND coalesce(after, before)->>'deal_id' = $1
         AND coalesce(after, before)->>'source' = 'deal' AND user_id = $2`,
      [p.deal, p.company.user.Rae],
    );
    expect(kept).toEqual({ taken: 2, booked: 4 });
  });

  it("is refused while goods have come back: opened, corrected or lost, the return would be left alone", async () => {
    await p.as("Rae", (tx) => winDeal(tx, won(p.deal)));
    const [line] = await query<{ id: string }>("SELECT id FROM sale WHERE deal_id = $1", [p.deal]);
    const back = await insertRow("sale", {
      ...{ sold_on: "2026-02-20", order_no: "back", unit_id: p.company.unit.E1, currency: "USD" },
      ...{ quantity: -1, amount: -10, base_amount: -10, return_of_id: line?.id, deal_id: p.deal },
    });
    const seen = { id: p.deal, version: 2 };
    const open = () => p.as("Rae", (tx) => moveToOpen(tx, seen, p.company.stage.Proposal));
    await expect(open()).rejects.toThrow("dealHasReturns");
    await expect(
      p.as("Rae", (tx) => correctWin(tx, won(p.deal, { version: 2, amount: 90 }))),
    ).rejects.toThrow("dealHasReturns");
    expect(await amountsOf(p.deal)).toEqual([60, 40, -10]);
    await query("DELETE FROM sale WHERE id = $1", [back]);
    expect(await open()).toEqual({ already: false });
    expect(await amountsOf(p.deal)).toEqual([]);
  });

  it("the lines of a won deal books its sales anew", async () => {
    await p.as("Rae", (tx) => winDeal(tx, won(p.deal, { orderNo: "A-1" })));
    const line = (productId: string | undefined, amount: number) => ({
      productId: productId ?? "",
      quantity: 1,
      amount,
    });
    const lines = [line(p.products[1], 30), line(p.products[0], 70)];
    await p.as("Rae", (tx) => saveLines(tx, { id: p.deal, version: 2, lines, takeSum: false }));
    expect(await amountsOf(p.deal)).toEqual([70, 30]);
    const [order] = await query<{ order_no: string }>(
      "SELECT DISTINCT order_no FROM sale WHERE deal_id = $1",
      [p.deal],
    );
    expect(order?.order_no).toBe("A-1");
  });
});

describe("opening again", () => {
  it("takes the booked sales back, and winning once more books them once", async () => {
    await p.as("Rae", (tx) => winDeal(tx, won(p.deal)));
    const seen = { id: p.deal, version: 2 };
    expect(await p.as("Rae", (tx) => moveToOpen(tx, seen, p.company.stage.Proposal))).toEqual({
      already: false,
    });
    expect(await amountsOf(p.deal)).toEqual([]);
    expect(await dealNow(p.deal)).toMatchObject({ booked: null, closed_on: null, version: 3 });
    await p.as("Rae", (tx) => winDeal(tx, won(p.deal, { version: 3 })));
    expect(await amountsOf(p.deal)).toEqual([60, 40]);
  });

  it("takes back what an import booked for it", async () => {
    p.deal = await insertDeal(p, {
      source: "crm",
      external_id: "77",
      stage_id: p.company.stage.Won,
    });
    await insertRow("sale", {
      sold_on: "2026-02-20",
      order_no: "77",
      unit_id: p.company.unit.E1,
      owner_id: p.company.user.Rae,
      deal_id: p.deal,
      quantity: 1,
      currency: "USD",
      amount: 100,
      base_amount: 100,
      source: "crm",
      external_id: "deal:77",
    });
    await p.as("Rae", (tx) => moveToOpen(tx, { id: p.deal, version: 1 }, p.company.stage.Proposal));
    expect(await amountsOf(p.deal)).toEqual([]);
  });
});

describe("losing", () => {
  const lost = (more: object = {}) => ({
    id: p.deal,
    version: 1,
    closedOn: "2026-02-15" as const,
    lossReasonId: p.reasons.price,
    competitorId: p.rival,
    ...more,
  });

  it("needs a reason and a competitor, or no decision", async () => {
    const lose = (more: object) => p.as("Rae", (tx) => loseDeal(tx, lost(more)));
    await expect(lose({ competitorId: null })).rejects.toThrow("competitorNeeded");
    await expect(lose({ lossReasonId: p.rival })).rejects.toThrow("lossReasonGone");
    expect(await lose({ lossReasonId: p.reasons.undecided, competitorId: null })).toEqual({
      already: false,
    });
    expect(await dealNow(p.deal)).toMatchObject({
      stage_id: p.company.stage.Lost,
      loss_reason_id: p.reasons.undecided,
      booked: 0,
    });
  });

  it("a deal that was won takes its sales back", async () => {
    await p.as("Rae", (tx) => winDeal(tx, won(p.deal)));
    await p.as("Rae", (tx) => loseDeal(tx, lost({ version: 2 })));
    expect(await amountsOf(p.deal)).toEqual([]);
  });
});
