import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/lib/platform/db/access";
import { saveGrid } from "@/lib/targets/data/save-grid";
import type { TargetCellInput } from "@/lib/targets/schema";
import { targetHistory } from "@/lib/targets/sql/target-history";
import { query } from "@/tests/setup/database";
import { allTargets, cellInput, createTargetCompany, saveInput } from "./target-company";

let company: Awaited<ReturnType<typeof createTargetCompany>>;
type Person = keyof typeof company.user;
type Place = keyof typeof company.unit;

beforeAll(async () => {
  company = await createTargetCompany();
});
beforeEach(async () => {
  await query("DELETE FROM target");
});

function cell(unit: Place, user: Person | null, over: Partial<TargetCellInput> = {}) {
  return cellInput({ unitId: company.unit[unit], userId: user && company.user[user], ...over });
}

function save(as: Person, page: Place, cells: TargetCellInput[], over = {}) {
  return saveGrid(company.scopes[as], saveInput(company.unit[page], cells, over));
}

const setStatus = (status: string) =>
  query("UPDATE target SET status = $1::target_status, version = version + 1", [status]);

describe("saving", () => {
  it("adds drafts for the quarter and its months, each in its own period", async () => {
    const cells = [0, 1, 2, 3].map((period) =>
      cell("E1", "Rae", { period, target: period === 0 ? 300 : 100 }),
    );
    expect(await save("Mia", "E1", cells)).toEqual({ ok: true, saved: 4 });
    const rows = await allTargets();
    expect(rows.map((t) => [t.period, t.target, t.status, t.version])).toEqual([
      ["2021-01-01–2021-04-01", 300, "draft", 1],
      ["2021-01-01–2021-02-01", 100, "draft", 1],
      ["2021-02-01–2021-03-01", 100, "draft", 1],
      ["2021-03-01–2021-04-01", 100, "draft", 1],
    ]);
  });

  it("changes and clears, a version each, with who and why in the history", async () => {
    await save("Mia", "E1", [cell("E1", "Rae", { floor: 80, stretch: 120.5 })]);
    await save("Ada", "E1", [cell("E1", "Rae", { version: 1, target: 110 })], { reason: "二期" });
    await save("Mia", "E1", [cell("E1", "Rae", { version: 2, target: null })]);
    const [target] = await allTargets();
    expect(target).toMatchObject({ target: null, version: 3, status: "draft" });
    const history = await read(company.scopes.Mia, (tx) => targetHistory(tx, target?.id ?? ""));
    expect(
      history.map((h) => [h.version, h.floor, h.target, h.stretch, h.changedBy, h.reason]),
    ).toEqual([
      [3, null, null, null, "Mia", null],
      [2, null, 110, null, "Ada", "二期"],
      [1, 80, 100, 120.5, "Mia", null],
    ]);
  });

  it("rounds to whole minor units and leaves unchanged cells alone", async () => {
    await save("Mia", "E1", [cell("E1", "Rae", { target: 100.005 })]);
    expect(await allTargets()).toMatchObject([{ target: 100.01, version: 1 }]);
    const again = await save("Mia", "E1", [cell("E1", "Rae", { version: 1, target: 100.01 })]);
    expect(again).toEqual({ ok: true, saved: 0 });
    expect(await allTargets()).toMatchObject([{ version: 1 }]);
  });

  it("keeps KPIs apart and takes ratios for the quarter only", async () => {
    await save("Mia", "E1", [cell("E1", "Rae", { target: 0.35 })], { kpi: "win_rate" });
    await save("Mia", "E1", [cell("E1", "Rae", { target: 0.1 })], { kpi: "growth" });
    expect((await allTargets()).map((t) => t.target).sort()).toEqual([0.1, 0.35]);
    await expect(
      save("Mia", "E1", [cell("E1", "Rae", { period: 1, target: 0.1 })], { kpi: "growth" }),
    ).rejects.toMatchObject({ code: "notFound" });
    await expect(
      save("Mia", "E1", [cell("E1", "Rob", { target: 1.1 })], { kpi: "win_rate" }),
    ).rejects.toMatchObject({ code: "targetOutOfRange" });
  });
});

describe("who may save", () => {
  it.each([
    ["Mia", "E1", "E1", "Mia", "forbidden"],
    ["Mia", "East", "East", null, "forbidden"],
    ["Ada", "W1", "W1", "Ada", "forbidden"],
    ["Mia", "West", "W1", null, "notFound"],
    ["Mia", "W1", "W1", "Wes", "notFound"],
    ["Rae", "E1", "E1", "Rae", "notFound"],
    ["Rae", "E1", "E1", "Rob", "notFound"],
    ["Mia", "E1", "W1", "Wes", "notFound"],
    ["Mia", "E1", "E1", "Ray", "notFound"],
  ] as [Person, Place, Place, Person | null, string][])(
    "%s on the page of %s may not for %s %s",
    async (as, page, unit, user, code) => {
      await expect(save(as, page, [cell(unit, user)])).rejects.toMatchObject({ code });
      expect(await allTargets()).toEqual([]);
    },
  );

  it.each([
    ["Mia", "East", "E1", null],
    ["Mia", "E1", "E1", "Rae"],
    ["Max", "W1", "W1", "Ada"],
    ["Ada", "E1", "E1", "Mia"],
    ["Ada", "Company", "East", null],
    ["Ada", "Company", "Company", null],
  ] as [Person, Place, Place, Person | null][])(
    "%s on the page of %s may for %s %s",
    async (as, page, unit, user) => {
      expect(await save(as, page, [cell(unit, user)])).toEqual({ ok: true, saved: 1 });
    },
  );

  it("one forbidden cell among allowed ones refuses all", async () => {
    const cells = [cell("E1", "Rae"), cell("E1", "Mia")];
    await expect(save("Mia", "E1", cells)).rejects.toMatchObject({ code: "forbidden" });
    expect(await allTargets()).toEqual([]);
  });
});

describe("a published target", () => {
  beforeEach(async () => {
    await save("Mia", "E1", [cell("E1", "Rae")]);
    await setStatus("published");
  });

  it("changes for a reason only, and stays published", async () => {
    const change = cell("E1", "Rae", { version: 2, target: 120 });
    await expect(save("Mia", "E1", [change])).rejects.toMatchObject({
      code: "targetReasonRequired",
    });
    await save("Mia", "E1", [change], { reason: "market grew" });
    expect(await allTargets()).toMatchObject([{ target: 120, status: "published", version: 3 }]);
  });

  it("does not change once locked, not for the admin either", async () => {
    await setStatus("locked");
    const change = cell("E1", "Rae", { version: 3, target: 120 });
    for (const as of ["Mia", "Ada"] as const)
      await expect(save(as, "E1", [change], { reason: "x" })).rejects.toMatchObject({
        code: "targetLocked",
      });
    expect(await allTargets()).toMatchObject([{ target: 100, version: 3 }]);
  });
});

describe("two people at the same cells", () => {
  it("the later one gets both versions and nothing of theirs is written", async () => {
    await save("Ada", "E1", [cell("E1", "Rae", { target: 90 })], { reason: "board" });
    const outcome = await save("Mia", "E1", [
      cell("E1", "Rae", { target: 95 }),
      cell("E1", "Rob", { target: 50 }),
    ]);
    expect(outcome).toMatchObject({
      ok: false,
      conflicts: [
        {
          row: `${company.unit.E1}:${company.user.Rae}`,
          period: 0,
          current: { version: 1, values: { target: 90 } },
          changedBy: "Ada",
          reason: "board",
        },
      ],
    });
    expect(await allTargets()).toMatchObject([{ target: 90, version: 1 }]);
  });

  it("who takes over the seen version saves", async () => {
    await save("Ada", "E1", [cell("E1", "Rae", { target: 90 })]);
    await save("Mia", "E1", [cell("E1", "Rae", { target: 95, version: 1 })]);
    expect(await allTargets()).toMatchObject([{ target: 95, version: 2 }]);
  });

  it("the same number typed by both is no conflict", async () => {
    await save("Ada", "E1", [cell("E1", "Rae", { target: 90 })]);
    expect(await save("Mia", "E1", [cell("E1", "Rae", { target: 90 })])).toEqual({
      ok: true,
      saved: 0,
    });
  });

  it("at the very same time one of them wins, the others are told, nothing is lost", async () => {
    const rivals = [11, 22, 33, 44, 55, 66].map((target, i) =>
      save(i % 2 ? "Ada" : "Mia", "E1", [
        cell("E1", "Rae", { target }),
        cell("E1", "Rob", { target }),
      ]),
    );
    const outcomes = await Promise.all(rivals);
    const won = outcomes.filter((outcome) => outcome.ok && outcome.saved === 2);
    expect(won).toHaveLength(1);
    const rows = await allTargets();
    expect(rows).toHaveLength(2);
    expect(new Set(rows.map((row) => row.target)).size).toBe(1);
    expect(rows.every((row) => row.version === 1)).toBe(true);
  });
});
