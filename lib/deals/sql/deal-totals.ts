import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { DealTotals } from "../domain/deal";
import type { DealFilter } from "../schema";
import { creditedAmount, creditedShare, dealConditions, dealSource } from "./deal-conditions";

/** The amounts of a deal in base currency as far as they are credited to whom the filter asks for. */
export function creditedAmounts(filter: DealFilter, digits: number) {
  // Expected amount × probability is rounded for each deal before anything is summed.
  const weighted = Prisma.sql`(CASE WHEN st.kind = 'open' THEN round(d.expected_base_amount * coalesce(d.probability, st.probability), ${digits}::int) END)`;
  const booked = Prisma.sql`(CASE WHEN st.kind = 'won' THEN d.booked_base_amount END)`;
  return {
    expected: creditedAmount(filter, Prisma.sql`d.expected_base_amount`, digits),
    weighted: creditedAmount(filter, weighted, digits),
    booked: creditedAmount(filter, booked, digits),
  };
}

export const dealTotalsRow: z.ZodType<DealTotals> = z.object({
  count: z.number(),
  credit: z.number(),
  open: z.number(),
  won: z.number(),
  lost: z.number(),
  expected: z.number().nullable(),
  weighted: z.number().nullable(),
  booked: z.number().nullable(),
});

/** The totals as aggregates over `dealSource`. */
export function dealSums(filter: DealFilter, digits: number): Prisma.Sql {
  const { expected, weighted, booked } = creditedAmounts(filter, digits);
  return Prisma.sql`count(*)::int AS count, coalesce(sum(${creditedShare(filter)}), 0)::float8 AS credit,
    (count(*) FILTER (WHERE st.kind = 'open'))::int AS open,
    (count(*) FILTER (WHERE st.kind = 'won'))::int AS won,
    (count(*) FILTER (WHERE st.kind = 'lost'))::int AS lost,
    sum(${expected})::float8 AS expected, sum(${weighted})::float8 AS weighted, sum(${booked})::float8 AS booked`;
}

/** Totals of the filtered list; `digits` are the decimals of the base currency. */
export async function dealTotals(tx: Tx, filter: DealFilter, digits: number): Promise<DealTotals> {
  const rows = await tx.$queryRaw`SELECT ${dealSums(filter, digits)}
    FROM ${dealSource(filter.openOn)} WHERE ${dealConditions(filter)}`;
  return z.tuple([dealTotalsRow]).parse(rows)[0];
}
