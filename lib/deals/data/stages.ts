import "server-only";
import type { Tx } from "@/lib/platform/db/access";
import { orTaken } from "@/lib/platform/db/unique";
import { AppError, ConflictError, NotFoundError } from "@/lib/platform/errors";
import type { StageKind } from "../domain/deal";
import { movedBy, problemAfter, stageProbability } from "../domain/stage-rules";

const ORDER = [{ position: "asc" as const }, { id: "asc" as const }];

/** Every stage in the order of the pipeline, with the deals in it now and in its past. */
export async function allStages(tx: Tx) {
  const rows = await tx.pipelineStage.findMany({
    orderBy: ORDER,
    include: { _count: { select: { deals: true } } },
  });
  return rows.map(({ _count, probability, ...row }) => ({
    ...row,
    probability: probability.toNumber(),
    deals: _count.deals,
  }));
}
export type StageRecord = Awaited<ReturnType<typeof allStages>>[number];

/** Serialises changes of the pipeline until the end of the transaction: order and last stages hold. */
async function lockedStages(tx: Tx) {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('closeloop pipeline'))`;
  return tx.pipelineStage.findMany({ orderBy: ORDER });
}

async function lockedStage(tx: Tx, id: string) {
  const stages = await lockedStages(tx);
  const stage = stages.find((one) => one.id === id);
  if (!stage) throw new NotFoundError();
  return { stages, stage };
}

/** Deals that are or ever were in a stage. */
async function dealsOf(tx: Tx, stageId: string): Promise<number> {
  const now = await tx.deal.count({ where: { stageId } });
  if (now > 0) return now;
  const past = await tx.dealHistory.findMany({
    where: { stageId },
    distinct: ["dealId"],
    select: { dealId: true },
  });
  return past.length;
}

type StageInput = { name: string; nameEn: string | null; kind: StageKind; probability: number };

/** A new stage, last among those of its kind. @throws AppError nameTaken */
export async function insertStage(tx: Tx, input: StageInput): Promise<string> {
  const stages = await lockedStages(tx);
  const data = { ...input, probability: stageProbability(input.kind, input.probability) };
  const adding = tx.pipelineStage.create({
    data: { ...data, position: stages.length + 1 },
    select: { id: true },
  });
  const { id } = await orTaken("nameTaken", adding);
  const last = stages.findLastIndex((stage) => stage.kind === input.kind);
  const ids = stages.map((stage) => stage.id);
  await saveOrder(tx, last < 0 ? [...ids, id] : ids.toSpliced(last + 1, 0, id));
  return id;
}

/** Positions are 1, 2, 3 … in the order given. */
async function saveOrder(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE pipeline_stage s SET position = o.position, version = s.version + 1, updated_at = now()
    FROM unnest(${[...ids]}::uuid[]) WITH ORDINALITY AS o (id, position)
    WHERE s.id = o.id AND s.position <> o.position`;
}

/**
 * Saves what an editor saw at `version`. The kind of a stage that deals have passed stays: it would
 * turn won deals into open ones.
 * @throws ConflictError, AppError nameTaken, stageKindInUse, stageLastOpen, stageLastWon, stageLastLost
 */
export async function updateStage(
  tx: Tx,
  { id, version, ...input }: StageInput & { id: string; version: number },
): Promise<void> {
  const { stages, stage } = await lockedStage(tx, id);
  if (stage.version !== version) {
    const { name, nameEn, kind, probability } = stage;
    throw new ConflictError({
      name,
      nameEn,
      kind,
      probability: probability.toNumber(),
      version: stage.version,
    });
  }
  if (input.kind !== stage.kind) {
    const problem = problemAfter(stages, id, { kind: input.kind });
    if (problem) throw new AppError(problem);
    const count = await dealsOf(tx, id);
    if (count > 0) throw new AppError("stageKindInUse", { count });
  }
  const probability = stageProbability(input.kind, input.probability);
  const saving = tx.pipelineStage.update({
    where: { id },
    data: { ...input, probability, version: { increment: 1 } },
    select: { id: true },
  });
  await orTaken("nameTaken", saving);
}

/** Moves a stage a place earlier or later. @throws NotFoundError */
export async function moveStage(tx: Tx, id: string, by: -1 | 1): Promise<void> {
  const { stages } = await lockedStage(tx, id);
  await saveOrder(
    tx,
    movedBy(
      stages.map((stage) => stage.id),
      id,
      by,
    ),
  );
}

/**
 * Takes a stage out of use or back; one with open deals in it stays in use.
 * @throws AppError stageHasOpenDeals, stageLastOpen, stageLastWon, stageLastLost
 */
export async function setStageActive(tx: Tx, id: string, active: boolean): Promise<void> {
  const { stages, stage } = await lockedStage(tx, id);
  if (stage.active === active) return;
  const problem = active ? null : problemAfter(stages, id, { active });
  if (problem) throw new AppError(problem);
  const open =
    !active && stage.kind === "open" ? await tx.deal.count({ where: { stageId: id } }) : 0;
  if (open > 0) throw new AppError("stageHasOpenDeals", { count: open });
  await tx.pipelineStage.update({
    where: { id },
    data: { active, version: { increment: 1 } },
    select: { id: true },
  });
}

/**
 * Deletes a stage no deal has ever been in.
 * @throws AppError stageInUse, stageLastOpen, stageLastWon, stageLastLost
 */
export async function deleteStage(tx: Tx, id: string): Promise<void> {
  const { stages } = await lockedStage(tx, id);
  const problem = problemAfter(stages, id, null);
  if (problem) throw new AppError(problem);
  const count = await dealsOf(tx, id);
  if (count > 0) throw new AppError("stageInUse", { count });
  await tx.pipelineStage.delete({ where: { id }, select: { id: true } });
  const left = stages.map((stage) => stage.id).filter((other) => other !== id);
  await saveOrder(tx, left);
}
