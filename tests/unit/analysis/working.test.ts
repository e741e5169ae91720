import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bridgeWorking } from "@/lib/analysis/domain/bridge-working";
import type { Bridge, Bridges } from "@/lib/analysis/domain/gap-view";
import { outcomeLines } from "@/lib/analysis/domain/outcome-lines";
import {
  countOf,
  differenceOf,
  growthOf,
  meanOf,
  medianOf,
  productOf,
  quotientOf,
  selfOf,
  sumOf,
  type WorkingPart,
  workingHref,
} from "@/lib/analysis/domain/working";
import { priceVolumeMix } from "@/lib/metrics/domain/price-volume-mix";

const part = (value: number | null): WorkingPart => ({
  label: { metric: "revenue" },
  value,
  unit: "money",
});
const line = { label: { metric: "revenue" }, unit: "money" } as const;

describe("a figure from its parts", () => {
  it("sums 3 + 4, and 5 of two that are on other pages: 12 of 4", () => {
    const more = { count: 2, sum: 5 };
    expect(sumOf(line, [part(3), part(4), part(null)], more).value).toBe(12);
    expect(countOf(line.label, [part(3), part(4)], more).value).toBe(4);
  });
  it("7 − 4 = 3, 7 ÷ 4 = 1.75, growth from 4 to 7 is 75%, 2 × 3 × 4 = 24", () => {
    expect(differenceOf(line, [part(7), part(4)]).value).toBe(3);
    expect(quotientOf(line, [part(7), part(4)]).value).toBe(1.75);
    expect(growthOf(line, [part(7), part(4)]).value).toBe(0.75);
    expect(productOf(line, [part(2), part(3), part(4)]).value).toBe(24);
  });
  it("the mean of 1, 2 and 6 is 3, their median 2", () => {
    const parts = [part(6), part(1), part(2)];
    expect([meanOf(line, parts).value, medianOf(line, parts).value]).toEqual([3, 2]);
  });
  it("is unknown where a part is, or the base is 0; never 0 instead", () => {
    expect(differenceOf(line, [part(7), part(null)]).value).toBeNull();
    expect(quotientOf(line, [part(7), part(0)]).value).toBeNull();
    expect(growthOf(line, [part(7), part(0)]).value).toBeNull();
    expect(productOf(line, [part(7), part(null)]).value).toBeNull();
    expect([meanOf(line, []).value, medianOf(line, []).value]).toEqual([null, null]);
  });
  it("won 3, lost 1, booked 900: 75% of 4, 300 each", () => {
    const outcome = { won: 3, lost: 1, revenue: 900, cycle: 12 };
    const values = outcomeLines(outcome, {}).map(({ value }) => value);
    expect(values.slice(0, 2)).toEqual([4, 0.75]);
    expect(values.slice(4)).toEqual([900, 300, 12]);
  });
});

it("the page of a working keeps the choices of the page it is of", () => {
  const self = selfOf("customers", { months: 24, unit: undefined, segment: "champions" });
  const { pathname, searchParams } = new URL(workingHref(self, "segment.lost"), "http://x");
  expect(pathname).toBe("/analysis/figure");
  expect(Object.fromEntries(searchParams)).toEqual({
    ...{ tab: "customers", months: "24", segment: "champions", at: "segment.lost" },
  });
});

const sales = fc.record({
  revenue: fc.integer({ min: 1, max: 10_000 }),
  units: fc.integer({ min: 1, max: 100 }),
});
const products = fc.array(fc.record({ before: fc.option(sales), after: fc.option(sales) }), {
  minLength: 1,
  maxLength: 8,
});
const side = (value: number): Bridge["now"] => ({
  value,
  address: { metric: "revenue", range: { from: "2026-01-01", to: "2026-04-01" }, where: {} },
});

describe("bars of a bridge", () => {
  it("price, volume and mix of each product sum to the bars (property)", () => {
    fc.assert(
      fc.property(products, (all) => {
        const bars = priceVolumeMix(all, "USD");
        const own = all.map((one, index) => ({ ...one, key: `${index}`, name: null }));
        const price: Bridge = { before: side(0), now: side(0), bars: [], products: own };
        const bridges: Bridges = { base: "previous", price, customers: price, deals: null };
        for (const [bar, amount] of Object.entries(bars)) {
          const found = bridgeWorking(bridges, { kind: "price", bar });
          expect(Math.abs((found?.lines[0]?.value ?? 0) - amount)).toBeLessThan(0.05);
        }
      }),
    );
  });
  it("deals from 2 of 4 at 100 to 3 of 5 at 120: count 1 × 50% × 100, rate 10% × 5 × 100, size 20 × 5 × 60%", () => {
    const closed = {
      before: { won: 2, lost: 2, wonAmount: 200 },
      now: { won: 3, lost: 2, wonAmount: 360 },
    };
    const deals: Bridge = { before: side(200), now: side(360), bars: [], closed };
    const bridges: Bridges = { base: "previous", price: deals, customers: deals, deals };
    const value = (bar: string) => bridgeWorking(bridges, { kind: "deals", bar })?.lines.at(-1);
    expect(value("count")?.value).toBeCloseTo(50, 9);
    expect(value("winRate")?.value).toBeCloseTo(50, 9);
    expect(value("size")?.value).toBeCloseTo(60, 9);
  });
});
