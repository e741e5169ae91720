import "server-only";
import { answerHandOver, insertHandOver } from "@/lib/deals/data/hand-overs";
import { lockDeal } from "@/lib/deals/data/lock-deal";
import { shareDeal } from "@/lib/deals/data/share-deal";
import { countChange, lockForEdit } from "@/lib/deals/data/write-deal";
import { laidOut, splitProblem } from "@/lib/deals/domain/split";
import { notify } from "@/lib/discussion/data/notify";
import { homeUnit } from "@/lib/people/data/home-unit";
import { requireWorking } from "@/lib/people/data/working-person";
import type { Tx } from "@/lib/platform/db/access";
import { AppError } from "@/lib/platform/errors";
import { businessContext } from "@/lib/settings/data/business-context";
import type { BusinessDate } from "@/lib/shared/business-date";
import { rebookIfBooked } from "./bookings";

type SplitInput = {
  id: string;
  version: number;
  parts: readonly { userId: string; share: number }[];
};

/**
 * Splits the credit of a deal anew, each part for the unit its rep is in today; without parts it is the
 * owner's. What was booked for a won deal is booked anew by the shares.
 * @throws ConflictError, AppError splitTotal, splitTwice, splitTooFew, splitZero, ownerWithoutUnit
 */
export async function splitDeal(tx: Tx, { id, version, parts }: SplitInput): Promise<void> {
  const { organisation, today } = await businessContext(tx);
  await lockForEdit(tx, id, version);
  const problem = parts.length > 0 ? splitProblem(parts) : null;
  if (problem) throw new AppError(problem);
  const placed = [];
  for (const part of parts) {
    await requireWorking(tx, part.userId, "parts");
    const unitId = await homeUnit(tx, part.userId, today);
    if (unitId === null) throw new AppError("ownerWithoutUnit");
    placed.push({ ...part, unitId });
  }
  await shareDeal(tx, id, laidOut(placed));
  await countChange(tx, id);
  await rebookIfBooked(tx, await lockDeal(tx, id), organisation.baseCurrency);
}

type AskInput = { id: string; toId: string | null; dueOn: BusinessDate; note: string | null };

/** Where the requests to a person are listed. */
const REQUESTS = "/deals/handovers";

/**
 * Asks a colleague, or whoever of the deal's unit is first, to take the deal over by a day.
 * @throws AppError handOverToOwner, handOverOpen, handOverPast, ownerWithoutUnit
 */
export async function askHandOver(tx: Tx, userId: string, input: AskInput): Promise<void> {
  const { today } = await businessContext(tx);
  const { id: dealId, toId, dueOn, note } = input;
  const deal = await lockDeal(tx, dealId);
  if (toId === deal.ownerId) throw new AppError("handOverToOwner");
  if (dueOn < today) throw new AppError("handOverPast");
  if (toId !== null) await requireWorking(tx, toId, "toId");
  const toUnitId = toId === null ? deal.unitId : await homeUnit(tx, toId, today);
  if (toUnitId === null) throw new AppError("ownerWithoutUnit");
  await insertHandOver(tx, { dealId, fromId: userId, toId, toUnitId, dueOn, note });
  const record = { kind: "deal", id: dealId } as const;
  const notice = { kind: "handoverAsked", record, details: { path: REQUESTS } } as const;
  await notify(tx, notice, toId === null ? [] : [toId], { unseen: true });
}

/** Answers a request and tells who asked. @throws NotFoundError, AppError handOverClosed, handOverToUnit */
export async function answer(
  tx: Tx,
  input: { id: string; accept: boolean; words: string | null },
): Promise<{ dealId: string }> {
  const { dealId, fromId } = await answerHandOver(tx, input);
  const kind = input.accept ? "handoverAccepted" : "handoverDeclined";
  const details = { path: `/deals/${dealId}`, ...(input.words ? { words: input.words } : {}) };
  await notify(tx, { kind, record: { kind: "deal", id: dealId }, details }, [fromId], {
    unseen: true,
  });
  return { dealId };
}
