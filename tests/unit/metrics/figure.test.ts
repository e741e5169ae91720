import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FORMULAS, figureOf, type MeasuredMetric } from "@/lib/metrics/domain/figure";
import { growthFigure } from "@/lib/metrics/domain/growth-figure";
import { propertyRuns } from "../../setup/thoroughness";

const value = (metric: MeasuredMetric, parts: Record<string, number | null>) =>
  figureOf(metric, parts).value;

describe("win rate", () => {
  it("4,238 won of 4,238 + 2,473 closed is 63.15%", () => {
    expect(value("win_rate", { won: 4238, lost: 2473 })).toBeCloseTo(0.631501, 6);
  });
  it("differs from the close rate 4,238 ÷ 8,800 = 48.16% of the same deals", () => {
    expect(value("close_rate", { createdWon: 4238, created: 8800 })).toBeCloseTo(0.481591, 6);
  });
  it("is undefined, not 0%, when nothing was closed", () => {
    expect(value("win_rate", {})).toBeNull();
    expect(value("win_rate", { won: 0, lost: 3 })).toBe(0);
    expect(value("close_rate", { created: 0 })).toBeNull();
  });
  it("regression: by value a lost deal counts with its expected amount, so 30 of 30 + 70 is 30%", () => {
    expect(value("win_rate_value", { wonExpected: 30, closedExpected: 100 })).toBe(0.3);
    expect(value("win_rate_value", {})).toBeNull();
  });
});

describe("theme share and follow-up rates", () => {
  it("3 of 12 pieces with a theme name it: 25%; of no theme there is no share", () => {
    expect(figureOf("theme_share", { themeNamed: 3, themed: 12 })).toEqual({
      ...{ value: 0.25, numerator: 3, denominator: 12, n: 12 },
    });
    expect(value("theme_share", { themed: 12 })).toBeNull();
    expect(value("theme_share", { themeNamed: 0, themed: 0 })).toBeNull();
  });
  it("7 of 8 in time is 87.5%; none due is undefined, none in time is 0%", () => {
    expect(value("follow_up_rate", { feedbackInTime: 7, feedbackDue: 8 })).toBe(0.875);
    expect(value("follow_up_rate", {})).toBeNull();
    expect(value("lead_follow_up_rate", { leadsInTime: 0, leadsDue: 5 })).toBe(0);
  });
  it("a lead shared by two counts by share, once among the records", () => {
    const parts = { leadsInTime: 0.3, leadsDue: 0.6, leadsDueRecords: 1 };
    expect(figureOf("lead_follow_up_rate", parts)).toMatchObject({ value: 0.5, n: 1 });
  });
});

describe("averages are ratios of sums", () => {
  it("order value: (100 + 300 − 50 returned) ÷ 2 orders = 175", () => {
    expect(value("average_order_value", { revenue: 350, orders: 2 })).toBe(175);
    expect(value("average_order_value", { revenue: -50, orders: 0 })).toBeNull();
  });
  it("deal size: 10,005,534 ÷ 4,238 = 2,360.91", () => {
    const parts = { wonAmount: 10_005_534, won: 4238 };
    expect(value("average_deal_size", parts)).toBeCloseTo(2360.91, 2);
    expect(value("average_deal_size", {})).toBeNull();
  });
  it("margin rate: (50 + 10) ÷ (100 + 900) = 6%, not the mean of 50% and 1.1%", () => {
    expect(value("margin_rate", { margin: 60, revenueWithCost: 1000 })).toBe(0.06);
    expect(value("margin_rate", { margin: null, revenueWithCost: null })).toBeNull();
  });
  it("regression: cycle of 10, 20 and 60 days is 30, not their sum 90", () => {
    expect(value("sales_cycle_won", { wonDays: 90, wonDated: 3 })).toBe(30);
    expect(value("sales_cycle_won", {})).toBeNull();
  });
  it("repeat rate: 2 of 4 active customers ordered twice: 50%", () => {
    expect(value("repeat_rate", { repeatCustomers: 2, activeCustomers: 4 })).toBe(0.5);
    expect(value("repeat_rate", {})).toBeNull();
  });
});

describe("velocity", () => {
  const parts = { open: 20, wonAmount: 30_000, won: 6, lost: 14, wonDays: 360, wonDated: 6 };
  it("20 open × 5,000 × 30% ÷ 60 days = 500 a day", () => {
    expect(value("velocity", parts)).toBeCloseTo(500, 9);
  });
  it("is undefined when a factor is", () => {
    expect(value("velocity", { ...parts, won: 0, lost: 0 })).toBeNull();
    expect(value("velocity", { ...parts, wonDays: 0 })).toBeNull();
    expect(value("velocity", { ...parts, open: 0 })).toBe(0);
  });
});

describe("growth", () => {
  it("from 100 to 110 is 10%, from −100 to −50 is +50%, from 0 undefined", () => {
    expect(growthFigure(110, 100, 1).value).toBeCloseTo(0.1, 12);
    expect(growthFigure(-50, -100, 1).value).toBe(0.5);
    expect(growthFigure(5, 0, 1).value).toBeNull();
  });
});

describe("any figure", () => {
  const names = Object.keys(FORMULAS) as MeasuredMetric[];
  it("of no records is 0 where it counts or sums, undefined where it divides", () => {
    for (const name of names) {
      const { value, denominator } = figureOf(name, {});
      expect([name, denominator === null ? [0, null].includes(value) : value]).toEqual([
        name,
        denominator === null ? true : null,
      ]);
    }
  });
  it("is numerator ÷ denominator, or the numerator where there is none", () => {
    const parts = fc.dictionary(
      fc.constantFrom(
        "revenue",
        "orders",
        "won",
        "lost",
        "wonDays",
        "wonDated",
        "open",
        "wonAmount",
      ),
      fc.integer({ min: 0, max: 1e6 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...names), parts, (name, given) => {
        const { value, numerator, denominator } = figureOf(name, given);
        if (!("denominator" in FORMULAS[name])) return value === numerator;
        const undefinedRatio = !denominator || numerator === null;
        return undefinedRatio ? value === null : value === numerator / denominator;
      }),
      { numRuns: propertyRuns() },
    );
  });
});

describe("lifetime value", () => {
  const parts = {
    ...{ baseCustomers: 10, baseOrders: 30, baseSpent: 6000, baseMargin: 1200, baseCosted: 3000 },
    ...{ earlierCustomers: 8, lostCustomers: 2 },
  };
  it("is 200 an order × 3 orders ÷ 25% that leave × 40% margin of the lines with a cost = 960", () => {
    expect(value("customer_lifetime_value", parts)).toBeCloseTo(960, 9);
    expect(value("churn_rate", parts)).toBe(0.25);
    expect([value("purchase_frequency", parts), value("customer_spend", parts)]).toEqual([3, 600]);
  });
  it("has no end while nobody leaves, and is unknown without costs", () => {
    expect(value("customer_lifetime_value", { ...parts, lostCustomers: 0 })).toBeNull();
    expect(value("customer_lifetime_value", { ...parts, baseCosted: null })).toBeNull();
    expect(value("churn_rate", {})).toBeNull();
  });
});
