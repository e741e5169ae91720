import "server-only";
import { lockDeal } from "@/lib/deals/data/lock-deal";
import type { LockedDeal } from "@/lib/deals/domain/deal-version";
import type { Share } from "@/lib/deals/domain/split";
import { dealShares } from "@/lib/deals/sql/deal-shares";
import { dealLines } from "@/lib/deals/sql/find-deal";
import type { Tx } from "@/lib/platform/db/access";
import { bookForDeal, salesKnownForDeal, unbookDeal } from "@/lib/sales/data/deal-bookings";
import { bookingLines } from "../domain/booking-lines";

/** The order number of a deal nobody gave one: the end of its id, which no other deal has. */
export const orderNoOf = (dealId: string): string => `D-${dealId.slice(-12).toUpperCase()}`;

async function creditShares(tx: Tx, deal: LockedDeal): Promise<Share[]> {
  const { ownerId: userId, unitId } = deal;
  if (!deal.isShared) return [{ userId, unitId, from: "0.0000", to: "1.0000" }];
  const shares = await dealShares(tx, deal.id);
  return shares.map(({ user, unit, from, to }) => ({ userId: user.id, unitId: unit.id, from, to }));
}

/** Books the sale lines of a deal that has just been won, or anew with what it is now. */
export async function bookSales(
  tx: Tx,
  dealId: string,
  orderNo: string,
  baseCurrency: string,
): Promise<void> {
  const deal = await lockDeal(tx, dealId);
  const lines = bookingLines({
    lines: (await dealLines(tx, dealId)).map(({ product, quantity, amount }) => ({
      productId: product.id,
      quantity,
      amount,
    })),
    amount: Number(deal.bookedAmount),
    currency: deal.currency,
    rate: deal.rate,
    baseCurrency,
    shares: await creditShares(tx, deal),
  });
  await bookForDeal(tx, dealId, orderNo, lines);
}

/**
 * After a change of a won deal's lines, customer or shares: books its sales anew. A deal nothing was
 * booked for (an import without sales, or sales entered by hand) stays so.
 */
export async function rebookIfBooked(
  tx: Tx,
  deal: LockedDeal,
  baseCurrency: string,
): Promise<void> {
  if (deal.kind !== "won") return;
  const { orderNo } = await salesKnownForDeal(tx, deal.id);
  const taken = await unbookDeal(tx, deal.id);
  if (taken > 0) await bookSales(tx, deal.id, orderNo ?? orderNoOf(deal.id), baseCurrency);
}
