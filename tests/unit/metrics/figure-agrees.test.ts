import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { averageDealSize } from "@/lib/metrics/domain/average-deal-size";
import { averageOrderValue } from "@/lib/metrics/domain/average-order-value";
import { closeRate } from "@/lib/metrics/domain/close-rate";
import { figureOf, type MeasuredMetric } from "@/lib/metrics/domain/figure";
import { marginRate } from "@/lib/metrics/domain/margin-rate";
import { velocity } from "@/lib/metrics/domain/velocity";
import { winRate, winRateByValue } from "@/lib/metrics/domain/win-rate";
import { ratio } from "@/lib/shared/ratio";
import { propertyRuns } from "../../setup/thoroughness";

const count = fc.integer({ min: 0, max: 1000 });
const parts = fc.record({
  revenue: fc.integer({ min: -1000, max: 1e6 }),
  orders: count,
  margin: fc.option(fc.integer({ min: -1000, max: 1e6 })),
  revenueWithCost: fc.option(fc.integer({ min: 0, max: 1e6 })),
  won: count,
  lost: count,
  wonAmount: count,
  wonExpected: count,
  lostExpected: count,
  created: count,
  createdWon: count,
  open: count,
  wonDays: count,
  wonDated: count,
});

/** What the engine divides must be what the formulas say. */
describe("a measured figure is the formula of its metric", () => {
  it("for any parts", () => {
    fc.assert(
      fc.property(parts, (p) => {
        const given = { ...p, closedExpected: p.wonExpected + p.lostExpected };
        const expected: Partial<Record<MeasuredMetric, number | null>> = {
          average_order_value: averageOrderValue(p),
          margin_rate: marginRate({ margin: p.margin, revenue: p.revenueWithCost }),
          win_rate: winRate(p),
          win_rate_value: winRateByValue(p),
          close_rate: closeRate({ won: p.createdWon, created: p.created }),
          average_deal_size: averageDealSize(p),
          velocity: velocity({
            openDeals: p.open,
            averageDealSize: averageDealSize(p),
            winRate: winRate(p),
            cycleDays: ratio(p.wonDays, p.wonDated),
          }),
        };
        for (const [id, value] of Object.entries(expected)) {
          expect([id, figureOf(id as MeasuredMetric, given).value]).toEqual([id, value]);
        }
      }),
      { numRuns: propertyRuns() },
    );
  });

  it("a figure without records is undefined where it divides, and 0 where it counts", () => {
    expect(figureOf("win_rate", {}).value).toBeNull();
    expect(figureOf("sales_cycle_won_median", {}).value).toBeNull();
    expect(figureOf("revenue", {}).value).toBe(0);
  });
});
