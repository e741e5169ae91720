import { describe, expect, it } from "vitest";
import { bulletMax } from "@/components/charts/bullet";
import { waterfallPieces } from "@/components/charts/waterfall-pieces";
import { initials } from "@/components/ui/small-parts";

describe("waterfallPieces", () => {
  it("stacks changes on the level before and stands totals on zero: 10 + 4 − 6 = 8", () => {
    const pieces = waterfallPieces([
      { label: "expected", value: 10, kind: "total" },
      { label: "up", value: 4, kind: "change" },
      { label: "down", value: -6, kind: "change" },
      { label: "actual", value: 8, kind: "total" },
    ]);
    expect(pieces.map(({ range }) => range)).toEqual([
      [0, 10],
      [10, 14],
      [8, 14],
      [0, 8],
    ]);
    expect(pieces.map(({ level }) => level)).toEqual([10, 14, 8, 8]);
  });
});

describe("bulletMax", () => {
  it("is the target while nothing passes it, and grows past it", () => {
    expect(bulletMax([0.4, null, 1])).toBe(1);
    expect(bulletMax([0.4, 1.28])).toBeCloseTo(1.344);
    expect(bulletMax([])).toBe(1);
  });
});

describe("initials", () => {
  it("takes the given name in Chinese and two letters elsewhere", () => {
    expect(initials("林晓彤")).toBe("晓彤");
    expect(initials("Jing Chen")).toBe("JC");
    expect(initials("madonna")).toBe("M");
    expect(initials("")).toBe("");
  });
});
