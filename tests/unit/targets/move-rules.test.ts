import { describe, expect, it } from "vitest";
import { acceptedBy, checkMove, movable } from "@/lib/targets/domain/move-rules";
import { cell, grid, row } from "./sample-grid";

const stored = (target: number | null, id: string, over = {}) => cell(target, { id, ...over });
const seen = [1, 2, 3, 4, 5, 6].map((no) => ({ id: `t${no}`, version: 1 }));

describe("what a step moves", () => {
  const sample = grid([
    row(null, [], { cells: [stored(1, "t1"), stored(null, "t2"), cell(null)] }),
    row("own", [], { cells: [stored(1, "t3")], readOnly: "own" }),
    row("bo", [], { cells: [stored(1, "t4", { status: "published" })] }),
  ]);
  it("is every filled target of the status before it, never one's own", () => {
    expect(movable(sample, "publish").map(({ cell: { id } }) => id)).toEqual(["t1"]);
    expect(movable(sample, "lock").map(({ cell: { id } }) => id)).toEqual(["t4"]);
    expect(movable(sample, "unlock")).toEqual([]);
  });
  it("must be what the person saw", () => {
    expect(checkMove(sample, "publish", [{ id: "t1", version: 2 }], "")).toEqual({
      ok: false,
      problem: "stale",
    });
    expect(checkMove(sample, "publish", [], "")).toEqual({ ok: false, problem: "stale" });
    expect(checkMove(sample, "unlock", seen, "x")).toEqual({ ok: false, problem: "nothing" });
  });
});

describe("an accepted mismatch", () => {
  const months = [stored(10, "t2"), stored(10, "t3"), stored(10, "t4")];

  it("is answered by the quarter for its months", () => {
    const sample = grid([row(null, [], { cells: [stored(40, "t1"), ...months] })]);
    expect(checkMove(sample, "publish", seen, "")).toEqual({ ok: false, problem: "mismatch" });
    expect(checkMove(sample, "publish", seen, "later")).toEqual({
      ok: true,
      groups: [
        { reason: "[≠ months target 10] later", ids: ["t1"] },
        { reason: "later", ids: ["t2", "t3", "t4"] },
      ],
    });
  });

  it("is answered by the months where the quarter is in force already", () => {
    const quarter = stored(40, "t1", { status: "published" });
    const sample = grid([row(null, [], { cells: [quarter, ...months] })]);
    const accepted = [...acceptedBy(sample, movable(sample, "publish")).values()];
    expect(accepted).toEqual(
      [1, 2, 3].map(() => [{ kind: "months", tier: "target", difference: 10 }]),
    );
  });

  it("is answered by the members where the unit's target is somebody else's to set", () => {
    const sample = grid([
      row(null, [], { cells: [stored(40, "t1")], readOnly: "own" }),
      row("bo", [], { cells: [stored(30, "t2")] }),
    ]);
    expect(checkMove(sample, "publish", seen, "vacancy")).toEqual({
      ok: true,
      groups: [{ reason: "[≠ members target 10] vacancy", ids: ["t2"] }],
    });
  });

  it("does not exist where win rates differ", () => {
    const sample = grid(
      [
        row(null, [], { cells: [stored(0.4, "t1")] }),
        row("bo", [], { cells: [stored(0.3, "t2")] }),
      ],
      "win_rate",
    );
    expect(checkMove(sample, "publish", seen, "")).toEqual({
      ok: true,
      groups: [{ reason: "", ids: ["t1", "t2"] }],
    });
  });
});
