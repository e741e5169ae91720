import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { axisTicks, spreadApart, twoLines } from "@/components/charts/scale";

describe("axisTicks", () => {
  it("covers 0 to 57 in round steps of 20", () => {
    expect(axisTicks([3, 57])).toEqual([0, 20, 40, 60]);
  });
  it("covers negative values and zero", () => {
    expect(axisTicks([-3, 9])).toEqual([-5, 0, 5, 10]);
  });
  it("gives an axis where there is no figure", () => {
    expect(axisTicks([])).toEqual([0, 0.25, 0.5, 0.75, 1]);
  });
  it("covers one value that is not zero when zero is not needed", () => {
    const ticks = axisTicks([100], 4, false);
    expect(ticks[0]).toBeLessThanOrEqual(100);
    expect(ticks.at(-1)).toBeGreaterThan(100);
  });
  it("always covers its values, in rising even steps, not too many", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1 }), (values) => {
        const ticks = axisTicks(values);
        const low = ticks[0] ?? Number.NaN;
        const high = ticks.at(-1) ?? Number.NaN;
        expect(low).toBeLessThanOrEqual(Math.min(0, ...values));
        expect(high).toBeGreaterThanOrEqual(Math.max(0, ...values));
        expect(ticks.length).toBeGreaterThan(1);
        expect(ticks.length).toBeLessThanOrEqual(7);
      }),
    );
  });
});

describe("spreadApart", () => {
  it("leaves positions alone that are far enough apart", () => {
    expect(spreadApart([10, 50], 14, 0, 100)).toEqual([10, 50]);
  });
  it("pushes a close one down and keeps the order of the input", () => {
    expect(spreadApart([20, 15], 14, 0, 100)).toEqual([29, 15]);
  });
  it("keeps all within the plot and apart where there is room", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 10 }), (positions) => {
        const result = spreadApart(positions, 14, 0, 200);
        const sorted = [...result].sort((a, b) => a - b);
        for (const [index, position] of sorted.entries()) {
          expect(position).toBeGreaterThanOrEqual(0);
          expect(position).toBeLessThanOrEqual(200);
          const before = sorted[index - 1];
          if (before !== undefined) expect(position - before).toBeGreaterThanOrEqual(14);
        }
      }),
    );
  });
});

describe("twoLines", () => {
  it("breaks Latin text at spaces and Chinese between characters", () => {
    expect(twoLines("Shanghai stores", 50)).toEqual(["Shanghai", "stores"]);
    expect(twoLines("智能摄像机", 36)).toEqual(["智能摄", "像机"]);
  });
  it("cuts what does not fit in two lines", () => {
    expect(twoLines("one two three four five", 30).at(-1)).toMatch(/…$/);
  });
});
