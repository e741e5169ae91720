import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { DealTotals } from "../domain/deal";
import type { DealFilter } from "../schema";
import { dealConditions, dealSource } from "./deal-conditions";

/** Expected amount × probability of an open deal, rounded for each deal before anything is summed. */
export const weightedAmount = (digits: number) =>
  Prisma.sql`(CASE WHEN st.kind = 'open' THEN round(d.expected_base_amount * coalesce(d.probability, st.probability), ${digits}::int) END)`;

const totalsRow: z.ZodType<DealTotals> = z.object({
  count: z.number(),
  open: z.number(),
  won: z.number(),
  lost: z.number(),
  expected: z.number().nullable(),
  weighted: z.number().nullable(),
  booked: z.number().nullable(),
});

/** Totals of the filtered list; `digits` are the decimals of the base currency. */
export async function dealTotals(tx: Tx, filter: DealFilter, digits: number): Promise<DealTotals> {
  const rows = await tx.$queryRaw`
    SELECT count(*)::int AS count,
      (count(*) FILTER (WHERE st.kind = 'open'))::int AS open,
      (count(*) FILTER (WHERE st.kind = 'won'))::int AS won,
      (count(*) FILTER (WHERE st.kind = 'lost'))::int AS lost,
      sum(d.expected_base_amount)::float8 AS expected,
      sum(${weightedAmount(digits)})::float8 AS weighted,
      (sum(d.booked_base_amount) FILTER (WHERE st.kind = 'won'))::float8 AS booked
    FROM ${dealSource(filter.openOn)} WHERE ${dealConditions(filter)}`;
  return z.tuple([totalsRow]).parse(rows)[0];
}
