import { describe, expect, it } from "vitest";
import { averageDealSize } from "@/lib/metrics/domain/average-deal-size";
import { averageOrderValue } from "@/lib/metrics/domain/average-order-value";
import { closeRate } from "@/lib/metrics/domain/close-rate";
import { marginRate } from "@/lib/metrics/domain/margin-rate";
import { repeatRate } from "@/lib/metrics/domain/repeat-rate";
import { winRate, winRateByValue } from "@/lib/metrics/domain/win-rate";

describe("win rate", () => {
  it("4,238 won of 4,238 + 2,473 closed is 63.15%", () => {
    expect(winRate({ won: 4238, lost: 2473 })).toBeCloseTo(0.631501, 6);
  });

  it("differs from the close rate 4,238 ÷ 8,800 = 48.16% of the same deals", () => {
    expect(closeRate({ won: 4238, created: 8800 })).toBeCloseTo(0.481591, 6);
  });

  it("is undefined, not 0%, when nothing was closed", () => {
    expect(winRate({ won: 0, lost: 0 })).toBeNull();
    expect(winRate({ won: 0, lost: 3 })).toBe(0);
    expect(closeRate({ won: 0, created: 0 })).toBeNull();
  });

  it("regression: by value a lost deal counts with its expected amount, so 30 of 30 + 70 is 30%", () => {
    expect(winRateByValue({ wonExpected: 30, lostExpected: 70 })).toBe(0.3);
    expect(winRateByValue({ wonExpected: 0, lostExpected: 0 })).toBeNull();
  });
});

describe("averages are ratios of sums", () => {
  it("order value: (100 + 300 − 50 returned) ÷ 2 orders = 175", () => {
    expect(averageOrderValue({ revenue: 350, orders: 2 })).toBe(175);
    expect(averageOrderValue({ revenue: -50, orders: 0 })).toBeNull();
  });

  it("deal size: 10,005,534 ÷ 4,238 = 2,360.91", () => {
    expect(averageDealSize({ wonAmount: 10_005_534, won: 4238 })).toBeCloseTo(2360.91, 2);
    expect(averageDealSize({ wonAmount: 0, won: 0 })).toBeNull();
  });

  it("margin rate: (50 + 10) ÷ (100 + 900) = 6%, not the mean of 50% and 1.1%", () => {
    expect(marginRate({ margin: 60, revenue: 1000 })).toBe(0.06);
    expect(marginRate({ margin: null, revenue: 1000 })).toBeNull();
    expect(marginRate({ margin: 5, revenue: 0 })).toBeNull();
  });
});

describe("repeat rate", () => {
  it("orders 1, 2, 5, 1 of four customers: 2 ÷ 4 = 50%", () => {
    expect(repeatRate([1, 2, 5, 1])).toBe(0.5);
  });

  it("a customer with returns only has no order and is not active", () => {
    expect(repeatRate([0, 2])).toBe(1);
    expect(repeatRate([])).toBeNull();
  });
});
