import "server-only";
import type { Tx } from "@/lib/platform/db/access";
import { AppError, ConflictError, NotFoundError } from "@/lib/platform/errors";
import { rateOn } from "@/lib/settings/data/exchange-rates";
import { organisation } from "@/lib/settings/data/organisation";
import { toUtcMidnight } from "@/lib/shared/business-date";
import { originOf, type SaleRow } from "../domain/sale";
import type { ReturnEdit, SaleEdit } from "../schema";
import { findSale } from "../sql/list-sales";
import { inBase, leftOf } from "./write-sale";

/** For a stale save: the line as it is now; quantities and amounts of returns as people say them. */
function conflictWith(now: SaleRow): ConflictError {
  const sign = now.quantity < 0 ? -1 : 1;
  return new ConflictError({
    ...{ soldOn: now.soldOn, orderNo: now.orderNo, currency: now.currency, version: now.version },
    ...{ quantity: now.quantity * sign, amount: now.amount * sign },
    ...{ productId: now.product?.id ?? null, productName: now.product?.name ?? null },
    ...{ customerId: now.customer?.id ?? null, customerName: now.customer?.name ?? null },
    ...{ dealId: now.deal?.id ?? null, dealName: now.deal?.title ?? null },
    ...{ unitId: now.unit.id, unitName: now.unit.name },
    ...{ ownerId: now.owner?.id ?? null, ownerName: now.owner?.name ?? null },
  });
}

/**
 * The line an editor saw, locked.
 * @throws NotFoundError where it may not be changed, or comes from elsewhere; ConflictError
 */
async function lockSale(tx: Tx, id: string, version: number): Promise<SaleRow> {
  await tx.$queryRaw`SELECT 1 FROM sale WHERE id = ${id}::uuid FOR UPDATE`;
  const sale = await findSale(tx, id);
  if (!sale || originOf(sale.source) !== "hand") throw new NotFoundError();
  if (sale.version !== version) throw conflictWith(sale);
  return sale;
}

/**
 * Changes a line entered by hand, of which nothing has come back. The rate stays frozen unless the day
 * or the currency changes; a known cost goes with the quantity.
 * @throws NotFoundError, ConflictError, AppError saleReturned, rateMissing
 */
export async function updateSale(tx: Tx, { id, version, ...next }: SaleEdit): Promise<void> {
  const before = await lockSale(tx, id, version);
  if (before.quantity < 0) throw new NotFoundError();
  const back = await leftOf(tx, id, { quantity: 0, amount: 0 });
  if (back.quantity !== 0) throw new AppError("saleReturned");
  const { baseCurrency } = await organisation(tx);
  const isSame = next.currency === before.currency && next.soldOn === before.soldOn;
  const rate = isSame
    ? String(before.rate)
    : await rateOn(tx, next.currency, baseCurrency, next.soldOn);
  const isCosted = before.baseCost !== null && next.productId === before.product?.id;
  await change(tx, id, version, {
    ...next,
    soldOn: toUtcMidnight(next.soldOn),
    rate,
    baseAmount: inBase(next.amount, rate, baseCurrency),
    baseCost: isCosted ? ((before.baseCost ?? 0) * next.quantity) / before.quantity : null,
  });
}

/**
 * Changes how much came back and when, within what was sold.
 * @throws NotFoundError, ConflictError, AppError returnTooEarly, returnTooMany
 */
export async function updateReturn(tx: Tx, { id, version, ...next }: ReturnEdit): Promise<void> {
  const before = await lockSale(tx, id, version);
  if (before.returnOfId === null) throw new NotFoundError();
  const sold = await findSale(tx, before.returnOfId);
  if (!sold) throw new NotFoundError();
  if (next.soldOn < sold.soldOn) throw new AppError("returnTooEarly");
  const others = await leftOf(tx, sold.id, sold);
  const left = {
    quantity: others.quantity - before.quantity,
    amount: Math.round((others.amount - before.amount) * 1e4) / 1e4,
  };
  if (next.quantity > left.quantity || next.amount > left.amount)
    throw new AppError("returnTooMany", left);
  const { baseCurrency } = await organisation(tx);
  const { baseCost } = before;
  await change(tx, id, version, {
    soldOn: toUtcMidnight(next.soldOn),
    quantity: -next.quantity,
    amount: -next.amount,
    baseAmount: inBase(-next.amount, String(before.rate), baseCurrency),
    baseCost: baseCost === null ? null : (baseCost * -next.quantity) / before.quantity,
  });
}

/** By id and version: the id alone is no key of a table that is partitioned by day. */
async function change(
  tx: Tx,
  id: string,
  version: number,
  data: Parameters<Tx["sale"]["updateMany"]>[0]["data"],
): Promise<void> {
  const { count } = await tx.sale.updateMany({
    where: { id, version, source: null },
    data: { ...data, version: { increment: 1 } },
  });
  if (count !== 1) throw new NotFoundError();
}
