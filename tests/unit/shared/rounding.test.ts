import { describe, expect, it } from "vitest";
import { mean, median } from "@/lib/shared/median";
import { multiplyMoney, toMinor } from "@/lib/shared/money";
import { roundToSum } from "@/lib/shared/round-to-sum";

describe("median and mean", () => {
  it("3, 1, 2 → 2; 4, 1, 3, 2 → (2 + 3) ÷ 2; none → undefined", () => {
    expect([median([3, 1, 2]), median([4, 1, 3, 2]), median([])]).toEqual([2, 2.5, null]);
    expect([mean([1, 2, 6]), mean([])]).toEqual([3, null]);
  });
});

describe("rounding to a sum", () => {
  it("33.333 + 33.333 + 33.334 of 100 keeps 100.00: 33.33 + 33.33 + 33.34", () => {
    expect(roundToSum([33.333, 33.333, 33.334], 100, "CNY")).toEqual([33.33, 33.33, 33.34]);
    expect(roundToSum([], 0, "CNY")).toEqual([]);
  });
});

describe("multiplying money", () => {
  it("regression: another currency is another amount: 100 USD at 7.1234 is 712.34 CNY", () => {
    expect(multiplyMoney("100", "7.1234", "CNY")).toBe(71234n);
    expect(multiplyMoney("100", "149.55", "JPY")).toBe(14955n);
  });

  it("regression: amounts of two currencies are added only in base currency", () => {
    const base = toMinor("50.00", "CNY") + multiplyMoney("10.00", "7.20", "CNY");
    expect(base).toBe(12200n);
  });

  it("rounds the exact product once: 1.15 × 1.1 = 1.265 is 1.27 although 1.2649… in doubles", () => {
    expect(multiplyMoney(1.15, 1.1, "CNY")).toBe(127n);
  });
});
