import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { AppError, NotFoundError } from "@/lib/platform/errors";
import { rateOn } from "@/lib/settings/data/exchange-rates";
import { organisation } from "@/lib/settings/data/organisation";
import { toUtcMidnight } from "@/lib/shared/business-date";
import { minorToDecimal, multiplyMoney } from "@/lib/shared/money";
import { removing } from "@/lib/undo/data";
import type { NewReturn, NewSale } from "../schema";

/** Was the form sent before? @throws AppError valueTaken where a stranger's line has its id */
async function isBooked(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ seen: boolean; there: boolean }[]>`
    SELECT EXISTS (SELECT FROM sale WHERE id = ${id}::uuid) AS seen, app_sale_exists(${id}::uuid) AS there`;
  if (rows[0]?.there && !rows[0].seen) throw new AppError("valueTaken");
  return rows[0]?.seen ?? false;
}

/** An amount in base currency, in whole minor units. */
export const inBase = (amount: number, rate: string, base: string) =>
  minorToDecimal(multiplyMoney(String(amount), rate, base), base);

/** Two sendings of one form wait for each other. */
async function alone(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${id}, 0)) IS NULL`;
}

/**
 * Books a sale at the rate of its day, once for the id of its form.
 * @throws AppError rateMissing; row security refuses a unit, person, customer or deal one may not use
 */
export async function insertSale(tx: Tx, sale: NewSale): Promise<void> {
  await alone(tx, sale.id);
  if (await isBooked(tx, sale.id)) return;
  const { baseCurrency } = await organisation(tx);
  const rate = await rateOn(tx, sale.currency, baseCurrency, sale.soldOn);
  await tx.sale.createMany({
    data: {
      ...sale,
      soldOn: toUtcMidnight(sale.soldOn),
      rate,
      baseAmount: inBase(sale.amount, rate, baseCurrency),
    },
  });
}

const original = z.object({
  orderNo: z.string(),
  soldOn: z.string(),
  customerId: z.string().nullable(),
  productId: z.string().nullable(),
  unitId: z.string(),
  ownerId: z.string().nullable(),
  dealId: z.string().nullable(),
  currency: z.string(),
  rate: z.string(),
  quantity: z.number(),
  amount: z.number(),
  baseCost: z.number().nullable(),
});

/** What is left of a line to take back. */
export async function leftOf(tx: Tx, id: string, sold: { quantity: number; amount: number }) {
  const rows = await tx.$queryRaw`
    SELECT quantity::float8, amount::float8 FROM sale_taken_back(${id}::uuid)`;
  const [back] = z.tuple([z.object({ quantity: z.number(), amount: z.number() })]).parse(rows);
  return {
    quantity: Math.round((sold.quantity - back.quantity) * 1e3) / 1e3,
    amount: Math.round((sold.amount - back.amount) * 1e4) / 1e4,
  };
}

/**
 * Books a return of a line under the line's customer, product, place and rate, never of more than is left.
 * @throws NotFoundError, AppError returnTooEarly, returnTooMany
 */
export async function insertReturn(tx: Tx, input: NewReturn): Promise<void> {
  await alone(tx, input.id);
  if (await isBooked(tx, input.id)) return;
  const rows = await tx.$queryRaw`
    SELECT order_no AS "orderNo", sold_on::text AS "soldOn", customer_id::text AS "customerId", product_id::text AS "productId",
      unit_id::text AS "unitId", owner_id::text AS "ownerId", deal_id::text AS "dealId", currency, rate::text, quantity::float8,
      amount::float8, base_cost::float8 AS "baseCost"
    FROM sale WHERE id = ${input.returnOfId}::uuid AND quantity > 0 AND source IS DISTINCT FROM 'store-day' FOR UPDATE`;
  const [found] = z.array(original).parse(rows);
  if (!found) throw new NotFoundError();
  const { soldOn, quantity, amount, baseCost, orderNo, ...same } = found;
  if (input.soldOn < soldOn) throw new AppError("returnTooEarly");
  const left = await leftOf(tx, input.returnOfId, { quantity, amount });
  if (input.quantity > left.quantity || input.amount > left.amount)
    throw new AppError("returnTooMany", { quantity: left.quantity, amount: left.amount });
  const { baseCurrency } = await organisation(tx);
  await tx.sale.createMany({
    data: {
      ...same,
      id: input.id,
      returnOfId: input.returnOfId,
      orderNo: `${orderNo}-R`,
      soldOn: toUtcMidnight(input.soldOn),
      quantity: -input.quantity,
      amount: -input.amount,
      baseAmount: inBase(-input.amount, same.rate, baseCurrency),
      baseCost: baseCost === null ? null : -(baseCost * input.quantity) / quantity,
    },
  });
}

/**
 * Deletes a line entered by hand of which nothing has come back. Answers with the id to undo it by.
 * @throws NotFoundError, AppError saleReturned
 */
export async function removeSale(tx: Tx, id: string): Promise<string> {
  // A return being booked waits here, or is waited for: else it would stay without its line.
  await tx.$queryRaw`SELECT 1 FROM sale WHERE id = ${id}::uuid FOR UPDATE`;
  const back = await leftOf(tx, id, { quantity: 0, amount: 0 });
  if (back.quantity !== 0) throw new AppError("saleReturned");
  return removing(tx, "sale", () => tx.sale.deleteMany({ where: { id, source: null } }));
}
