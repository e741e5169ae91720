import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_EDITS, redo, undo } from "@/lib/shared/cell-edits";
import { change, remaining, shownValue } from "@/lib/targets/domain/grid-edits";
import { addressOf } from "@/lib/targets/domain/target-grid";
import { propertyRuns } from "@/tests/setup/thoroughness";
import { grid, row } from "./sample-grid";

const sample = grid([row(null, [300, 100, 100, 100]), row("ann", [null, 5, null, null])]);
const quarter = addressOf("unit:", 0, "target");
const month = addressOf("unit:ann", 1, "target");

describe("unsaved edits", () => {
  it("show instead of the stored number, cleared ones too", () => {
    const state = change(NO_EDITS, sample, { [quarter]: 400, [month]: null });
    expect(shownValue(sample, state.edits, quarter)).toBe(400);
    expect(shownValue(sample, state.edits, month)).toBeNull();
    expect(shownValue(sample, NO_EDITS.edits, month)).toBe(5);
  });

  it("end when the stored number is typed again", () => {
    const state = change(change(NO_EDITS, sample, { [quarter]: 400 }), sample, { [quarter]: 300 });
    expect(state.edits).toEqual({});
    expect(undo(state).edits).toEqual({ [quarter]: 400 });
  });

  it("that change nothing are no step", () => {
    expect(change(NO_EDITS, sample, { [quarter]: 300 })).toBe(NO_EDITS);
  });

  it("of one paste are taken back at once", () => {
    const state = change(NO_EDITS, sample, { [quarter]: 1, [month]: 2 });
    expect(undo(state).edits).toEqual({});
    expect(redo(undo(state)).edits).toEqual(state.edits);
  });

  it("are forgotten once they are stored, or when their row is gone", () => {
    const saved = grid([row(null, [400, 100, 100, 100])]);
    expect(remaining(saved, { [quarter]: 400, [month]: 9, "unit:|1|target": 7 })).toEqual({
      "unit:|1|target": 7,
    });
  });

  it("come back in every order of undo and redo", () => {
    const addresses = sample.rows.flatMap(({ key }) =>
      [0, 1, 2, 3].map((period) => addressOf(key, period, "target")),
    );
    const value = fc.option(fc.integer({ min: 0, max: 500 }), { nil: null });
    const changes = fc.dictionary(fc.constantFrom(...addresses), value);
    fc.assert(
      fc.property(fc.array(changes), (steps) => {
        const states = [NO_EDITS];
        for (const step of steps) {
          const last = states.at(-1) ?? NO_EDITS;
          const next = change(last, sample, step);
          if (next !== last) states.push(next);
        }
        let state = states.at(-1) ?? NO_EDITS;
        for (const before of states.slice(0, -1).reverse()) {
          state = undo(state);
          expect(state.edits).toEqual(before.edits);
        }
        expect(undo(state)).toBe(state);
        for (const after of states.slice(1)) {
          state = redo(state);
          expect(state.edits).toEqual(after.edits);
        }
        expect(redo(state)).toBe(state);
      }),
      { numRuns: propertyRuns() },
    );
  });
});
