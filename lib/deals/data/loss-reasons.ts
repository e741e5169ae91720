import "server-only";
import type { Tx } from "@/lib/platform/db/access";
import { orTaken } from "@/lib/platform/db/unique";
import { AppError, ConflictError, NotFoundError } from "@/lib/platform/errors";

type Input = { name: string; nameEn: string | null; isNoDecision: boolean };

/** Every loss reason by name, with the number of deals lost for it. */
export async function lossReasons(tx: Tx) {
  const rows = await tx.lossReason.findMany({
    orderBy: { name: "asc" },
    include: { _count: { select: { deals: true } } },
  });
  return rows.map(({ _count, ...row }) => ({ ...row, used: _count.deals }));
}

async function findReason(tx: Tx, id: string) {
  const reason = await tx.lossReason.findUnique({
    where: { id },
    include: { _count: { select: { deals: true } } },
  });
  if (!reason) throw new NotFoundError();
  return reason;
}

/** @throws AppError nameTaken */
export async function insertReason(tx: Tx, data: Input): Promise<string> {
  const adding = tx.lossReason.create({ data, select: { id: true } });
  return (await orTaken("nameTaken", adding)).id;
}

/** Saves what an editor saw at `version`. @throws ConflictError, AppError nameTaken */
export async function updateReason(
  tx: Tx,
  { id, version, ...input }: Input & { id: string; version: number },
): Promise<void> {
  const saving = tx.lossReason.updateMany({
    where: { id, version },
    data: { ...input, version: { increment: 1 } },
  });
  if ((await orTaken("nameTaken", saving)).count === 1) return;
  const { name, nameEn, isNoDecision, version: now } = await findReason(tx, id);
  throw new ConflictError({ name, nameEn, isNoDecision: isNoDecision ? 1 : 0, version: now });
}

export async function setReasonActive(tx: Tx, id: string, active: boolean): Promise<void> {
  await findReason(tx, id);
  await tx.lossReason.updateMany({
    where: { id, active: !active },
    data: { active, version: { increment: 1 } },
  });
}

/** @throws AppError reasonInUse */
export async function deleteReason(tx: Tx, id: string): Promise<void> {
  const { _count } = await findReason(tx, id);
  if (_count.deals > 0) throw new AppError("reasonInUse", { count: _count.deals });
  await tx.lossReason.delete({ where: { id }, select: { id: true } });
}
