import "server-only";
import type { Tx } from "@/lib/platform/db/access";
import { type BusinessDate, toUtcMidnight } from "@/lib/shared/business-date";
import type { StageKind } from "../domain/deal";

type Stage = { id: string; kind: StageKind };

/** An active stage by its id; null where there is none. */
export async function activeStage(tx: Tx, id: string): Promise<Stage | null> {
  return tx.pipelineStage.findFirst({
    where: { id, active: true },
    select: { id: true, kind: true },
  });
}

/** The first active stage of a kind in the order of the pipeline; null where there is none. */
export async function firstStage(tx: Tx, kind: StageKind): Promise<Stage | null> {
  return tx.pipelineStage.findFirst({
    where: { kind, active: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, kind: true },
  });
}

const changed = { version: { increment: 1 } } as const;

/** Puts an open deal into another open stage; a probability set by hand was about the stage before. */
export async function putInStage(tx: Tx, id: string, stageId: string): Promise<void> {
  await tx.deal.update({
    where: { id },
    data: { stageId, probability: null, probabilityReason: null, ...changed },
    select: { id: true },
  });
}

export type Won = {
  stageId: string;
  closedOn: BusinessDate;
  /** Decimal texts. */
  rate: string;
  bookedAmount: string;
  bookedBaseAmount: string;
  /** The expected amount at the frozen rate. */
  expectedBaseAmount: string | null;
};

/** Marks a deal as won, with the rate frozen. */
export async function markWon(tx: Tx, id: string, { closedOn, ...won }: Won): Promise<void> {
  await tx.deal.update({
    where: { id },
    data: {
      ...won,
      closedOn: toUtcMidnight(closedOn),
      lossReasonId: null,
      ...{ nextStep: null, nextStepOn: null },
      ...changed,
    },
    select: { id: true },
  });
}

export type Lost = {
  stageId: string;
  closedOn: BusinessDate;
  lossReasonId: string;
  competitorId: string | null;
};

/** Marks a deal as lost; its expected amount stays beside a booked one of 0. */
export async function markLost(tx: Tx, id: string, { closedOn, ...lost }: Lost): Promise<void> {
  await tx.deal.update({
    where: { id },
    data: {
      ...lost,
      closedOn: toUtcMidnight(closedOn),
      ...{ bookedAmount: 0, bookedBaseAmount: 0, nextStep: null, nextStepOn: null },
      ...changed,
    },
    select: { id: true },
  });
}

/** Opens a closed deal again: nothing is booked, and its rate follows the day again. */
export async function markOpen(
  tx: Tx,
  id: string,
  to: { stageId: string; rate: string; expectedBaseAmount: string | null },
): Promise<void> {
  await tx.deal.update({
    where: { id },
    data: {
      ...to,
      ...{ closedOn: null, bookedAmount: null, bookedBaseAmount: null, lossReasonId: null },
      ...changed,
    },
    select: { id: true },
  });
}

/** Whether a reason means that the customer decided nothing; null where there is no such active reason. */
export async function isNoDecision(tx: Tx, lossReasonId: string): Promise<boolean | null> {
  const reason = await tx.lossReason.findFirst({
    where: { id: lossReasonId, active: true },
    select: { isNoDecision: true },
  });
  return reason?.isNoDecision ?? null;
}
