import "server-only";
import {
  activeStage,
  firstStage,
  isNoDecision,
  markLost,
  markOpen,
  markWon,
  putInStage,
} from "@/lib/deals/data/close-deal";
import { lockDeal } from "@/lib/deals/data/lock-deal";
import { inBase } from "@/lib/deals/data/write-deal";
import type { StageKind } from "@/lib/deals/domain/deal";
import type { LockedDeal } from "@/lib/deals/domain/deal-version";
import type { Tx } from "@/lib/platform/db/access";
import { AppError } from "@/lib/platform/errors";
import { unbookDeal } from "@/lib/sales/data/deal-bookings";
import { businessContext } from "@/lib/settings/data/business-context";
import { rateOn } from "@/lib/settings/data/exchange-rates";
import type { BusinessDate } from "@/lib/shared/business-date";
import { minorToDecimal, toMinor } from "@/lib/shared/money";
import { bookedBase } from "../domain/booking-lines";
import { bookSales, orderNoOf } from "./bookings";

/** `already`: it was so before (a double click, a retry, or a colleague was quicker), and nothing was done. */
export type Closing = { already: boolean };

type Seen = { id: string; version: number };

/** The deal, locked; null where it is in a stage of that kind already. @throws AppError dealChanged */
async function unlessAlready(tx: Tx, seen: Seen, kind: StageKind): Promise<LockedDeal | null> {
  const deal = await lockDeal(tx, seen.id);
  if (deal.kind === kind) return null;
  if (deal.version !== seen.version) throw new AppError("dealChanged");
  return deal;
}

async function stageOf(tx: Tx, kind: StageKind, id?: string) {
  const stage = id === undefined ? await firstStage(tx, kind) : await activeStage(tx, id);
  if (stage?.kind !== kind) throw new AppError("stageGone");
  return stage;
}

function checkDay(deal: LockedDeal, closedOn: BusinessDate, today: BusinessDate): void {
  if (closedOn > today) throw new AppError("closedInFuture");
  if (deal.createdOn && closedOn < deal.createdOn) throw new AppError("closedBeforeCreated");
}

export type WinInput = Seen & {
  closedOn: BusinessDate;
  amount: number;
  orderNo: string | null;
  /** false: the sales were entered already, or come from elsewhere. */
  book: boolean;
  stageId?: string;
};

async function win(tx: Tx, deal: LockedDeal, input: WinInput): Promise<void> {
  const { organisation, today } = await businessContext(tx);
  const { baseCurrency } = organisation;
  const { closedOn, orderNo, book } = input;
  checkDay(deal, closedOn, today);
  const stage = await stageOf(tx, "won", input.stageId);
  const rate = await rateOn(tx, deal.currency, baseCurrency, closedOn);
  await markWon(tx, deal.id, {
    stageId: stage.id,
    closedOn,
    rate,
    bookedAmount: minorToDecimal(toMinor(input.amount, deal.currency), deal.currency),
    bookedBaseAmount: bookedBase(minorAmount(input.amount, deal.currency), rate, baseCurrency),
    expectedBaseAmount: inBase(deal.expectedAmount, rate, baseCurrency),
  });
  if (book) await bookSales(tx, deal.id, orderNo ?? orderNoOf(deal.id), baseCurrency);
}

const minorAmount = (amount: number, currency: string): number =>
  Number(minorToDecimal(toMinor(amount, currency), currency));

/**
 * Wins a deal and books its sales in the same transaction, at the rate of the day it closed.
 * @throws AppError dealChanged, closedInFuture, closedBeforeCreated, stageGone, rateMissing
 */
export async function winDeal(tx: Tx, input: WinInput): Promise<Closing> {
  const deal = await unlessAlready(tx, input, "won");
  if (!deal) return { already: true };
  await win(tx, deal, input);
  return { already: false };
}

/** Corrects what a won deal was booked at: its sales are taken back and booked anew. */
export async function correctWin(tx: Tx, input: WinInput): Promise<void> {
  const deal = await lockDeal(tx, input.id);
  if (deal.kind !== "won" || deal.version !== input.version) throw new AppError("dealChanged");
  await unbookDeal(tx, deal.id);
  await win(tx, deal, { ...input, stageId: deal.stageId });
}

export type LoseInput = Seen & {
  closedOn: BusinessDate;
  lossReasonId: string;
  competitorId: string | null;
  stageId?: string;
};

/**
 * Loses a deal, to somebody or to no decision; what had been booked for it is taken back.
 * @throws AppError dealChanged, closedInFuture, closedBeforeCreated, stageGone, lossReasonGone, competitorNeeded
 */
export async function loseDeal(tx: Tx, input: LoseInput): Promise<Closing> {
  const deal = await unlessAlready(tx, input, "lost");
  if (!deal) return { already: true };
  const { today } = await businessContext(tx);
  checkDay(deal, input.closedOn, today);
  const undecided = await isNoDecision(tx, input.lossReasonId);
  if (undecided === null) throw new AppError("lossReasonGone");
  if (!undecided && input.competitorId === null) throw new AppError("competitorNeeded");
  const stage = await stageOf(tx, "lost", input.stageId);
  if (deal.kind === "won") await unbookDeal(tx, deal.id);
  await markLost(tx, deal.id, {
    stageId: stage.id,
    closedOn: input.closedOn,
    lossReasonId: input.lossReasonId,
    competitorId: undecided ? null : input.competitorId,
  });
  return { already: false };
}

/**
 * Puts a deal into an open stage. A closed one is opened again, and the sales booked for it are taken
 * back, so that winning it once more books them once.
 * @throws AppError dealChanged, stageGone, rateMissing
 */
export async function moveToOpen(tx: Tx, seen: Seen, stageId: string): Promise<Closing> {
  const deal = await lockDeal(tx, seen.id);
  if (deal.stageId === stageId) return { already: true };
  if (deal.version !== seen.version) throw new AppError("dealChanged");
  await stageOf(tx, "open", stageId);
  if (deal.kind === "open") {
    await putInStage(tx, deal.id, stageId);
    return { already: false };
  }
  const { organisation, today } = await businessContext(tx);
  const rate = await rateOn(tx, deal.currency, organisation.baseCurrency, today);
  await unbookDeal(tx, deal.id);
  await markOpen(tx, deal.id, {
    stageId,
    rate,
    expectedBaseAmount: inBase(deal.expectedAmount, rate, organisation.baseCurrency),
  });
  return { already: false };
}
