import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CustomerChange, customerBridge } from "@/lib/metrics/domain/customer-bridge";
import { dealBridge } from "@/lib/metrics/domain/deal-bridge";
import { gapByMembers } from "@/lib/metrics/domain/gap-by-members";
import { type ProductChange, priceVolumeMix } from "@/lib/metrics/domain/price-volume-mix";
import { toMinor } from "@/lib/shared/money";
import { propertyRuns } from "../../setup/thoroughness";

const money = fc.integer({ min: -1e8, max: 1e8 }).map((cents) => cents / 100);
const minor = (values: readonly number[]) => values.reduce((a, v) => a + toMinor(v, "CNY"), 0n);

describe("price, volume, mix", () => {
  const sold = (revenue: number, units: number) => ({ revenue, units });

  it("A 10 × 100 → 20 × 90, B 30 × 20 → 20 × 20: volume 0, mix 10 × (100 − 20) = 800, price 20 × −10 = −200", () => {
    const products: ProductChange[] = [
      { before: sold(1000, 10), after: sold(1800, 20) },
      { before: sold(600, 30), after: sold(400, 20) },
    ];
    expect(priceVolumeMix(products, "CNY")).toEqual({
      volume: 0,
      mix: 800,
      price: -200,
      entered: 0,
      left: 0,
      unpriced: 0,
    });
  });

  it("twice the units at the same prices and shares is all volume", () => {
    const products: ProductChange[] = [
      { before: sold(100, 1), after: sold(200, 2) },
      { before: sold(30, 3), after: sold(60, 6) },
    ];
    expect(priceVolumeMix(products, "CNY")).toMatchObject({ volume: 130, mix: 0, price: 0 });
  });

  it("products of one period and without a unit price are bars of their own", () => {
    const products: ProductChange[] = [
      { before: null, after: sold(70, 1) },
      { before: sold(40, 2), after: null },
      { before: sold(10, 0), after: sold(25, 5) },
    ];
    expect(priceVolumeMix(products, "CNY")).toMatchObject({
      volume: 0,
      entered: 70,
      left: -40,
      unpriced: 15,
    });
    expect(priceVolumeMix([], "CNY").price).toBe(0);
  });

  it("the bars sum exactly to the difference", () => {
    const sales = fc.record({ revenue: money, units: fc.integer({ min: -50, max: 500 }) });
    const product = fc.record({ before: fc.option(sales), after: fc.option(sales) });
    fc.assert(
      fc.property(fc.array(product, { maxLength: 20 }), (products) => {
        const difference =
          minor(products.map((p) => p.after?.revenue ?? 0)) -
          minor(products.map((p) => p.before?.revenue ?? 0));
        expect(minor(Object.values(priceVolumeMix(products, "CNY")))).toBe(difference);
      }),
      { numRuns: propertyRuns() },
    );
  });
});

describe("customer bridge", () => {
  const customers: CustomerChange[] = [
    { before: null, after: 50 },
    { before: 100, after: 130 },
    { before: 80, after: 20 },
    { before: 40, after: null },
    { before: 10, after: 10 },
  ];

  it("new 50 + grown 30 − shrunk 60 − lost 40 = −20", () => {
    expect(customerBridge(customers, "CNY")).toEqual({
      new: { amount: 50, customers: 1 },
      grown: { amount: 30, customers: 1 },
      shrunk: { amount: -60, customers: 1 },
      lost: { amount: -40, customers: 1 },
    });
  });

  it("sums exactly to the difference", () => {
    const customer = fc.record({ before: fc.option(money), after: fc.option(money) });
    fc.assert(
      fc.property(fc.array(customer), (list) => {
        const difference =
          minor(list.map((c) => c.after ?? 0)) - minor(list.map((c) => c.before ?? 0));
        const bars = Object.values(customerBridge(list, "CNY"));
        expect(minor(bars.map((bar) => bar.amount))).toBe(difference);
      }),
      { numRuns: propertyRuns() },
    );
  });
});

describe("deal bridge", () => {
  const before = { won: 10, lost: 10, wonAmount: 1000 };

  it("20 → 30 closed, 50% → 40%, size 100 → 120: +500 −300 +240 = 440", () => {
    const after = { won: 12, lost: 18, wonAmount: 1440 };
    expect(dealBridge(before, after, "CNY")).toEqual({ count: 500, winRate: -300, size: 240 });
  });

  it("is undefined without a won deal on a side", () => {
    expect(dealBridge(before, { won: 0, lost: 5, wonAmount: 0 }, "CNY")).toBeNull();
  });

  it("sums exactly to the difference", () => {
    const deals = fc.record({
      won: fc.integer({ min: 1, max: 500 }),
      lost: fc.integer({ min: 0, max: 500 }),
      wonAmount: money,
    });
    fc.assert(
      fc.property(deals, deals, (a, b) => {
        const bars = Object.values(dealBridge(a, b, "CNY") ?? {});
        expect(minor(bars)).toBe(minor([b.wonAmount]) - minor([a.wonAmount]));
      }),
      { numRuns: propertyRuns() },
    );
  });
});

describe("gap by members", () => {
  it("whole −30 = A +20, B −60, without owner or target +10", () => {
    const result = gapByMembers(
      { actual: 270, expected: 300 },
      [
        { key: "A", actual: 120, expected: 100 },
        { key: "B", actual: 90, expected: 150 },
      ],
      "CNY",
    );
    expect(result).toEqual({
      members: [
        { key: "A", gap: 20 },
        { key: "B", gap: -60 },
      ],
      rest: 10,
    });
  });

  it("members and rest sum exactly to the whole", () => {
    const member = fc.record({ key: fc.string(), actual: money, expected: fc.option(money) });
    const whole = fc.record({ actual: money, expected: money });
    fc.assert(
      fc.property(whole, fc.array(member), (total, list) => {
        const { members, rest } = gapByMembers(total, list, "CNY");
        const sum = minor([...members.map((m) => m.gap), rest]);
        expect(sum).toBe(minor([total.actual]) - minor([total.expected]));
      }),
      { numRuns: propertyRuns() },
    );
  });
});
