import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import type { SaleTotals } from "../domain/sale";
import type { SaleFilter } from "../schema";
import { SALE_SOURCE, saleConditions } from "./sale-conditions";

const totalsRow: z.ZodType<SaleTotals> = z.object({
  count: z.number(),
  revenue: z.number().nullable(),
  units: z.number().nullable(),
  cost: z.number().nullable(),
  margin: z.number().nullable(),
});

/** Totals of the filtered list; returns are negative. */
export async function saleTotals(tx: Tx, filter: SaleFilter): Promise<SaleTotals> {
  const rows = await tx.$queryRaw`
    SELECT count(*)::int AS count, sum(s.base_amount)::float8 AS revenue, sum(s.quantity)::float8 AS units,
      sum(s.base_cost)::float8 AS cost, sum(s.base_amount - s.base_cost)::float8 AS margin
    FROM ${SALE_SOURCE} WHERE ${saleConditions(filter)}`;
  return z.tuple([totalsRow]).parse(rows)[0];
}
