import "server-only";
import type { Tx } from "@/lib/platform/db/access";
import { orInUse } from "@/lib/platform/db/unique";
import { ConflictError, NotFoundError } from "@/lib/platform/errors";
import { type BusinessDate, toUtcMidnight } from "@/lib/shared/business-date";
import { minorToDecimal, multiplyMoney } from "@/lib/shared/money";
import { removing } from "@/lib/undo/data";
import type { LockedDeal } from "../domain/deal-version";
import { findDeal } from "../sql/find-deal";
import { lockDeal } from "./lock-deal";

const day = (date: BusinessDate | null) => date && toUtcMidnight(date);

/** An amount in base currency, rounded once to its minor unit; decimal text. */
export function inBase(amount: number | string | null, rate: string, base: string): string | null {
  return amount === null ? null : minorToDecimal(multiplyMoney(amount, rate, base), base);
}

export type NewDeal = {
  id: string;
  title: string;
  customerId: string | null;
  stageId: string;
  ownerId: string;
  unitId: string;
  amount: number | null;
  currency: string;
  rate: string;
  baseCurrency: string;
  expectedCloseOn: BusinessDate | null;
  nextStep: string | null;
  nextStepOn: BusinessDate | null;
  today: BusinessDate;
};

/** Adds a deal under the id its form was opened with; false where a first sending has added it already. */
export async function insertDeal(tx: Tx, deal: NewDeal): Promise<boolean> {
  const { amount, rate, baseCurrency, today, ...rest } = deal;
  const known = await tx.$queryRaw<unknown[]>`SELECT 1 FROM deal WHERE id = ${deal.id}::uuid`;
  if (known.length > 0) return false;
  const { count } = await tx.deal.createMany({
    data: {
      ...rest,
      rate,
      expectedAmount: amount,
      expectedBaseAmount: inBase(amount, rate, baseCurrency),
      createdOn: day(today),
      expectedCloseOn: day(deal.expectedCloseOn),
      nextStepOn: day(deal.nextStepOn),
    },
  });
  return count === 1;
}

export type DealChanges = {
  title: string;
  customerId: string | null;
  amount: number | null;
  currency: string;
  rate: string;
  baseCurrency: string;
  expectedCloseOn: BusinessDate | null;
  probability: number | null;
  probabilityReason: string | null;
  competitorId: string | null;
};

/** Saves a deal that is locked; an entered amount is no estimate any more. */
export async function updateDeal(tx: Tx, deal: LockedDeal, changes: DealChanges): Promise<void> {
  const { amount, rate, baseCurrency, ...rest } = changes;
  const sameAmount = amount === (deal.expectedAmount === null ? null : Number(deal.expectedAmount));
  await tx.deal.update({
    where: { id: deal.id },
    data: {
      ...rest,
      rate,
      expectedAmount: amount,
      expectedBaseAmount: inBase(amount, rate, baseCurrency),
      ...(sameAmount ? {} : { expectedEstimated: false }),
      expectedCloseOn: day(changes.expectedCloseOn),
      version: { increment: 1 },
    },
    select: { id: true },
  });
}

/** Gives a locked deal another expected amount, at the rate it has. */
export async function setAmount(tx: Tx, deal: LockedDeal, amount: number, base: string) {
  await tx.deal.update({
    where: { id: deal.id },
    data: {
      expectedAmount: amount,
      expectedBaseAmount: inBase(amount, deal.rate, base),
      expectedEstimated: false,
    },
    select: { id: true },
  });
}

/** What is to be done next and when, on a deal that is locked. */
export async function setNextStep(
  tx: Tx,
  id: string,
  step: { nextStep: string | null; nextStepOn: BusinessDate | null },
): Promise<void> {
  await tx.deal.update({
    where: { id },
    data: { ...step, nextStepOn: day(step.nextStepOn), version: { increment: 1 } },
    select: { id: true },
  });
}

/** The deal, locked, at the version an editor saw. @throws ConflictError with the deal as it is now */
export async function lockForEdit(tx: Tx, id: string, version: number): Promise<LockedDeal> {
  const deal = await lockDeal(tx, id);
  if (deal.version !== version) throw await conflictOf(tx, id);
  return deal;
}

/** For a stale save: the deal as it is now. NotFoundError where it may not be seen. */
export async function conflictOf(tx: Tx, id: string): Promise<Error> {
  const now = await findDeal(tx, id);
  if (!now) return new NotFoundError();
  return new ConflictError({
    title: now.title,
    customerId: now.customer?.id ?? null,
    customerName: now.customer?.name ?? null,
    customerNameEn: now.customer?.nameEn ?? null,
    amount: now.expectedAmount,
    currency: now.currency,
    expectedCloseOn: now.expectedCloseOn,
    probability: now.probability,
    probabilityReason: now.probabilityReason,
    competitorId: now.competitor?.id ?? null,
    nextStep: now.nextStep,
    nextStepOn: now.nextStepOn,
    version: now.version,
  });
}

export type LineInput = { productId: string; quantity: number; amount: number | null };

/** Puts these lines in the place of the deal's lines; a line of the same product stays the same record. */
export async function replaceLines(
  tx: Tx,
  dealId: string,
  lines: readonly LineInput[],
): Promise<void> {
  const left = await tx.dealLine.findMany({ where: { dealId }, orderBy: { id: "asc" }, take: 500 });
  const fresh: LineInput[] = [];
  for (const line of lines) {
    const at = left.findIndex((known) => known.productId === line.productId);
    const [known] = at < 0 ? [] : left.splice(at, 1);
    if (!known) {
      fresh.push(line);
    } else if (
      known.quantity.toNumber() !== line.quantity ||
      (known.amount?.toNumber() ?? null) !== line.amount
    ) {
      await tx.dealLine.update({ where: { id: known.id }, data: line, select: { id: true } });
    }
  }
  if (left.length > 0)
    await tx.dealLine.deleteMany({ where: { id: { in: left.map((line) => line.id) } } });
  if (fresh.length > 0)
    await tx.dealLine.createMany({ data: fresh.map((line) => ({ ...line, dealId })) });
}

/** One more change of the deal, made beside its own row (lines, splits). */
export async function countChange(tx: Tx, id: string): Promise<void> {
  await tx.deal.update({
    where: { id },
    data: { version: { increment: 1 } },
    select: { id: true },
  });
}

/**
 * Deletes a deal nothing was sold for; answers with the id to undo it by.
 * @throws AppError dealHasSales, NotFoundError
 */
export async function deleteDeal(tx: Tx, id: string): Promise<string> {
  const deal = await lockDeal(tx, id);
  return removing(tx, "deal", () =>
    orInUse("dealHasSales", tx.deal.deleteMany({ where: { id: deal.id } })),
  );
}
