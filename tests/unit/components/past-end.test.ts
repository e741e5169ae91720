import { describe, expect, it } from "vitest";
import { isPastEnd } from "@/components/tables/past-end";

describe("a page past the end", () => {
  it("has no rows although the list has some", () => {
    expect(isPastEnd(0, 2309)).toBe(true);
    expect(isPastEnd(9, 2309)).toBe(false);
  });
  it("is not an empty list, nor one without a count", () => {
    expect(isPastEnd(0, 0)).toBe(false);
    expect(isPastEnd(0, undefined)).toBe(false);
  });
});
