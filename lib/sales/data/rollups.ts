import { z } from "zod";
import { system, type Tx } from "@/lib/platform/db/access";

const difference = z.object({
  what: z.string(),
  day: z.string().nullable(),
  id: z.string().nullable(),
  kept: z.number().nullable(),
  counted: z.number().nullable(),
});

/** A sum, first sale or key that is kept and does not equal a recount; `what` names its level. */
export type RollupDifference = z.infer<typeof difference>;

/** What differs from a recount of all sale lines, at most 100; nothing when all is well. As the system. */
export async function rollupDifferences(tx: Tx): Promise<RollupDifference[]> {
  const rows = await tx.$queryRaw`SELECT what, day::text, id::text, kept::float8, counted::float8
    FROM sale_rollup_differences() ORDER BY 1, 2, 3 LIMIT 100`;
  return z.array(difference).parse(rows);
}

/** Makes sums, first sales and keys anew from the lines; who writes sales waits meanwhile. As the system. */
export async function rebuildRollups(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT rebuild_sale_rollup()::text`;
}

/** Brings together what bulk writes have appended to the sums of `[from, to)`. As the system. */
export async function foldRollups(tx: Tx, from: string, to: string): Promise<void> {
  await tx.$queryRaw`SELECT fold_sale_rollup(${from}::date, ${to}::date)::text`;
}

const CUSTOMERS_AT_ONCE = 1000;

/**
 * Counts anew the customers whose sums no longer hold, some in each transaction, so that nobody waits for
 * long. Until then their figures are counted from the lines wherever they are shown.
 */
export async function settleCustomers(): Promise<void> {
  const some = async (tx: Tx) => {
    const rows =
      await tx.$queryRaw`SELECT fold_customer_sale(${CUSTOMERS_AT_ONCE}::int) AS counted`;
    return z.tuple([z.object({ counted: z.number() })]).parse(rows)[0].counted;
  };
  while ((await system("sums of customers", some)) === CUSTOMERS_AT_ONCE);
}
