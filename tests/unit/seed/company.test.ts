import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { BusinessDate } from "@/lib/shared/business-date";
import { beatenRivals } from "@/prisma/seed/beaten-rivals";
import { buildDemo, type Demo } from "@/prisma/seed/build";
import { DEMO_SIGN_INS, unitOn } from "@/prisma/seed/people";
import { COMPETITORS } from "@/prisma/seed/pipeline";
import { AS_OF, total } from "./figures";

const demo = buildDemo(AS_OF);
const { world, deals, sales } = demo;

const fingerprint = (built: Demo) =>
  createHash("sha256")
    .update(JSON.stringify(built.deals.map((deal) => [deal.id, deal.steps, deal.closedOn])))
    .update(JSON.stringify(built.sales.map((sale) => [sale.id, sale.orderNo, sale.base])))
    .update(JSON.stringify(built.targets.map((target) => [target.unit, target.target])))
    .digest("hex");

describe("the demo company", () => {
  it("is the same for the same day, ids included", () => {
    expect(fingerprint(buildDemo(AS_OF))).toBe(fingerprint(demo));
  });

  it("has names in both languages everywhere", () => {
    const named = [
      ...[...world.units, ...world.people.reps, ...world.people.leaders],
      ...[...world.products, ...world.customers, ...COMPETITORS],
    ];
    for (const { name, nameEn } of named) {
      expect(name).toMatch(/\p{Script=Han}/u);
      expect(nameEn).toMatch(/^[\x20-\x7e]+$/);
    }
    for (const { title, nextStep } of deals) {
      for (const text of [title, nextStep?.text ?? title]) {
        expect(text).toMatch(/\p{Script=Han}.* [A-Z]/u);
      }
    }
  });

  it("has twelve stores in the East, so that each has peers", () => {
    const stores = world.units.filter((unit) => unit.type === "store");
    expect(stores.filter((store) => store.parent === "east")).toHaveLength(12);
    expect(stores.length).toBeGreaterThan(12);
  });

  it("has the three sign-ins, and no e-mail twice", () => {
    const emails = [...world.people.leaders, ...world.people.reps].map((person) => person.email);
    expect(new Set(emails).size).toBe(emails.length);
    expect(emails).toEqual(expect.arrayContaining(Object.values(DEMO_SIGN_INS)));
  });

  it("gives every rep a unit from the first day to the last", () => {
    const keys = new Set(world.units.map((unit) => unit.key));
    for (const rep of world.people.reps) {
      expect(rep.stints[0]?.from).toBe(rep.hiredOn);
      expect(rep.stints.at(-1)?.to).toBe(rep.leftOn);
      expect(rep.stints.every((stint) => keys.has(stint.unit))).toBe(true);
      expect(unitOn(rep, AS_OF) === null).toBe(rep.leftOn !== null);
    }
  });
});

describe("deals of the demo", () => {
  it("close between the first and the last day, after they were engaged", () => {
    for (const deal of deals) {
      expect(deal.createdOn <= deal.engagedOn && deal.engagedOn <= AS_OF).toBe(true);
      expect(deal.closedOn === null).toBe(deal.outcome === "open");
      if (deal.closedOn === null) continue;
      expect(deal.closedOn >= world.from && deal.closedOn <= AS_OF).toBe(true);
      expect(deal.closedOn > deal.engagedOn).toBe(true);
    }
  });

  it("move through their stages day by day, without a step after the close", () => {
    for (const { steps, engagedOn, closedOn } of deals) {
      expect(steps[0]?.day).toBe(engagedOn);
      const days = steps.map((step) => step.day);
      expect(days).toEqual([...new Set(days)].sort());
      expect(days.every((day) => day <= AS_OF && (closedOn === null || day < closedOn))).toBe(true);
      const stages = steps.map((step) => step.stage);
      expect(stages).toEqual(stages.toSorted((a, b) => a - b));
    }
  });

  it("slip: the day they were expected is seldom the day they closed", () => {
    const closed = deals.filter((deal) => deal.closedOn !== null);
    const exact = closed.filter((deal) => deal.steps.at(-1)?.expectedCloseOn === deal.closedOn);
    const late = closed.filter(
      (deal) => (deal.closedOn ?? "") > (deal.steps[0]?.expectedCloseOn ?? ""),
    );
    expect(exact.length / closed.length).toBeLessThan(0.1);
    expect(late.length / closed.length).toBeGreaterThan(0.2);
  });

  it("say whom they were won against: each competitor is beaten now and then, in less than half", () => {
    const beaten = [...beatenRivals(deals, world).values()];
    for (const { name } of COMPETITORS) {
      const won = beaten.filter((one) => one === name).length;
      const lost = deals.filter((deal) => deal.loss?.competitor === name).length;
      expect(won / (won + lost)).toBeGreaterThan(0.1);
      expect(won / (won + lost)).toBeLessThan(0.5);
    }
  });

  it("say why they were lost, and to nobody where nothing was decided", () => {
    const lost = deals.filter((deal) => deal.outcome === "lost");
    const named = lost.filter((deal) => deal.loss?.reason);
    expect(named.length / lost.length).toBeGreaterThan(0.94);
    expect(lost.some((deal) => deal.loss?.reason === "暂不采购")).toBe(true);
    const undecided = lost.filter((deal) => deal.loss?.reason === "暂不采购");
    expect(undecided.every((deal) => deal.loss?.competitor === null)).toBe(true);
  });

  it("are won about as often as the target asks, some of them in dollars", () => {
    const won = deals.filter((deal) => deal.outcome === "won").length;
    const lost = deals.filter((deal) => deal.outcome === "lost").length;
    expect(won / (won + lost)).toBeGreaterThan(0.26);
    expect(won / (won + lost)).toBeLessThan(0.36);
    expect(deals.some((deal) => deal.currency === "USD")).toBe(true);
  });
});

describe("sales of the demo", () => {
  it("fit the size that loads fast, and lie inside the range", () => {
    expect(sales.length).toBeGreaterThan(60_000);
    expect(sales.length).toBeLessThan(90_000);
    expect(sales.every((sale) => sale.soldOn >= world.from && sale.soldOn <= AS_OF)).toBe(true);
    expect(sales.every((sale) => world.units.some((unit) => unit.key === sale.unit))).toBe(true);
  });

  it("have returns: negative lines that never exceed what was sold", () => {
    const returns = sales.filter((sale) => sale.quantity < 0 && sale.source !== "store-day");
    expect(returns.length).toBeGreaterThan(500);
    expect(returns.every((line) => line.base < 0 && line.orderNo.endsWith("-R"))).toBe(true);
    expect(sales.every((sale) => Math.sign(sale.quantity) === Math.sign(sale.amount))).toBe(true);
  });

  it("are entered by hand too: recent orders, what came back of them, and the days of two stores", () => {
    const byHand = sales.filter((sale) => sale.source === null && sale.quantity > 0);
    const back = sales.filter((sale) => sale.returnOf !== undefined);
    expect(byHand.length).toBeGreaterThan(30);
    expect(back.length).toBeGreaterThan(1);
    for (const line of back) {
      const sold = byHand.find((sale) => sale.id === line.returnOf);
      expect(-line.quantity).toBeLessThanOrEqual(sold?.quantity ?? 0);
    }
    const days = sales.filter((sale) => sale.source === "store-day");
    expect(new Set(days.map((sale) => sale.unit)).size).toBe(2);
    expect(new Set(days.map((sale) => sale.externalId)).size).toBe(days.length);
    expect(days.some((sale) => sale.quantity < 0)).toBe(true);
    expect(days.every((sale) => sale.soldOn < world.asOf)).toBe(true);
  });

  it("hold one order for each won deal, on the day it closed", () => {
    const byDeal = Map.groupBy(sales, (sale) => sale.dealId);
    for (const deal of deals) {
      const lines = byDeal.get(deal.id) ?? [];
      expect(lines.length > 0).toBe(deal.outcome === "won");
      expect(lines.every((line) => line.soldOn === deal.closedOn)).toBe(true);
      const offer = total(deal.lines.map((line) => line.amount));
      expect(total(lines.map((line) => line.amount))).toBeLessThanOrEqual(offer);
    }
  });

  it("never use one order number for two customers or two days", () => {
    const owners = new Map<string, string>();
    for (const { orderNo, customerId, soldOn } of sales.filter((sale) => sale.quantity > 0)) {
      const owner = `${customerId} ${soldOn}`;
      expect(owners.get(orderNo) ?? owner).toBe(owner);
      owners.set(orderNo, owner);
    }
  });
});

it.each<BusinessDate>(["2026-01-01", "2028-02-29"])("can be built as of %s", (day) => {
  const other = buildDemo(day);
  expect(other.sales.every((sale) => sale.soldOn <= day)).toBe(true);
  expect(other.sales.length).toBeLessThan(90_000);
  expect(other.deals.some((deal) => deal.outcome === "open")).toBe(true);
});
