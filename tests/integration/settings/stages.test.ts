import { beforeAll, describe, expect, it } from "vitest";
import * as competitors from "@/lib/deals/data/competitors";
import * as reasons from "@/lib/deals/data/loss-reasons";
import * as stages from "@/lib/deals/data/stages";
import { read, write } from "@/lib/platform/db/access";
import { AppError } from "@/lib/platform/errors";
import type { Scope } from "@/lib/platform/scope";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";

let company: Company;
let admin: Scope;
let stage: Company["stage"];

beforeAll(async () => {
  company = await createCompany();
  admin = await scopeFor(company.user.Ada);
  stage = company.stage;
});

const order = async () => (await read(admin, stages.allStages)).map(({ name }) => name);
const positions = async () => (await read(admin, stages.allStages)).map(({ position }) => position);
const deal = (stageId: string, closed: string | null = null) =>
  query<{ id: string }>(
    `INSERT INTO deal (title, stage_id, owner_id, unit_id, currency, closed_on) VALUES ('d', $1, $2, $3, 'USD', $4) RETURNING id`,
    [stageId, company.user.Rae, company.unit.E1, closed],
  );

describe("the order of the pipeline", () => {
  it("takes a new stage after those of its kind and stays 1, 2, 3 …", async () => {
    const input = { name: "Negotiation", nameEn: null, kind: "open" as const, probability: 0.7 };
    await write(admin, (tx) => stages.insertStage(tx, input));
    expect(await order()).toEqual(["Prospecting", "Proposal", "Negotiation", "Won", "Lost"]);
    expect(await positions()).toEqual([1, 2, 3, 4, 5]);
  });
  it("changes by one place, also when two people move at once", async () => {
    await Promise.all([
      write(admin, (tx) => stages.moveStage(tx, stage.Proposal, -1)),
      write(admin, (tx) => stages.moveStage(tx, stage.Lost, -1)),
    ]);
    expect(await order()).toEqual(["Proposal", "Prospecting", "Negotiation", "Lost", "Won"]);
    expect(await positions()).toEqual([1, 2, 3, 4, 5]);
    await write(admin, (tx) => stages.moveStage(tx, stage.Proposal, -1));
    expect((await order())[0]).toBe("Proposal");
  });
});

describe("a stage", () => {
  const edit = (id: string, change: Record<string, unknown> = {}) =>
    write(admin, async (tx) => {
      const now = (await stages.allStages(tx)).find((one) => one.id === id);
      if (!now) throw new Error("no stage");
      const { name, nameEn, kind, probability, version } = now;
      await stages.updateStage(tx, { id, name, nameEn, kind, probability, version, ...change });
    });
  it("is not saved over somebody else's change", async () => {
    await edit(stage.Proposal, { probability: 0.4 });
    await expect(edit(stage.Proposal, { version: 1 })).rejects.toMatchObject({
      current: { name: "Proposal", probability: 0.4 },
    });
  });
  it("keeps its kind while deals are or were in it: 1", async () => {
    const [row] = await deal(stage.Prospecting);
    await query("UPDATE deal SET stage_id = $1 WHERE id = $2", [stage.Proposal, row?.id]);
    const change = edit(stage.Prospecting, { kind: "won" });
    await expect(change).rejects.toEqual(new AppError("stageKindInUse", { count: 1 }));
  });
  it("with an open deal in it stays in use; without it can be taken out and back", async () => {
    const off = (id: string) => write(admin, (tx) => stages.setStageActive(tx, id, false));
    await expect(off(stage.Proposal)).rejects.toEqual(
      new AppError("stageHasOpenDeals", { count: 1 }),
    );
    await off(stage.Prospecting);
    await write(admin, (tx) => stages.setStageActive(tx, stage.Prospecting, true));
  });
  it("stays when it is the last won or lost one", async () => {
    for (const [id, problem] of [
      [stage.Won, "stageLastWon"],
      [stage.Lost, "stageLastLost"],
    ] as const) {
      const off = write(admin, (tx) => stages.setStageActive(tx, id, false));
      await expect(off).rejects.toEqual(new AppError(problem));
      const gone = write(admin, (tx) => stages.deleteStage(tx, id));
      await expect(gone).rejects.toEqual(new AppError(problem));
    }
  });
  it("that a deal has passed is not deleted, and says by how many; an unused one is", async () => {
    const remove = (id: string) => write(admin, (tx) => stages.deleteStage(tx, id));
    await expect(remove(stage.Prospecting)).rejects.toEqual(
      new AppError("stageInUse", { count: 1 }),
    );
    const unused = (await read(admin, stages.allStages)).find(({ name }) => name === "Negotiation");
    await remove(unused?.id ?? "");
    expect(await positions()).toEqual([1, 2, 3, 4]);
  });
});

describe("loss reasons and competitors", () => {
  it("in use are kept and say by how many; they can be taken out of use", async () => {
    const names = { name: "Price", nameEn: null };
    const reason = await write(admin, (tx) =>
      reasons.insertReason(tx, { ...names, isNoDecision: false }),
    );
    const rival = await write(admin, (tx) => competitors.insertCompetitor(tx, names));
    const [row] = await deal(stage.Lost, "2026-01-01");
    await query("UPDATE deal SET loss_reason_id = $1, competitor_id = $2 WHERE id = $3", [
      reason,
      rival,
      row?.id,
    ]);
    await expect(write(admin, (tx) => reasons.deleteReason(tx, reason))).rejects.toEqual(
      new AppError("reasonInUse", { count: 1 }),
    );
    await expect(write(admin, (tx) => competitors.deleteCompetitor(tx, rival))).rejects.toEqual(
      new AppError("competitorInUse", { count: 1 }),
    );
    await write(admin, (tx) => reasons.setReasonActive(tx, reason, false));
    const [shown] = await read(admin, reasons.lossReasons);
    expect(shown).toMatchObject({ name: "Price", active: false, used: 1, version: 2 });
    const stale = write(admin, (tx) =>
      reasons.updateReason(tx, { id: reason, version: 1, ...names, isNoDecision: true }),
    );
    await expect(stale).rejects.toMatchObject({ current: { isNoDecision: 0, version: 2 } });
  });
});
