import { expect, it } from "vitest";
import { gridTable } from "@/lib/targets/domain/grid-csv";
import { grid, row } from "./sample-grid";

const words = {
  name: "Name",
  status: "Status",
  from: "From",
  to: "To",
  tiers: { floor: "Floor", target: "Target", stretch: "Stretch" },
  statuses: { draft: "Draft", published: "Published", locked: "Locked" },
  lastYear: "Last year",
  soFar: "So far",
  membersSum: "Sum",
};

it("has a line for each row and period, and the members' sum after each period", () => {
  const rows = [row(null, [100]), row("ann", [60]), row("bo", [null])];
  const { head, rows: lines } = gridTable(grid(rows), words);
  expect(head).toHaveLength(9);
  const period = ["2026-07-01", "2026-10-01"];
  expect(lines).toEqual([
    ["the unit", ...period, "Draft", null, 100, null, null, null],
    ["ann", ...period, "Draft", null, 60, null, null, null],
    ["bo", ...period, null, null, null, null, null, null],
    ["Sum", ...period, null, null, 60, null, null, null],
  ]);
});

it("has no sums of ratios", () => {
  const { rows } = gridTable(grid([row(null, [0.5]), row("ann", [0.4])], "win_rate"), words);
  expect(rows.map(([name]) => name)).toEqual(["the unit", "ann"]);
});
