import { describe, expect, it } from "vitest";
import {
  changesOf,
  disorderedCells,
  rememberBases,
  touchesPublished,
} from "@/lib/targets/domain/grid-changes";
import { cell, grid, row } from "./sample-grid";

const published = cell(5, {
  version: 4,
  status: "published",
  values: { floor: 3, target: 5, stretch: 8 },
});
const sample = grid([row(null, [100, 30, null, null]), row("ann", [5], { cells: [published] })]);

describe("what is sent to be saved", () => {
  it("is each edited cell once, with all its levels and its version", () => {
    const edits = { "unit:ann|0|target": 6, "unit:ann|0|stretch": null, "unit:|2|target": 7 };
    expect(changesOf(sample, edits, {})).toEqual([
      { unitId: "unit", userId: "ann", period: 0, version: 4, floor: 3, target: 6, stretch: null },
      {
        unitId: "unit",
        userId: null,
        period: 2,
        version: 0,
        floor: null,
        target: 7,
        stretch: null,
      },
    ]);
  });

  it("is made on the version the cell had when it was first edited", () => {
    const edits = { "unit:ann|0|target": 6 };
    const bases = rememberBases(sample, edits, {});
    expect(bases).toEqual({ "unit:ann|0": 4 });
    const newer = grid([row("ann", [9], { cells: [{ ...published, version: 9 }] })]);
    expect(rememberBases(newer, edits, bases)).toEqual(bases);
    expect(changesOf(newer, edits, bases)).toMatchObject([{ version: 4 }]);
    expect(rememberBases(newer, {}, bases)).toEqual({});
  });
});

it("levels out of order are found with the edits in place", () => {
  expect(disorderedCells(sample, { "unit:ann|0|target": 2 })).toEqual(new Set(["unit:ann|0"]));
  expect(disorderedCells(sample, { "unit:ann|0|target": 8 })).toEqual(new Set());
});

it("knows whether a published target is among the edits", () => {
  expect(touchesPublished(sample, { "unit:|1|target": 1 })).toBe(false);
  expect(touchesPublished(sample, { "unit:ann|0|floor": 1 })).toBe(true);
});
