import "server-only";
import type { Tx } from "@/lib/platform/db/access";
import { orTaken } from "@/lib/platform/db/unique";
import { AppError, ConflictError, NotFoundError } from "@/lib/platform/errors";

type Input = { name: string; nameEn: string | null };

/** What names a competitor. */
const USES = { deals: true, feedback: true, marketNotes: true } as const;
const usesOf = (count: Record<keyof typeof USES, number>) =>
  count.deals + count.feedback + count.marketNotes;

/** Every competitor by name, with the number of deals, feedback and market notes that name it. */
export async function competitors(tx: Tx) {
  const rows = await tx.competitor.findMany({
    orderBy: { name: "asc" },
    include: { _count: { select: USES } },
  });
  return rows.map(({ _count, ...row }) => ({ ...row, used: usesOf(_count) }));
}

async function findCompetitor(tx: Tx, id: string) {
  const competitor = await tx.competitor.findUnique({
    where: { id },
    include: { _count: { select: USES } },
  });
  if (!competitor) throw new NotFoundError();
  return competitor;
}

/** @throws AppError nameTaken */
export async function insertCompetitor(tx: Tx, data: Input): Promise<string> {
  const adding = tx.competitor.create({ data, select: { id: true } });
  return (await orTaken("nameTaken", adding)).id;
}

/** Saves what an editor saw at `version`. @throws ConflictError, AppError nameTaken */
export async function updateCompetitor(
  tx: Tx,
  { id, version, ...input }: Input & { id: string; version: number },
): Promise<void> {
  const saving = tx.competitor.updateMany({
    where: { id, version },
    data: { ...input, version: { increment: 1 } },
  });
  if ((await orTaken("nameTaken", saving)).count === 1) return;
  const { name, nameEn, version: now } = await findCompetitor(tx, id);
  throw new ConflictError({ name, nameEn, version: now });
}

export async function setCompetitorActive(tx: Tx, id: string, active: boolean): Promise<void> {
  await findCompetitor(tx, id);
  await tx.competitor.updateMany({
    where: { id, active: !active },
    data: { active, version: { increment: 1 } },
  });
}

/** @throws AppError competitorInUse */
export async function deleteCompetitor(tx: Tx, id: string): Promise<void> {
  const { _count } = await findCompetitor(tx, id);
  const count = usesOf(_count);
  if (count > 0) throw new AppError("competitorInUse", { count });
  await tx.competitor.delete({ where: { id }, select: { id: true } });
}
