import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { reference, referenceSql } from "@/lib/platform/db/named";
import { AppError } from "@/lib/platform/errors";
import { businessContext } from "@/lib/settings/data/business-context";
import { addDays, type BusinessDate } from "@/lib/shared/business-date";
import type { Reference } from "@/lib/shared/named";
import { wholeUnits } from "@/lib/shared/typed-number";
import type { DayChange, DayConflict, DayRow } from "../domain/store-days";

/** The stores whose days a person may enter, by name; at most 500. */
export async function keptStores(tx: Tx): Promise<Reference[]> {
  const rows = await tx.$queryRaw`SELECT u.id::text, u.name, u.name_en AS "nameEn" FROM unit u
    WHERE u.type = 'store' AND u.active AND app_keeps_days(u.id) ORDER BY u.name, u.id LIMIT 500`;
  return z.array(reference).parse(rows);
}

/** Has the person any store to enter days for? */
export async function keepsDays(tx: Tx): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`SELECT 1 FROM unit u
    WHERE u.type = 'store' AND u.active AND app_keeps_days(u.id) LIMIT 1`;
  return rows.length > 0;
}

type Days = readonly [BusinessDate, ...BusinessDate[]];
const endOf = (days: Days) => addDays(days.at(-1) ?? days[0], 1);

const productRow = z.object({
  product: reference,
  category: reference.nullable(),
  listPrice: z.number().nullable(),
});
const lineRow = z.object({
  productId: z.string(),
  day: z.string(),
  quantity: z.number(),
  amount: z.number(),
});

/** The rows of a store's grid: its products with what is entered on these days. */
export async function dayRows(
  tx: Tx,
  { unitId, days, currency }: { unitId: string; days: Days; currency: string },
): Promise<DayRow[]> {
  const [from, to] = [days[0], endOf(days)];
  const products = z.array(productRow).parse(
    await tx.$queryRaw`SELECT ${referenceSql("p")} AS product, ${referenceSql("k")} AS category,
      CASE WHEN p.currency = ${currency} THEN p.list_price::float8 END AS "listPrice"
    FROM day_products(${unitId}::uuid, ${from}::date, ${to}::date) d JOIN product p ON p.id = d.product_id
    LEFT JOIN product_category k ON k.id = p.category_id ORDER BY k.name NULLS LAST, p.name, p.id`,
  );
  const lines = z.array(lineRow).parse(
    await tx.$queryRaw`SELECT product_id::text AS "productId", day::text, quantity::float8, amount::float8
    FROM kept_days(${unitId}::uuid, ${from}::date, ${to}::date)`,
  );
  return products.map((row) => {
    const own = lines.filter((line) => line.productId === row.product.id);
    const byDay = own.map(({ day, quantity, amount }) => [day, { quantity, amount }] as const);
    return { ...row, lines: Object.fromEntries(byDay) };
  });
}

const otherRow = z.object({ day: z.string(), lines: z.number(), amount: z.number() });

/** What the store sold on these days by other ways than its grid, as far as the person may see it. */
export async function bookedElsewhere(tx: Tx, unitId: string, days: Days) {
  const rows =
    await tx.$queryRaw`SELECT sold_on::text AS day, count(*)::int AS lines, sum(base_amount)::float8 AS amount
    FROM sale WHERE unit_id = ${unitId}::uuid AND sold_on >= ${days[0]}::date AND sold_on < ${endOf(days)}::date
      AND source IS DISTINCT FROM 'store-day' GROUP BY 1`;
  return z.array(otherRow).parse(rows);
}

const conflictRow = z.object({
  productId: z.string(),
  day: z.string(),
  quantity: z.number().nullable(),
  amount: z.number().nullable(),
  changedBy: z.string().nullable(),
  changedByEn: z.string().nullable(),
  changedAt: z.string().nullable(),
});

/** Thrown where lines have changed meanwhile: nothing is written then. */
export class DaysChanged extends Error {
  constructor(readonly conflicts: readonly DayConflict[]) {
    super("store days changed");
  }
}

function conflictOf(row: z.infer<typeof conflictRow>): DayConflict {
  const { quantity, amount, changedBy, changedByEn } = row;
  return {
    ...{ productId: row.productId, day: row.day as BusinessDate, changedAt: row.changedAt },
    line: quantity === null || amount === null ? null : { quantity, amount },
    changedBy:
      changedBy === null ? null : { id: row.productId, name: changedBy, nameEn: changedByEn },
  };
}

/**
 * Books lines of a store's days, all or none; answers how many.
 * @throws DaysChanged; AppError dayInFuture, amountDigits; row security refuses strangers
 */
export async function keepDays(
  tx: Tx,
  unitId: string,
  changes: readonly DayChange[],
): Promise<number> {
  const { today, digits } = await businessContext(tx);
  if (changes.some(({ day }) => day > today)) throw new AppError("dayInFuture");
  const isExact = (amount: number) => Number(wholeUnits(amount, digits)) / 10 ** digits === amount;
  if (changes.some(({ line }) => line && !isExact(line.amount))) throw new AppError("amountDigits");
  const cells = changes.map(({ productId, day, line, seen }) => ({
    ...{ productId, day, quantity: line?.quantity ?? null, amount: line?.amount ?? null },
    ...{ seenQuantity: seen?.quantity ?? null, seenAmount: seen?.amount ?? null },
  }));
  const rows =
    await tx.$queryRaw`SELECT product_id::text AS "productId", day::text, quantity::float8, amount::float8,
      changed_by AS "changedBy", changed_by_en AS "changedByEn", to_char(changed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "changedAt"
    FROM keep_days(${unitId}::uuid, ${JSON.stringify(cells)}::jsonb)`;
  const conflicts = z.array(conflictRow).parse(rows).map(conflictOf);
  if (conflicts.length > 0) throw new DaysChanged(conflicts);
  return changes.length;
}
