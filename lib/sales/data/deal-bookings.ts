import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { hasSqlState } from "@/lib/platform/db/sql-state";
import { AppError } from "@/lib/platform/errors";

/** A line to book for a won deal; amounts and quantity are decimal texts. */
export type BookedLine = {
  productId: string | null;
  ownerId: string;
  unitId: string;
  quantity: string;
  amount: string;
  baseAmount: string;
};

/** What the database answers while there are returns of what was booked. */
const HAS_RETURNS = new Set(["23001"]);

const taken = z.tuple([z.object({ lines: z.number() })]);

/**
 * Books these lines for a deal in the place of what was booked for it before, and says how many lines
 * that were. Day, customer, currency and rate are the deal's; sales a person entered stay. The
 * database refuses lines that are not the deal's own, to the last cent.
 * @throws AppError dealHasReturns
 */
export async function bookForDeal(
  tx: Tx,
  dealId: string,
  orderNo: string,
  lines: readonly BookedLine[],
): Promise<number> {
  const booking = tx.$queryRaw`
    SELECT app_book_deal(${dealId}::uuid, ${orderNo}, ${JSON.stringify(lines)}::jsonb) AS lines`;
  const rows = await booking.catch((error: unknown) => {
    throw hasSqlState(error, HAS_RETURNS) ? new AppError("dealHasReturns") : error;
  });
  return taken.parse(rows)[0].lines;
}

/** Takes back what was booked for a deal; how many lines that were. */
export function unbookDeal(tx: Tx, dealId: string): Promise<number> {
  return bookForDeal(tx, dealId, "", []);
}

const known = z.tuple([
  z.object({ orderNo: z.string().nullable(), entered: z.number(), enteredAmount: z.number() }),
]);

/** The order a deal was booked under, and the sales people entered for it themselves. */
export async function salesKnownForDeal(tx: Tx, dealId: string) {
  const rows = await tx.$queryRaw`
    SELECT min(order_no) FILTER (WHERE source = 'deal') AS "orderNo",
      (count(*) FILTER (WHERE source IS NULL))::int AS entered,
      coalesce(sum(base_amount) FILTER (WHERE source IS NULL), 0)::float8 AS "enteredAmount"
    FROM sale WHERE deal_id = ${dealId}::uuid`;
  return known.parse(rows)[0];
}
