import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coverageNeeded, coverageToGo } from "@/lib/metrics/domain/coverage";
import { opportunitiesNeeded } from "@/lib/metrics/domain/opportunities-needed";
import { type ClosedDeal, salesCycle } from "@/lib/metrics/domain/sales-cycle";
import { type DueDeal, slipRate } from "@/lib/metrics/domain/slip-rate";
import { velocity } from "@/lib/metrics/domain/velocity";
import { type PipelineDeal, weightedPipeline } from "@/lib/metrics/domain/weighted-pipeline";
import { propertyRuns } from "../../setup/thoroughness";

describe("weighted pipeline", () => {
  const open = (expected: number, probability: number): PipelineDeal => ({
    status: "open",
    expected,
    probability,
  });

  it("1,000 × 20% + 500 × 60% = 500", () => {
    expect(weightedPipeline([open(1000, 0.2), open(500, 0.6)], "CNY")).toBe(500);
  });

  it("regression: lost deals are not in it at 100% of their value, nor won ones", () => {
    const closed: PipelineDeal[] = [
      { status: "lost", expected: 9000, probability: 1 },
      { status: "won", expected: 7000, probability: 1 },
    ];
    expect(weightedPipeline([...closed, open(1000, 0.2)], "CNY")).toBe(200);
  });

  it("regression: rounds per deal: 3 × round(0.33 × 0.5 = 0.165 → 0.17) = 0.51, not 0.50", () => {
    expect(weightedPipeline([open(0.33, 0.5), open(0.33, 0.5), open(0.33, 0.5)], "CNY")).toBe(0.51);
  });

  it("rounds to the currency's own unit and leaves out unknown amounts", () => {
    expect(weightedPipeline([open(101, 0.5)], "JPY")).toBe(51);
    expect(weightedPipeline([{ status: "open", expected: null, probability: 0.5 }], "CNY")).toBe(0);
  });

  it("is the sum over any partition of the deals", () => {
    const deal = fc.record({
      status: fc.constantFrom("open", "won", "lost"),
      expected: fc.integer({ min: 0, max: 1e7 }).map((cents) => (cents / 100).toFixed(2)),
      probability: fc.integer({ min: 0, max: 100 }).map((p) => p / 100),
    });
    fc.assert(
      fc.property(fc.array(deal), fc.array(deal), (a, b) => {
        const sum = weightedPipeline(a, "CNY") + weightedPipeline(b, "CNY");
        expect(weightedPipeline([...a, ...b], "CNY")).toBeCloseTo(sum, 4);
      }),
      { numRuns: propertyRuns() },
    );
  });
});

describe("sales cycle", () => {
  const deals: ClosedDeal[] = [
    { outcome: "won", startedOn: "2026-01-01", closedOn: "2026-01-11" },
    { outcome: "won", startedOn: "2026-01-01", closedOn: "2026-01-21" },
    { outcome: "won", startedOn: "2026-01-01", closedOn: "2026-03-02" },
    { outcome: "lost", startedOn: "2026-01-01", closedOn: "2026-01-03" },
    { outcome: "won", startedOn: null, closedOn: "2026-01-03" },
  ];

  it("regression: won deals of 10, 20 and 60 days average 30, not their sum 90; the median is 20", () => {
    expect(salesCycle(deals, "won")).toEqual({ mean: 30, median: 20, n: 3 });
  });

  it("all closed adds the lost deal of 2 days: mean 92 ÷ 4 = 23, median (10 + 20) ÷ 2 = 15", () => {
    expect(salesCycle(deals, "closed")).toEqual({ mean: 23, median: 15, n: 4 });
  });

  it("is undefined without a deal whose start is known", () => {
    expect(salesCycle([], "won")).toEqual({ mean: null, median: null, n: 0 });
  });
});

describe("velocity", () => {
  const factors = { openDeals: 20, averageDealSize: 5000, winRate: 0.3, cycleDays: 60 };

  it("20 × 5,000 × 30% ÷ 60 days = 500 a day", () => expect(velocity(factors)).toBe(500));

  it("is undefined when a factor is", () => {
    expect(velocity({ ...factors, winRate: null })).toBeNull();
    expect(velocity({ ...factors, averageDealSize: null })).toBeNull();
    expect(velocity({ ...factors, cycleDays: 0 })).toBeNull();
    expect(velocity({ ...factors, openDeals: 0 })).toBe(0);
  });
});

describe("coverage", () => {
  it("900 due ÷ (1,000 − 700 won) = 3", () => {
    expect(coverageToGo({ pipelineDue: 900, target: 1000, won: 700 })).toBe(3);
  });

  it("is undefined without target, without dated deals, or when the target is reached", () => {
    expect(coverageToGo({ pipelineDue: 900, target: null, won: 0 })).toBeNull();
    expect(coverageToGo({ pipelineDue: null, target: 1000, won: 0 })).toBeNull();
    expect(coverageToGo({ pipelineDue: 900, target: 1000, won: 1000 })).toBeNull();
    expect(coverageToGo({ pipelineDue: 0, target: 1000, won: 0 })).toBe(0);
  });

  it("needed at a value win rate of 25% is 4", () => {
    expect(coverageNeeded(0.25)).toBe(4);
    expect(coverageNeeded(0)).toBeNull();
  });
});

describe("opportunities needed", () => {
  const need = (gap: number | null, averageDealSize: number | null, winRate: number | null) =>
    opportunitiesNeeded({ gap, averageDealSize, winRate });

  it("10,000 ÷ 2,000 ÷ 30% = 16.7, so 17", () => expect(need(10_000, 2000, 0.3)).toBe(17));

  it("a whole result is not rounded up: 0.3 ÷ 1 ÷ 0.1 is 3, 2,100 ÷ 1,000 ÷ 0.7 is 3", () => {
    expect(need(0.3, 1, 0.1)).toBe(3);
    expect(need(2100, 1000, 0.7)).toBe(3);
  });

  it("is 0 when the target is reached and undefined at a win rate of 0", () => {
    expect(need(0, 2000, 0.3)).toBe(0);
    expect(need(-5, null, null)).toBe(0);
    expect(need(100, 2000, 0)).toBeNull();
    expect(need(100, null, 0.3)).toBeNull();
    expect(need(null, 2000, 0.3)).toBeNull();
  });
});

describe("slip rate", () => {
  const q1 = { from: "2026-01-01", to: "2026-04-01" } as const;
  const due: DueDeal[] = [
    { expectedAtStart: "2026-02-01", expectedNow: "2026-02-01", closedOn: "2026-02-10" },
    { expectedAtStart: "2026-03-31", expectedNow: "2026-04-01", closedOn: null },
    { expectedAtStart: "2026-03-01", expectedNow: "2026-03-01", closedOn: "2026-04-05" },
    { expectedAtStart: "2026-03-01", expectedNow: "2026-03-20", closedOn: null },
    { expectedAtStart: "2026-05-01", expectedNow: "2026-09-01", closedOn: null },
  ];

  it("regression: expected and actual close are two fields: 2 pushed of 4 due = 50%", () => {
    expect(slipRate(due, q1)).toBe(0.5);
  });

  it("is undefined when nothing was due", () => expect(slipRate([], q1)).toBeNull());
});
