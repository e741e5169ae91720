import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rollupSpans } from "@/lib/metrics/domain/rollup-spans";
import { addDays, type BusinessDate, startOfMonth } from "@/lib/shared/business-date";

describe("rollupSpans", () => {
  it("20 January up to 5 April: 12 days, two whole months, 4 days", () => {
    expect(rollupSpans({ from: "2026-01-20", to: "2026-04-05" }, [])).toEqual([
      { by: "day", from: "2026-01-20", to: "2026-02-01" },
      { by: "month", from: "2026-02-01", to: "2026-04-01" },
      { by: "day", from: "2026-04-01", to: "2026-04-05" },
    ]);
  });

  it("a quarter is whole; a unit that moves on 10 February has that month read by day", () => {
    const quarter = { from: "2026-01-01", to: "2026-04-01" } as const;
    expect(rollupSpans(quarter, ["2026-02-01"])).toEqual([{ by: "month", ...quarter }]);
    expect(rollupSpans(quarter, ["2026-02-10", "2026-02-11"])).toEqual([
      { by: "month", from: "2026-01-01", to: "2026-02-01" },
      { by: "day", from: "2026-02-01", to: "2026-03-01" },
      { by: "month", from: "2026-03-01", to: "2026-04-01" },
    ]);
  });

  it("within a month only days; of an empty range nothing", () => {
    expect(rollupSpans({ from: "2026-01-02", to: "2026-01-31" }, [])).toEqual([
      { by: "day", from: "2026-01-02", to: "2026-01-31" },
    ]);
    expect(rollupSpans({ from: "2026-01-02", to: "2026-01-02" }, [])).toEqual([]);
  });

  it("property: the spans follow each other from end to end; months are whole and without a change", () => {
    const day = fc.integer({ min: 0, max: 800 }).map((n) => addDays("2025-01-01", n));
    const changes = fc.array(day, { maxLength: 5 });
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 500 }), changes, (from, length, moved) => {
        const to = addDays(from, length);
        const spans = rollupSpans({ from, to }, moved);
        let at: BusinessDate = from;
        for (const span of spans) {
          expect(span.from).toBe(at);
          at = span.to;
          if (span.by === "day") continue;
          expect([startOfMonth(span.from), startOfMonth(span.to)]).toEqual([span.from, span.to]);
          const inside = (change: BusinessDate) => change > span.from && change < span.to;
          expect(
            moved.filter((change) => inside(change) && startOfMonth(change) !== change),
          ).toEqual([]);
        }
        expect(at).toBe(to);
      }),
    );
  });
});
