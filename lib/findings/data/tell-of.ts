import "server-only";
import type { Tx } from "@/lib/platform/db/access";
import type { Prisma } from "@/lib/platform/db/generated/client";

/**
 * Tells of new findings: who leads the unit of one or a unit above it, but not who acts. Nobody has two
 * notices of the same finding. `which` is a condition on `finding`.
 */
export async function tellOf(tx: Tx, which: Prisma.Sql): Promise<void> {
  await tx.$executeRaw`SELECT tell_of_findings(ARRAY(SELECT id FROM finding WHERE ${which}))`;
}
