import "server-only";
import type { Tx } from "@/lib/platform/db/access";
import { fromUtcMidnight } from "@/lib/shared/business-date";

const NAMES = { id: true, name: true, nameEn: true } as const;

/** The latest looks the reader may see, newest first. */
export async function recentRuns(tx: Tx) {
  const runs = await tx.findingRun.findMany({
    orderBy: [{ asOf: "desc" }, { createdAt: "desc" }, { id: "desc" }],
    take: 20,
    include: { rootUnit: { select: NAMES }, requestedBy: { select: NAMES } },
  });
  return runs.map(({ asOf, ...run }) => ({ ...run, asOf: fromUtcMidnight(asOf) }));
}

export type RecentRun = Awaited<ReturnType<typeof recentRuns>>[number];
