import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SPLIT_WAYS, splitOverMembers, splitOverMonths } from "@/lib/targets/domain/grid-fill";
import { mismatchesOf } from "@/lib/targets/domain/grid-sums";
import type { GridRow } from "@/lib/targets/domain/target-grid";
import { propertyRuns } from "@/tests/setup/thoroughness";
import { cell, grid, row } from "./sample-grid";

const only = (target: number | null, over: Partial<GridRow> = {}) =>
  row(null, [target, null, null, null], over);

function months(target: number | null, way: (typeof SPLIT_WAYS)[number], over?: Partial<GridRow>) {
  const unit = only(target, over);
  return splitOverMonths(grid([unit]), {}, unit, "target", way);
}

const changes = (values: number[]) => ({
  ok: true,
  changes: Object.fromEntries(values.map((value, i) => [`unit:|${i + 1}|target`, value])),
});

describe("a quarter split over its months", () => {
  it("evenly: 100 = 33.34 + 33.33 + 33.33", () => {
    expect(months(100, "even")).toEqual(changes([33.34, 33.33, 33.33]));
  });

  it("by working days: 62 over 21, 20 and 21 days", () => {
    expect(months(62, "workingDays")).toEqual(changes([21, 20, 21]));
  });

  it("as last year went: 100 over 1 : 1 : 2", () => {
    expect(months(100, "lastYear", { lastYear: [400, 100, 100, 200] })).toEqual(
      changes([25, 25, 50]),
    );
  });

  it("evenly where last year had nothing, and a loss counts as nothing", () => {
    expect(months(90, "lastYear", { lastYear: [0, 0, 0, 0] })).toEqual(changes([30, 30, 30]));
    expect(months(90, "lastYear", { lastYear: [10, -20, 10, 20] })).toEqual(changes([0, 30, 60]));
  });

  it("leaves a locked month as it is", () => {
    const cells = [cell(100), cell(40, { status: "locked" }), cell(null), cell(null)];
    expect(months(100, "even", { cells })).toEqual({
      ok: true,
      changes: { "unit:|2|target": 30, "unit:|3|target": 30 },
    });
  });

  it("says why where it cannot", () => {
    expect(months(null, "even")).toEqual({ ok: false, reason: "noWhole" });
    expect(months(100, "even", { readOnly: "own" })).toEqual({ ok: false, reason: "nobody" });
    const cells = [cell(100), cell(140, { status: "locked" }), cell(null), cell(null)];
    expect(months(100, "even", { cells })).toEqual({ ok: false, reason: "tooMuch" });
  });
});

describe("a unit split over its members", () => {
  it("by the working days each is there", () => {
    const members = [row("ann", [null], { presence: [60] }), row("bo", [null], { presence: [30] })];
    expect(
      splitOverMembers(grid([row(null, [900]), ...members]), {}, 0, "target", "workingDays"),
    ).toEqual({ ok: true, changes: { "unit:ann|0|target": 600, "unit:bo|0|target": 300 } });
  });

  it("keeps the target of the one who splits", () => {
    const members = [row("ann", [200], { readOnly: "own" }), row("bo", [null])];
    expect(splitOverMembers(grid([row(null, [900]), ...members]), {}, 0, "target", "even")).toEqual(
      { ok: true, changes: { "unit:bo|0|target": 700 } },
    );
  });

  it("in whole customers", () => {
    const sample = grid(
      [row(null, [10]), row("ann", [null]), row("bo", [null]), row("cy", [null])],
      "new_customers",
    );
    expect(splitOverMembers(sample, {}, 0, "target", "even")).toEqual({
      ok: true,
      changes: { "unit:ann|0|target": 4, "unit:bo|0|target": 3, "unit:cy|0|target": 3 },
    });
  });
});

it("after any split the parts sum to the whole exactly", () => {
  const number = fc.integer({ min: 0, max: 1e12 }).map((cents) => cents / 100);
  const member = fc.record({
    readOnly: fc.constantFrom(null, null, "own" as const),
    stored: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
    lastYear: fc.option(number, { nil: null }),
    presence: fc.integer({ min: 0, max: 64 }),
  });
  const members = fc.array(member, { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(number, members, fc.constantFrom(...SPLIT_WAYS), (whole, all, way) => {
      const rows = all.map(({ readOnly, stored, lastYear, presence }, i) =>
        row(`rep${i}`, [stored], { readOnly, lastYear: [lastYear], presence: [presence] }),
      );
      const sample = grid([row(null, [whole]), ...rows]);
      const filled = splitOverMembers(sample, {}, 0, "target", way);
      if (filled.ok) expect(mismatchesOf(sample, filled.changes)).toEqual([]);
      else expect(["nobody", "tooMuch"]).toContain(filled.reason);
    }),
    { numRuns: propertyRuns() },
  );
});
