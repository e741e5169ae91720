import type { Tx } from "@/lib/platform/db/access";

/**
 * Gives every month that has sale lines, and the next ones, a table of its own. Nothing depends on it:
 * lines without a month's table are found all the same. It gives up where others are busy with those
 * lines for two seconds, so it belongs in a transaction of its own.
 * @returns how many tables were made
 */
export async function arrangeSaleMonths(tx: Tx): Promise<number> {
  const rows = await tx.$queryRaw<{ made: number }[]>`SELECT arrange_sale_months() AS made`;
  return rows[0]?.made ?? 0;
}

/** The same for the given months (any day of each) before lines of them are written. */
export async function makeSaleMonths(tx: Tx, months: readonly string[]): Promise<void> {
  await tx.$queryRaw`SELECT make_sale_months(m, m + 1) FROM unnest(${[...months]}::date[]) m`;
}
