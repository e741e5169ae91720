import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { ListSums } from "@/lib/platform/db/list-sql";
import type { SaleTotals } from "../domain/sale";
import type { SaleFilter } from "../schema";
import { saleConditions, saleSource } from "./sale-conditions";

export const saleTotalsRow: z.ZodType<SaleTotals> = z.object({
  count: z.number(),
  revenue: z.number().nullable(),
  units: z.number().nullable(),
  cost: z.number().nullable(),
  margin: z.number().nullable(),
});

/** What each line of `saleSource` brings into the totals. */
export const SALE_SUMS: ListSums = {
  of: Prisma.sql`s.base_amount AS amount, s.quantity, s.base_cost AS cost`,
  sums: Prisma.sql`count(*)::int AS count, sum(amount)::float8 AS revenue, sum(quantity)::float8 AS units,
    sum(cost)::float8 AS cost, sum(amount - cost)::float8 AS margin`,
};

/** Totals of the filtered list; returns are negative. */
export async function saleTotals(tx: Tx, filter: SaleFilter, whole = true): Promise<SaleTotals> {
  const { of, sums } = SALE_SUMS;
  const rows = await tx.$queryRaw`SELECT ${sums} FROM (
    SELECT ${of} FROM ${saleSource(whole, filter.q)} WHERE ${saleConditions(filter, whole)}) hit`;
  return z.tuple([saleTotalsRow]).parse(rows)[0];
}
