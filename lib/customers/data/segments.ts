import "server-only";
import type { Tx } from "@/lib/platform/db/access";
import { orTaken } from "@/lib/platform/db/unique";
import { AppError, ConflictError, NotFoundError } from "@/lib/platform/errors";

type Input = { name: string; nameEn: string | null };

/** Every segment by name, with the number of customers in it. */
export async function segments(tx: Tx) {
  const rows = await tx.customerSegment.findMany({
    orderBy: { name: "asc" },
    include: { _count: { select: { customers: true } } },
  });
  return rows.map(({ _count, ...row }) => ({ ...row, used: _count.customers }));
}

/** Segments by name, for choosing: those in use, and those that still have customers for filters. */
export function segmentChoices(tx: Tx) {
  return tx.customerSegment.findMany({
    select: { id: true, name: true, nameEn: true, active: true },
    orderBy: [{ active: "desc" }, { name: "asc" }],
    take: 200,
  });
}

async function findSegment(tx: Tx, id: string) {
  const segment = await tx.customerSegment.findUnique({
    where: { id },
    include: { _count: { select: { customers: true } } },
  });
  if (!segment) throw new NotFoundError();
  return segment;
}

/** @throws AppError nameTaken */
export async function insertSegment(tx: Tx, data: Input): Promise<string> {
  const adding = tx.customerSegment.create({ data, select: { id: true } });
  return (await orTaken("nameTaken", adding)).id;
}

/** Saves what an editor saw at `version`. @throws ConflictError, AppError nameTaken */
export async function updateSegment(
  tx: Tx,
  { id, version, ...input }: Input & { id: string; version: number },
): Promise<void> {
  const saving = tx.customerSegment.updateMany({
    where: { id, version },
    data: { ...input, version: { increment: 1 } },
  });
  if ((await orTaken("nameTaken", saving)).count === 1) return;
  const { name, nameEn, version: now } = await findSegment(tx, id);
  throw new ConflictError({ name, nameEn, version: now });
}

export async function setSegmentActive(tx: Tx, id: string, active: boolean): Promise<void> {
  await findSegment(tx, id);
  await tx.customerSegment.updateMany({
    where: { id, active: !active },
    data: { active, version: { increment: 1 } },
  });
}

/** @throws AppError segmentInUse */
export async function deleteSegment(tx: Tx, id: string): Promise<void> {
  const { _count } = await findSegment(tx, id);
  if (_count.customers > 0) throw new AppError("segmentInUse", { count: _count.customers });
  await tx.customerSegment.delete({ where: { id }, select: { id: true } });
}
