import { describe, expect, it } from "vitest";
import { ratio, sumOrNull } from "@/lib/shared/ratio";

describe("ratio", () => {
  it("is undefined, not 0, without a denominator", () => {
    expect(ratio(5, 0)).toBeNull();
    expect(ratio(0, 0)).toBeNull();
    expect(ratio(null, 5)).toBeNull();
    expect(ratio(5, undefined)).toBeNull();
    expect(ratio(Number.MAX_VALUE, 1e-9)).toBeNull();
  });

  it("regression: is not capped, so 100% and 180% do not tie", () => {
    expect(ratio(180, 100)).toBe(1.8);
    expect(ratio(-50, 100)).toBe(-0.5);
  });

  it("a sum with an unknown part is unknown", () => {
    expect(sumOrNull([1, 2, 3])).toBe(6);
    expect(sumOrNull([1, null])).toBeNull();
    expect(sumOrNull([])).toBe(0);
  });
});
