import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rollupSpans } from "@/lib/metrics/domain/rollup-spans";
import { addDays, type BusinessDate, startOfMonth } from "@/lib/shared/business-date";
import { daysOf } from "@/lib/shared/period";

const LATER = "2030-01-01";

describe("rollupSpans", () => {
  it("20 January up to 5 April: 12 days, two whole months, 4 days", () => {
    expect(rollupSpans({ from: "2026-01-20", to: "2026-04-05" }, [], LATER)).toEqual([
      { by: "day", from: "2026-01-20", to: "2026-02-01" },
      { by: "month", from: "2026-02-01", to: "2026-04-01" },
      { by: "day", from: "2026-04-01", to: "2026-04-05" },
    ]);
  });

  it("1 October up to 25 November: two months less the last six days", () => {
    expect(rollupSpans({ from: "2026-10-01", to: "2026-11-25" }, [], LATER)).toEqual([
      { by: "month", from: "2026-10-01", to: "2026-12-01" },
      { by: "day", minus: true, from: "2026-11-25", to: "2026-12-01" },
    ]);
  });

  it("days after today hold hardly anything: on 4 November the month less its other 26 days", () => {
    const range = { from: "2026-11-01", to: "2026-11-05" } as const;
    expect(rollupSpans(range, [], "2026-11-04")).toEqual([
      { by: "month", from: "2026-11-01", to: "2026-12-01" },
      { by: "day", minus: true, from: "2026-11-05", to: "2026-12-01" },
    ]);
    expect(rollupSpans(range, [], "2026-11-12")).toEqual([{ by: "day", ...range }]);
  });

  it("a quarter is whole; a unit that moves on 10 February has that month read by day", () => {
    const quarter = { from: "2026-01-01", to: "2026-04-01" } as const;
    expect(rollupSpans(quarter, ["2026-02-01"], LATER)).toEqual([{ by: "month", ...quarter }]);
    expect(rollupSpans(quarter, ["2026-02-10", "2026-02-11"], LATER)).toEqual([
      { by: "month", from: "2026-01-01", to: "2026-02-01" },
      { by: "day", from: "2026-02-01", to: "2026-03-01" },
      { by: "month", from: "2026-03-01", to: "2026-04-01" },
    ]);
  });

  it("nine thousand years are one run of months and the days of the last", () => {
    expect(rollupSpans({ from: "1000-01-01", to: "9999-12-31" }, [], LATER)).toEqual([
      { by: "month", from: "1000-01-01", to: "9999-12-31" },
    ]);
    expect(rollupSpans({ from: "1000-01-03", to: "9999-12-02" }, ["2026-03-05"], LATER)).toEqual([
      { by: "month", from: "1000-01-01", to: "2026-03-01" },
      { by: "day", minus: true, from: "1000-01-01", to: "1000-01-03" },
      { by: "day", from: "2026-03-01", to: "2026-04-01" },
      { by: "month", from: "2026-04-01", to: "9999-12-01" },
      { by: "day", from: "9999-12-01", to: "9999-12-02" },
    ]);
  });

  it("a month without its first day and its last two; of an empty range nothing", () => {
    expect(rollupSpans({ from: "2026-01-02", to: "2026-01-30" }, [], LATER)).toEqual([
      { by: "month", from: "2026-01-01", to: "2026-02-01" },
      { by: "day", minus: true, from: "2026-01-01", to: "2026-01-02" },
      { by: "day", minus: true, from: "2026-01-30", to: "2026-02-01" },
    ]);
    expect(rollupSpans({ from: "2026-01-02", to: "2026-01-02" }, [], LATER)).toEqual([]);
  });

  it("property: added up, less those to take off, every day of the range counts once and no other", () => {
    const day = fc.integer({ min: 0, max: 800 }).map((n) => addDays("2025-01-01", n));
    const changes = fc.array(day, { maxLength: 5 });
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 500 }),
        changes,
        day,
        (from, length, moved, asOf) => {
          const range = { from, to: addDays(from, length) };
          const counted = new Map<BusinessDate, number>();
          for (const span of rollupSpans(range, moved, asOf)) {
            for (const one of daysOf(span))
              counted.set(one, (counted.get(one) ?? 0) + (span.minus ? -1 : 1));
            if (span.by === "day") continue;
            expect([startOfMonth(span.from), startOfMonth(span.to)]).toEqual([span.from, span.to]);
            const inside = (change: BusinessDate) => change > span.from && change < span.to;
            expect(
              moved.filter((change) => inside(change) && startOfMonth(change) !== change),
            ).toEqual([]);
          }
          const once = [...counted].filter(([, times]) => times !== 0);
          expect(once.every(([, times]) => times === 1)).toBe(true);
          expect(once.map(([one]) => one).sort()).toEqual(daysOf(range));
        },
      ),
    );
  });
});
