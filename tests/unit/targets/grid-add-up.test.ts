import { expect, it } from "vitest";
import { addUpMembers, addUpMonths, onlyEditable } from "@/lib/targets/domain/grid-add-up";
import { cell, grid, row } from "./sample-grid";

const rows = [
  row(null, [null, null, null, null]),
  row("ann", [90, 10, 20, 30.5]),
  row("bo", [50, null, null, null], { readOnly: "own" }),
];
const sample = grid(rows);

it("quarters become the sums of their months, where there are months and a right to change", () => {
  expect(addUpMonths(sample, {}, rows, ["target"])).toEqual({ "unit:ann|0|target": 60.5 });
});

it("the unit becomes the sum of its members, edits included", () => {
  expect(addUpMembers(sample, { "unit:ann|0|target": 60 }, ["target"])).toEqual({
    "unit:|0|target": 110,
    "unit:|1|target": 10,
    "unit:|2|target": 20,
    "unit:|3|target": 30.5,
  });
});

it("copied targets stay out of rows that are not here, read-only or locked", () => {
  const locked = grid([
    row(null, [1], { cells: [cell(1, { status: "locked" })] }),
    ...rows.slice(1),
  ]);
  const source = {
    "unit:|0|target": 5,
    "unit:ann|3|floor": 6,
    "unit:bo|0|target": 7,
    "unit:gone|0|target": 8,
    "unit:ann|9|target": 9,
  };
  expect(onlyEditable(locked, source)).toEqual({});
  expect(onlyEditable(sample, source)).toEqual({ "unit:|0|target": 5, "unit:ann|3|floor": 6 });
});
