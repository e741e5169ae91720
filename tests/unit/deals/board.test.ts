import { describe, expect, it } from "vitest";
import { moved, neighbour } from "@/lib/deals/domain/board";

const columns = [
  { id: "a", kind: "open" as const, count: 2, expected: 100 },
  { id: "b", kind: "open" as const, count: 0, expected: null },
  { id: "won", kind: "won" as const, count: 1, expected: 5 },
];

describe("a card on the board", () => {
  it("takes its count and amount along", () => {
    expect(moved(columns, { stageId: "a", expectedBaseAmount: 40 }, "b")).toMatchObject([
      { count: 1, expected: 60 },
      { count: 1, expected: 40 },
      { count: 1, expected: 5 },
    ]);
    expect(moved(columns, { stageId: "a", expectedBaseAmount: null }, "b")[1]?.count).toBe(1);
  });

  it("put where it is changes nothing", () => {
    expect(moved(columns, { stageId: "a", expectedBaseAmount: 40 }, "a")).toEqual(columns);
  });

  it("goes to the stage beside it and not past the ends", () => {
    expect(neighbour(columns, "a", 1)).toBe("b");
    expect(neighbour(columns, "a", -1)).toBeUndefined();
    expect(neighbour(columns, "won", 1)).toBeUndefined();
    expect(neighbour(columns, "gone", 1)).toBeUndefined();
  });
});
