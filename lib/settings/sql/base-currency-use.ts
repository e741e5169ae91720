import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";

const row = z.object({
  sales: z.boolean(),
  deals: z.boolean(),
  targets: z.boolean(),
  rates: z.boolean(),
});
export type BaseCurrencyUse = z.infer<typeof row>;

/** What is there in base currency, so that another one would change its meaning. */
export async function baseCurrencyUse(tx: Tx): Promise<BaseCurrencyUse> {
  const rows = await tx.$queryRaw`
    SELECT EXISTS (SELECT FROM sale) AS sales, EXISTS (SELECT FROM deal) AS deals,
      EXISTS (SELECT FROM target) AS targets, EXISTS (SELECT FROM exchange_rate) AS rates`;
  return z.tuple([row]).parse(rows)[0];
}
