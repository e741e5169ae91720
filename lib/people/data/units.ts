import "server-only";
import { z } from "zod";
import { changeFrom, OPEN_START } from "@/lib/people/domain/timeline";
import { mayHangBelow, type UnitType } from "@/lib/people/domain/unit-tree";
import type { EdgeRecord } from "@/lib/people/domain/unit-view";
import type { Tx } from "@/lib/platform/db/access";
import { AppError, ConflictError, NotFoundError } from "@/lib/platform/errors";
import {
  type BusinessDate,
  fromUtcMidnight,
  isBusinessDate,
  toUtcMidnight,
} from "@/lib/shared/business-date";

/** @throws NotFoundError */
export async function findUnit(tx: Tx, id: string) {
  const unit = await tx.unit.findUnique({
    where: { id },
    select: { id: true, name: true, nameEn: true, type: true, active: true, version: true },
  });
  if (!unit) throw new NotFoundError();
  return unit;
}
export type UnitRecord = Awaited<ReturnType<typeof findUnit>>;

const edgeRow = z.object({
  id: z.string(),
  parentId: z.string(),
  parentName: z.string(),
  parentNameEn: z.string().nullable(),
  from: z.string().refine(isBusinessDate),
  to: z.string().refine(isBusinessDate),
});

/** The parents a unit has had, latest first. */
export async function edgesOf(tx: Tx, unitId: string): Promise<EdgeRecord[]> {
  return z.array(edgeRow).parse(
    await tx.$queryRaw`
      SELECT e.id::text, e.parent_id::text AS "parentId", p.name AS "parentName", p.name_en AS "parentNameEn",
        e.valid_from::text AS "from", e.valid_to::text AS "to"
      FROM unit_edge e JOIN unit p ON p.id = e.parent_id
      WHERE e.unit_id = ${unitId}::uuid ORDER BY e.valid_from DESC`,
  );
}

type NewUnit = { name: string; nameEn: string | null; type: UnitType; parentId: string | null };

/** A new unit below a parent, where it has always hung; a company has none. @throws AppError unitParentType, unitInactive */
export async function insertUnit(tx: Tx, { parentId, ...unit }: NewUnit): Promise<string> {
  if (parentId) await assertParent(tx, unit.type, parentId);
  else if (unit.type !== "company") throw new AppError("unitParentType");
  const created = await tx.unit.create({ data: unit, select: { id: true } });
  if (parentId) await tx.unitEdge.create({ data: { unitId: created.id, parentId } });
  return created.id;
}

async function assertParent(tx: Tx, type: UnitType, parentId: string): Promise<void> {
  const parent = await findUnit(tx, parentId);
  if (!parent.active) throw new AppError("unitInactive");
  if (!mayHangBelow(type, parent.type)) throw new AppError("unitParentType");
}

/** Saves what an editor saw at `version`. @throws ConflictError with the unit as it is now */
export async function renameUnit(
  tx: Tx,
  {
    id,
    version,
    name,
    nameEn,
  }: { id: string; version: number; name: string; nameEn: string | null },
): Promise<void> {
  const { count } = await tx.unit.updateMany({
    where: { id, version },
    data: { name, nameEn, version: { increment: 1 } },
  });
  if (count === 1) return;
  const now = await findUnit(tx, id);
  throw new ConflictError({ name: now.name, nameEn: now.nameEn, version: now.version });
}

/**
 * Hangs a unit below another from a day on; before that day the tree stays as it was.
 * @throws AppError unitTop, unitParentType, unitInactive, unitCycle
 */
export async function moveUnit(
  tx: Tx,
  { id, parentId, from }: { id: string; parentId: string; from: BusinessDate },
): Promise<void> {
  const unit = await findUnit(tx, id);
  if (unit.type === "company") throw new AppError("unitTop");
  await assertParent(tx, unit.type, parentId);
  const edges = await tx.unitEdge.findMany({ where: { unitId: id } });
  const stretches = edges.map((edge) => ({
    id: edge.id,
    value: edge.parentId,
    from: fromUtcMidnight(edge.validFrom),
    to: fromUtcMidnight(edge.validTo),
  }));
  const change = changeFrom(stretches, parentId, from <= OPEN_START ? OPEN_START : from);
  if (!change?.open) return;
  if (await wouldCycle(tx, id, parentId, change.open.from)) throw new AppError("unitCycle");
  await tx.unitEdge.deleteMany({ where: { id: { in: change.remove } } });
  if (change.close) {
    await tx.unitEdge.update({
      where: { id: change.close },
      data: { validTo: toUtcMidnight(from) },
    });
  }
  const { value, from: start, to } = change.open;
  await tx.unitEdge.create({
    data: {
      unitId: id,
      parentId: value,
      validFrom: toUtcMidnight(start),
      validTo: toUtcMidnight(to),
    },
  });
}

/** Whether the new parent lies below the unit at any time from the day on; the database checks again. */
async function wouldCycle(
  tx: Tx,
  unitId: string,
  parentId: string,
  from: BusinessDate,
): Promise<boolean> {
  const below = await tx.unitAncestor.count({
    where: { unitId: parentId, ancestorId: unitId, validTo: { gt: toUtcMidnight(from) } },
  });
  return below > 0;
}

/** Active units that hang directly below one on or after a day. */
export async function activeChildren(tx: Tx, id: string, from: BusinessDate): Promise<number> {
  return tx.unitEdge.count({
    where: { parentId: id, validTo: { gt: toUtcMidnight(from) }, unit: { active: true } },
  });
}

export async function setUnitActive(tx: Tx, id: string, active: boolean): Promise<void> {
  await tx.unit.update({ where: { id }, data: { active, version: { increment: 1 } } });
}
