import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { ListSums } from "@/lib/platform/db/list-sql";
import type { DealTotals } from "../domain/deal";
import type { DealFilter } from "../schema";
import { creditedAmount, creditedShare, dealConditions, dealSource } from "./deal-conditions";
import { creditedOfProducts, isPerProduct, ofProducts, productAmounts } from "./deal-products";

const WHOLE = {
  expected: Prisma.sql`d.expected_base_amount`,
  booked: Prisma.sql`d.booked_base_amount`,
};

/**
 * The amounts of a deal in base currency as far as they are credited to whom the filter asks for, and
 * belong to the products it asks for.
 */
export function creditedAmounts(filter: DealFilter, digits: number) {
  const isPart = isPerProduct(filter);
  const { expected, booked } = isPart ? productAmounts(filter) : WHOLE;
  const part = isPart ? creditedOfProducts : creditedAmount;
  // Expected amount × probability is rounded for each deal before anything is summed.
  const weighted = Prisma.sql`(CASE WHEN st.kind = 'open' THEN round(${expected} * coalesce(d.probability, st.probability), ${digits}::int) END)`;
  return {
    expected: part(filter, expected, digits),
    weighted: part(filter, weighted, digits),
    booked: part(filter, Prisma.sql`(CASE WHEN st.kind = 'won' THEN ${booked} END)`, digits),
  };
}

/** The whole amounts of a deal in its own currency, or those of the products the filter asks for. */
export function ownAmounts(filter: DealFilter) {
  if (!isPerProduct(filter))
    return { expected: Prisma.sql`d.expected_amount`, booked: Prisma.sql`d.booked_amount` };
  const { expectedOwn, bookedOwn } = productAmounts(filter);
  return { expected: ofProducts(filter, expectedOwn), booked: ofProducts(filter, bookedOwn) };
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

/** What each deal of `dealSource` brings into the totals; `digits` are the decimals of the base currency. */
export function dealSums(filter: DealFilter, digits: number): ListSums {
  const { expected, weighted, booked } = creditedAmounts(filter, digits);
  return {
    of: Prisma.sql`st.kind, ${creditedShare(filter)} AS credit, ${expected} AS expected, ${weighted} AS weighted, ${booked} AS booked`,
    sums: Prisma.sql`count(*)::int AS count, coalesce(sum(credit), 0)::float8 AS credit,
      (count(*) FILTER (WHERE kind = 'open'))::int AS open, (count(*) FILTER (WHERE kind = 'won'))::int AS won,
      (count(*) FILTER (WHERE kind = 'lost'))::int AS lost,
      sum(expected)::float8 AS expected, sum(weighted)::float8 AS weighted, sum(booked)::float8 AS booked`,
  };
}

/** Totals of the filtered list; `digits` are the decimals of the base currency. */
export async function dealTotals(
  tx: Tx,
  filter: DealFilter,
  digits: number,
  whole = true,
): Promise<DealTotals> {
  const { of, sums } = dealSums(filter, digits);
  const rows = await tx.$queryRaw`SELECT ${sums} FROM (
    SELECT ${of} FROM ${dealSource(filter.openOn, whole)} WHERE ${dealConditions(filter, whole)}) hit`;
  return z.tuple([dealTotalsRow]).parse(rows)[0];
}
