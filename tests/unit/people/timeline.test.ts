import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeFrom, OPEN_END, OPEN_START, type Stretch } from "@/lib/people/domain/timeline";
import { addDays, type BusinessDate } from "@/lib/shared/business-date";
import { propertyRuns } from "@/tests/setup/thoroughness";

const DAY: BusinessDate = "2026-04-01";

/** What the rows are after the change, as the database would hold them. */
function applied(before: readonly Stretch<string>[], value: string | null, from: BusinessDate) {
  const change = changeFrom(before, value, from);
  if (!change) return [...before];
  const kept = before
    .filter((s) => !change.remove.includes(s.id))
    .map((s) => (s.id === change.close ? { ...s, to: from } : s));
  return change.open ? [...kept, { id: "new", ...change.open }] : kept;
}

const valueOn = (stretches: readonly Stretch<string>[], day: BusinessDate) =>
  stretches.find((s) => s.from <= day && day < s.to)?.value ?? null;

describe("a change from a day on", () => {
  const east: Stretch<string> = { id: "1", value: "east", from: OPEN_START, to: OPEN_END };

  it("closes what held and opens what holds", () => {
    expect(changeFrom([east], "west", DAY)).toEqual({
      remove: [],
      close: "1",
      open: { value: "west", from: DAY, to: OPEN_END },
    });
  });

  it("changes nothing where the same goes on", () => {
    expect(changeFrom([east], "east", DAY)).toBeNull();
    expect(changeFrom([], null, DAY)).toBeNull();
  });

  it("on the day it began it takes the place of what was there", () => {
    expect(changeFrom([{ ...east, from: DAY }], "west", DAY)).toEqual({
      remove: ["1"],
      close: null,
      open: { value: "west", from: DAY, to: OPEN_END },
    });
  });

  it("prolongs a stretch that would have ended with the same value", () => {
    const ending = { ...east, to: addDays(DAY, 30) };
    const next = { id: "2", value: "west", from: addDays(DAY, 30), to: OPEN_END };
    expect(applied([ending, next], "east", DAY)).toEqual([
      { id: "new", value: "east", from: OPEN_START, to: OPEN_END },
    ]);
  });

  it("leaves every earlier day as it was, holds ever after, and never overlaps", () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 2, maxLength: 8 });
    const values = fc.array(fc.constantFrom("a", "b", "c", null), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(
        days,
        values,
        fc.constantFrom("a", "b", null),
        fc.integer({ min: -10, max: 410 }),
        (cuts, held, value, offset) => {
          const at = (n: number) => addDays(DAY, n);
          const sorted = [...cuts].sort((x, y) => x - y);
          const before = sorted.slice(0, -1).flatMap((start, i): Stretch<string>[] => {
            const which = held[i] ?? null;
            const end = sorted[i + 1] ?? start + 1;
            return which ? [{ id: String(i), value: which, from: at(start), to: at(end) }] : [];
          });
          const after = applied(before, value, at(offset));
          for (let n = -12; n < 420; n++) {
            const expected = n < offset ? valueOn(before, at(n)) : value;
            expect(valueOn(after, at(n))).toBe(expected);
          }
          const ordered = [...after].sort((x, y) => (x.from < y.from ? -1 : 1));
          ordered.forEach((s, i) => {
            expect(s.from < s.to).toBe(true);
            const next = ordered[i + 1];
            if (next) expect(s.to <= next.from).toBe(true);
          });
        },
      ),
      { numRuns: propertyRuns(60) },
    );
  });
});
