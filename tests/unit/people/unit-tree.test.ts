import { describe, expect, it } from "vitest";
import {
  childTypes,
  inTreeOrder,
  mayHangBelow,
  subtreeIds,
  type UnitType,
} from "@/lib/people/domain/unit-tree";

const TYPES: UnitType[] = ["company", "region", "store", "team"];
const ALLOWED = new Set([
  "region below company",
  "store below company",
  "store below region",
  "team below company",
  "team below region",
  "team below store",
]);

describe("what may hang below what", () => {
  it.each(TYPES.flatMap((child) => TYPES.map((parent) => ({ child, parent }))))(
    "$child below $parent",
    ({ child, parent }) => {
      expect(mayHangBelow(child, parent)).toBe(ALLOWED.has(`${child} below ${parent}`));
    },
  );

  it("offers the types for a parent", () => {
    expect(childTypes("store")).toEqual(["team"]);
    expect(childTypes("team")).toEqual([]);
  });
});

describe("the order of the tree", () => {
  const unit = (id: string, parentId: string | null, name = id) => ({ id, parentId, name });

  it("puts parents before children and siblings by name, with depths", () => {
    const units = [
      unit("e2", "east"),
      unit("west", "co"),
      unit("co", null),
      unit("e10", "east"),
      unit("east", "co"),
    ];
    const order = inTreeOrder(units, "en").map(({ id, depth }) => `${depth} ${id}`);
    expect(order).toEqual(["0 co", "1 east", "2 e2", "2 e10", "1 west"]);
  });

  it("starts a tree at a unit whose parent is not among them, and loses none", () => {
    const order = inTreeOrder([unit("e1", "east"), unit("w", null)], "en");
    expect(order.map(({ id, depth }) => `${depth} ${id}`)).toEqual(["0 e1", "0 w"]);
  });

  it("sorts Chinese names by pinyin for Chinese readers", () => {
    const units = [unit("1", null, "苏州"), unit("2", null, "北京"), unit("3", null, "上海")];
    expect(inTreeOrder(units, "zh-CN").map((u) => u.name)).toEqual(["北京", "上海", "苏州"]);
  });

  it("finds a unit and all below it", () => {
    const units = [unit("co", null), unit("east", "co"), unit("e1", "east"), unit("west", "co")];
    expect([...subtreeIds(units, "east")].sort()).toEqual(["e1", "east"]);
  });
});
