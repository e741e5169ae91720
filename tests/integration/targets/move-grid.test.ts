import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/lib/platform/db/access";
import { targetsFor } from "@/lib/targets/data";
import { moveGrid } from "@/lib/targets/data/move-grid";
import { saveGrid } from "@/lib/targets/data/save-grid";
import { readReason } from "@/lib/targets/domain/accepted-mismatch";
import type { Move } from "@/lib/targets/domain/move-rules";
import { query } from "@/tests/setup/database";
import {
  allTargets,
  cellInput,
  createTargetCompany,
  Q1,
  QUARTER,
  saveInput,
} from "./target-company";

let company: Awaited<ReturnType<typeof createTargetCompany>>;
type Person = keyof typeof company.user;
type Place = keyof typeof company.unit;

beforeAll(async () => {
  company = await createTargetCompany();
});
beforeEach(async () => {
  await query("DELETE FROM target");
});

type Row = [unit: Place, user: Person | null, quarter: number | null, ...months: number[]];

function set(as: Person, page: Place, rows: Row[]) {
  const cells = rows.flatMap(([unit, user, ...values]) =>
    values.map((target, period) =>
      cellInput({
        unitId: company.unit[unit],
        userId: user && company.user[user],
        period,
        target,
      }),
    ),
  );
  return saveGrid(company.scopes[as], saveInput(company.unit[page], cells));
}

async function move(as: Person, page: Place, step: Move, reason = "") {
  const seen = (await allTargets()).map(({ id, version }) => ({ id, version }));
  const place = { kpi: "revenue", unitId: company.unit[page], quarter: QUARTER } as const;
  return moveGrid(company.scopes[as], step, { ...place, seen, reason });
}

const statuses = async () => (await allTargets()).map((target) => target.status);

describe("publishing", () => {
  it("moves every draft of the grid whose parts add up, without asking", async () => {
    await set("Mia", "E1", [
      ["E1", null, 300, 100, 100, 100],
      ["E1", "Rae", 300, 100, 100, 100],
    ]);
    expect(await move("Mia", "E1", "publish")).toBe(8);
    expect(new Set(await statuses())).toEqual(new Set(["published"]));
  });

  it.each([
    ["months do not sum to the quarter", [["E1", "Rae", 300, 100, 100, 90]]],
    [
      "members do not sum to the unit",
      [
        ["E1", null, 300],
        ["E1", "Rae", 200],
      ],
    ],
  ] as [string, Row[]][])("asks for a reason where %s, and keeps it", async (_, rows) => {
    await set("Mia", "E1", rows);
    await expect(move("Mia", "E1", "publish")).rejects.toMatchObject({
      code: "targetMismatchReason",
    });
    expect(new Set(await statuses())).toEqual(new Set(["draft"]));
    await move("Mia", "E1", "publish", "new hire in March");
    expect(new Set(await statuses())).toEqual(new Set(["published"]));
    const history = await query<{ reason: string; target: number }>(
      "SELECT reason, target::float8 FROM target_revision WHERE status = 'published'",
    );
    const difference = rows[0]?.[1] === null ? 100 : 10;
    const kind = rows[0]?.[1] === null ? "members" : "months";
    const accepted = history.filter((row) => readReason(row.reason).accepted.length > 0);
    expect(accepted).toHaveLength(1);
    expect(accepted[0]?.target).toBe(300);
    expect(readReason(accepted[0]?.reason ?? "")).toEqual({
      reason: "new hire in March",
      accepted: [{ kind, tier: "target", difference }],
    });
  });

  it("leaves one's own drafts to others: Mia's row and Mia's region stay drafts", async () => {
    await set("Ada", "E1", [
      ["E1", "Mia", 50],
      ["E1", "Rae", 50],
    ]);
    await set("Ada", "East", [["East", null, 100]]);
    expect(await move("Mia", "E1", "publish")).toBe(1);
    await expect(move("Mia", "East", "publish")).rejects.toMatchObject({
      code: "targetNothingToMove",
    });
    const rows = await allTargets();
    const published = rows.filter((row) => row.status === "published");
    expect(published.map((row) => row.user_id)).toEqual([company.user.Rae]);
    expect(await move("Ada", "E1", "publish")).toBe(1);
    expect(await move("Ada", "East", "publish")).toBe(1);
  });

  it("is refused to reps and to managers of other units", async () => {
    await set("Mia", "E1", [["E1", "Rae", 50]]);
    for (const as of ["Rae", "Max"] as const)
      await expect(move(as, "E1", "publish")).rejects.toMatchObject({ code: "notFound" });
    expect(await statuses()).toEqual(["draft"]);
  });

  it("is refused when a target changed since it was looked at", async () => {
    await set("Mia", "E1", [["E1", "Rae", 50]]);
    const seen = (await allTargets()).map(({ id }) => ({ id, version: 7 }));
    const place = { kpi: "revenue", unitId: company.unit.E1, quarter: QUARTER } as const;
    await expect(
      moveGrid(company.scopes.Mia, "publish", { ...place, seen, reason: "" }),
    ).rejects.toMatchObject({ code: "targetGridStale" });
  });
});

describe("locking", () => {
  beforeEach(async () => {
    await set("Mia", "E1", [["E1", "Rae", 50]]);
    await move("Mia", "E1", "publish");
    await move("Mia", "E1", "lock");
  });

  it("is opened by an admin with a reason, by nobody else", async () => {
    expect(await statuses()).toEqual(["locked"]);
    await expect((async () => move("Mia", "E1", "unlock", "please"))()).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(move("Ada", "E1", "unlock")).rejects.toMatchObject({
      code: "targetReasonRequired",
    });
    await move("Ada", "E1", "unlock", "wrong plan");
    expect(await statuses()).toEqual(["published"]);
    const [last] = await query<{ reason: string; version: number }>(
      "SELECT reason, version FROM target_revision ORDER BY version DESC LIMIT 1",
    );
    expect(last).toEqual({ reason: "wrong plan", version: 4 });
  });

  it("an admin does not unlock the own target", async () => {
    await set("Max", "W1", [["W1", "Ada", 50]]);
    await move("Max", "W1", "publish");
    await move("Max", "W1", "lock");
    await expect(move("Ada", "W1", "unlock", "mine")).rejects.toMatchObject({
      code: "targetNothingToMove",
    });
  });
});

describe("targets in force", () => {
  it("are the published and locked ones of exactly that period", async () => {
    await set("Mia", "E1", [
      ["E1", null, 300],
      ["E1", "Rae", 300, 100, 100, 100],
    ]);
    const ask = (over = {}) =>
      read(company.scopes.Mia, (tx) => targetsFor(tx, { kpi: ["revenue"], period: Q1, ...over }));
    expect(await ask()).toEqual([]);
    await move("Mia", "E1", "publish");
    expect((await ask()).map((t) => [t.userId, t.target, t.status])).toEqual(
      expect.arrayContaining([
        [null, 300, "published"],
        [company.user.Rae, 300, "published"],
      ]),
    );
    expect(await ask({ userIds: null })).toHaveLength(1);
    expect(await ask({ userIds: [company.user.Rae] })).toHaveLength(1);
    expect(await ask({ userIds: [company.user.Rob] })).toEqual([]);
    expect(await ask({ unitIds: [company.unit.E2] })).toEqual([]);
    const january = { from: "2021-01-01", to: "2021-02-01" };
    expect(await ask({ period: january })).toMatchObject([{ target: 100 }]);
    expect(await ask({ kpi: ["growth"] })).toEqual([]);
  });
});
