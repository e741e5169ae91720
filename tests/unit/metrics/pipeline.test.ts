import { describe, expect, it } from "vitest";
import { coverageToGo } from "@/lib/metrics/domain/coverage";
import { figureOf } from "@/lib/metrics/domain/figure";
import { opportunitiesNeeded } from "@/lib/metrics/domain/opportunities-needed";
import { type DueDeal, slipRate } from "@/lib/metrics/domain/slip-rate";

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

  it("needed at a value win rate of 300 ÷ 1,200 = 25% is 4; without a won deal nobody knows", () => {
    const needed = (parts: Record<string, number>) => figureOf("coverage_needed", parts).value;
    expect(needed({ wonExpected: 300, closedExpected: 1200 })).toBe(4);
    expect(needed({ wonExpected: 0, closedExpected: 1200 })).toBeNull();
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

  it("regression: expected and actual close are two fields: in March 2 pushed of 4 due = 50%", () => {
    expect(slipRate(due, q1, "2026-03-15")).toBe(0.5);
  });

  it("once the quarter is over, whoever is still open was pushed too: 3 of 4", () => {
    expect(slipRate(due, q1, "2026-04-01")).toBe(0.75);
  });

  it("is undefined when nothing was due", () => {
    expect(slipRate([], q1, "2026-04-01")).toBeNull();
  });
});
