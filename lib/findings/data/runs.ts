import "server-only";
import { dataDays } from "@/lib/metrics/sql/data-days";
import { canEver } from "@/lib/people/domain/permissions";
import type { Tx } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { businessContext } from "@/lib/settings/data/business-context";
import { fromUtcMidnight, toUtcMidnight } from "@/lib/shared/business-date";
import { topmostOf, topUnits } from "./look-for-findings";

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

/** The units a look of this person begins at: the tops of the tree, or of what they manage. */
export const lookRoots = (tx: Tx, scope: Scope): Promise<readonly string[]> =>
  scope.role === "admin" ? topUnits(tx) : topmostOf(tx, scope.managedUnitIds);

/** Has anything been sold or closed on a day that no look over all the person leads has known? */
export async function isLookDue(tx: Tx, scope: Scope): Promise<boolean> {
  if (!canEver(scope, "finding.look")) return false;
  const { last } = await dataDays(tx, (await businessContext(tx)).today);
  if (last === null) return false;
  const roots = await lookRoots(tx, scope);
  const known = await tx.findingRun.groupBy({
    by: ["rootUnitId"],
    where: { rootUnitId: { in: [...roots] }, asOf: { gte: toUtcMidnight(last) } },
  });
  return known.length < roots.length;
}
