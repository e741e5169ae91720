import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { SaleTotals } from "../domain/sale";
import type { SaleFilter } from "../schema";
import { SALE_SOURCE, saleConditions } from "./sale-conditions";

export const saleTotalsRow: z.ZodType<SaleTotals> = z.object({
  count: z.number(),
  revenue: z.number().nullable(),
  units: z.number().nullable(),
  cost: z.number().nullable(),
  margin: z.number().nullable(),
});

/** The totals as aggregates over `SALE_SOURCE`. */
export const SALE_SUMS = Prisma.sql`count(*)::int AS count, sum(s.base_amount)::float8 AS revenue,
  sum(s.quantity)::float8 AS units, sum(s.base_cost)::float8 AS cost, sum(s.base_amount - s.base_cost)::float8 AS margin`;

/** Totals of the filtered list; returns are negative. */
export async function saleTotals(tx: Tx, filter: SaleFilter): Promise<SaleTotals> {
  const rows =
    await tx.$queryRaw`SELECT ${SALE_SUMS} FROM ${SALE_SOURCE} WHERE ${saleConditions(filter)}`;
  return z.tuple([saleTotalsRow]).parse(rows)[0];
}
