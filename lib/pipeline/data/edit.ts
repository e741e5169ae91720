import "server-only";
import { customerByName } from "@/lib/customers/data/by-name";
import { activeStage } from "@/lib/deals/data/close-deal";
import {
  countChange,
  insertDeal,
  type LineInput,
  lockForEdit,
  replaceLines,
  setAmount,
  updateDeal,
} from "@/lib/deals/data/write-deal";
import { homeUnit } from "@/lib/people/data/home-unit";
import { requireWorking } from "@/lib/people/data/working-person";
import type { Tx } from "@/lib/platform/db/access";
import { AppError } from "@/lib/platform/errors";
import type { Scope } from "@/lib/platform/scope";
import { businessContext } from "@/lib/settings/data/business-context";
import { rateOn } from "@/lib/settings/data/exchange-rates";
import { minorToNumber, toMinor } from "@/lib/shared/money";
import type { EditDealInput, NewDealInput } from "../schema";
import { rebookIfBooked } from "./bookings";

async function customerId(
  tx: Tx,
  scope: Scope,
  customer: NewDealInput["customer"],
  place: { ownerId: string; unitId: string },
): Promise<string | null> {
  if (customer === null) return null;
  return "id" in customer ? customer.id : customerByName(tx, scope, customer.name, place);
}

/**
 * Adds a deal of the person's own, or of the owner named, with its customer where that is new too.
 * @throws FieldError personDisabled, AppError ownerWithoutUnit, stageGone, rateMissing
 */
export async function createDeal(tx: Tx, scope: Scope, input: NewDealInput): Promise<void> {
  const { organisation, today } = await businessContext(tx);
  const { customer, ownerId: named, ...deal } = input;
  const ownerId = named ?? scope.userId;
  await requireWorking(tx, ownerId, "ownerId");
  const unitId = await homeUnit(tx, ownerId, today);
  if (unitId === null) throw new AppError("ownerWithoutUnit");
  if ((await activeStage(tx, deal.stageId))?.kind !== "open") throw new AppError("stageGone");
  const { baseCurrency } = organisation;
  await insertDeal(tx, {
    ...deal,
    ownerId,
    unitId,
    customerId: await customerId(tx, scope, customer, { ownerId, unitId }),
    rate: await rateOn(tx, deal.currency, baseCurrency, today),
    baseCurrency,
    today,
  });
}

/** Saves a deal. What it was won for stays; its sales follow its customer. @throws ConflictError, AppError rateMissing, dealCurrencyBooked */
export async function editDeal(tx: Tx, scope: Scope, input: EditDealInput): Promise<void> {
  const { organisation, today } = await businessContext(tx);
  const { id, version, customer, ...changes } = input;
  const deal = await lockForEdit(tx, id, version);
  if (deal.kind === "won" && changes.currency !== deal.currency)
    throw new AppError("dealCurrencyBooked");
  const { baseCurrency } = organisation;
  const frozen = deal.kind === "won" ? deal.rate : null;
  const next = await customerId(tx, scope, customer, deal);
  await updateDeal(tx, deal, {
    ...changes,
    customerId: next,
    rate: frozen ?? (await rateOn(tx, changes.currency, baseCurrency, deal.closedOn ?? today)),
    baseCurrency,
  });
  if (next !== deal.customerId) await rebookIfBooked(tx, deal, baseCurrency);
}

const sumOf = (lines: readonly LineInput[], currency: string): number =>
  minorToNumber(
    lines.reduce((sum, line) => sum + toMinor(line.amount ?? 0, currency), 0n),
    currency,
  );

type LinesInput = {
  id: string;
  version: number;
  lines: LineInput[];
  takeSum: boolean;
};

/** Saves what the deal is about; the sales of a won deal are booked anew from its lines. @throws ConflictError */
export async function saveLines(tx: Tx, { id, version, lines, takeSum }: LinesInput) {
  const { organisation } = await businessContext(tx);
  const { baseCurrency } = organisation;
  const deal = await lockForEdit(tx, id, version);
  await replaceLines(tx, id, lines);
  if (takeSum) await setAmount(tx, deal, sumOf(lines, deal.currency), baseCurrency);
  await countChange(tx, id);
  await rebookIfBooked(tx, deal, baseCurrency);
}
