import { describe, expect, it } from "vitest";
import { type GridColumn, pasteBlock } from "@/lib/targets/domain/grid-paste";
import { cell, grid, row } from "./sample-grid";

const columns: GridColumn[] = [0, 1, 2, 3].map((period) => ({ period, tier: "target" }));
const locked = [cell(1), cell(null, { status: "locked" }), cell(null), cell(null)];
const sample = grid([
  row(null, [null, null, null, null]),
  row("ann", [null, null, null, null], { readOnly: "own" }),
  row("bo", [null], { cells: locked }),
]);
const at = (top: number, left: number, bottom = top, right = left) => ({
  top,
  left,
  bottom,
  right,
});

describe("a pasted block", () => {
  it("starts at the selection's first cell and reads every number", () => {
    const pasted = pasteBlock(sample, columns, at(0, 1), [["1,234.5", "１２万"]]);
    expect(pasted).toEqual({
      changes: { "unit:|1|target": 1234.5, "unit:|2|target": 120000 },
      readOnly: 0,
      rejected: [],
      outside: 0,
    });
  });

  it("fills the whole selection with a single text", () => {
    expect(pasteBlock(sample, columns, at(0, 0, 0, 2), [["7"]]).changes).toEqual({
      "unit:|0|target": 7,
      "unit:|1|target": 7,
      "unit:|2|target": 7,
    });
  });

  it("empties with an empty text", () => {
    expect(pasteBlock(sample, columns, at(2, 0), [[""]]).changes).toEqual({
      "unit:bo|0|target": null,
    });
  });

  it("passes over the own row, locked cells and what lies outside, and says how many", () => {
    const pasted = pasteBlock(sample, columns, at(1, 0), [
      ["1", "2", "3", "4", "5"],
      ["1", "2"],
      ["9"],
    ]);
    expect(pasted.changes).toEqual({ "unit:bo|0|target": 1 });
    expect(pasted).toMatchObject({ readOnly: 5, outside: 2 });
  });

  it("names what it cannot read and takes the rest", () => {
    const pasted = pasteBlock(sample, columns, at(0, 0), [["Q3", "5", "-1"]]);
    expect(pasted.changes).toEqual({ "unit:|1|target": 5 });
    expect(pasted.rejected).toEqual([
      { address: "unit:|0|target", text: "Q3", reason: "notANumber" },
      { address: "unit:|2|target", text: "-1", reason: "outOfRange" },
    ]);
  });

  it("goes to the shown levels", () => {
    const tiers: GridColumn[] = [
      { period: 0, tier: "floor" },
      { period: 0, tier: "target" },
    ];
    expect(pasteBlock(sample, tiers, at(0, 0), [["1", "2"]]).changes).toEqual({
      "unit:|0|floor": 1,
      "unit:|0|target": 2,
    });
  });
});
