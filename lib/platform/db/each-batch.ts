import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";

const BATCH = 1000;

/** How long an export may take, in milliseconds: a million rows over a slow line. */
export const EXPORT_TIMEOUT = 600_000;

/** Reads a long answer through a cursor, a thousand rows at a time; `use` sets the pace. One at a time per transaction. */
export async function eachBatch(
  tx: Tx,
  query: Prisma.Sql,
  use: (rows: unknown) => Promise<void>,
): Promise<void> {
  await tx.$executeRaw`DECLARE batch NO SCROLL CURSOR FOR ${query}`;
  for (;;) {
    const rows = await tx.$queryRaw<unknown[]>(Prisma.raw(`FETCH FORWARD ${BATCH} FROM batch`));
    if (rows.length > 0) await use(rows);
    if (rows.length < BATCH) break;
  }
  await tx.$executeRaw`CLOSE batch`;
}
