import "server-only";
import { z } from "zod";
import type { AssignmentRecord } from "@/lib/people/domain/assignment";
import { changeFrom, type Stretch } from "@/lib/people/domain/timeline";
import type { Tx } from "@/lib/platform/db/access";
import {
  type BusinessDate,
  fromUtcMidnight,
  isBusinessDate,
  toUtcMidnight,
} from "@/lib/shared/business-date";

const day = z.string().refine(isBusinessDate);
const assignmentRow = z.object({
  id: z.string(),
  kind: z.enum(["member", "manager"]),
  userId: z.string(),
  userName: z.string(),
  userNameEn: z.string().nullable(),
  unitId: z.string(),
  unitName: z.string(),
  unitNameEn: z.string().nullable(),
  from: day,
  to: day,
});

/** All assignments of a person or of a unit, latest first. */
export async function assignmentsOf(
  tx: Tx,
  of: { userId: string } | { unitId: string },
): Promise<AssignmentRecord[]> {
  const userId = "userId" in of ? of.userId : null;
  const unitId = "unitId" in of ? of.unitId : null;
  return z.array(assignmentRow).parse(
    await tx.$queryRaw`
      SELECT a.id::text, a.kind::text, a.user_id::text AS "userId", p.name AS "userName", p.name_en AS "userNameEn",
        a.unit_id::text AS "unitId", u.name AS "unitName", u.name_en AS "unitNameEn",
        a.valid_from::text AS "from", a.valid_to::text AS "to"
      FROM assignment a JOIN "user" p ON p.id = a.user_id JOIN unit u ON u.id = a.unit_id
      WHERE a.user_id = ${userId}::uuid OR a.unit_id = ${unitId}::uuid
      ORDER BY a.valid_from DESC, a.kind, p.name`,
  );
}

type Kind = "member" | "manager";
type Line = Stretch<string>;

async function timeline(
  tx: Tx,
  kind: Kind,
  of: { userId: string } | { unitId: string },
): Promise<Line[]> {
  const rows = await tx.assignment.findMany({ where: { kind, ...of } });
  return rows.map((row) => ({
    id: row.id,
    value: kind === "member" ? row.unitId : row.userId,
    from: fromUtcMidnight(row.validFrom),
    to: fromUtcMidnight(row.validTo),
  }));
}

async function apply(
  tx: Tx,
  stretches: Line[],
  value: string | null,
  from: BusinessDate,
  rowFor: (value: string) => { userId: string; unitId: string; kind: Kind },
): Promise<void> {
  const change = changeFrom(stretches, value, from);
  if (!change) return;
  if (change.remove.length > 0) {
    await tx.assignment.deleteMany({ where: { id: { in: change.remove } } });
  }
  if (change.close) {
    await tx.assignment.update({
      where: { id: change.close },
      data: { validTo: toUtcMidnight(from) },
    });
  }
  if (!change.open) return;
  const { value: opened, from: start, to } = change.open;
  await tx.assignment.create({
    data: { ...rowFor(opened), validFrom: toUtcMidnight(start), validTo: toUtcMidnight(to) },
  });
}

async function lockTimelines(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('closeloop assignments'))`;
}

/** The unit a person belongs to from a day on (null: none); what was before that day stays. */
export async function setMembership(
  tx: Tx,
  userId: string,
  unitId: string | null,
  from: BusinessDate,
): Promise<void> {
  await lockTimelines(tx);
  const kind = "member";
  const stretches = await timeline(tx, kind, { userId });
  await apply(tx, stretches, unitId, from, (value) => ({ userId, unitId: value, kind }));
}

/** Who runs a unit from a day on (null: nobody); what was before that day stays. */
export async function setUnitManager(
  tx: Tx,
  unitId: string,
  userId: string | null,
  from: BusinessDate,
): Promise<void> {
  await lockTimelines(tx);
  const kind = "manager";
  const stretches = await timeline(tx, kind, { unitId });
  await apply(tx, stretches, userId, from, (value) => ({ userId: value, unitId, kind }));
}

/** Units a person runs on or after a day. */
export async function unitsManagedFrom(
  tx: Tx,
  userId: string,
  from: BusinessDate,
): Promise<string[]> {
  const rows = await tx.assignment.findMany({
    where: { userId, kind: "manager", validTo: { gt: toUtcMidnight(from) } },
    select: { unitId: true },
  });
  return [...new Set(rows.map((row) => row.unitId))];
}

/** People who belong to a unit or run it on or after a day. */
export async function peopleInUnitFrom(
  tx: Tx,
  unitId: string,
  from: BusinessDate,
): Promise<number> {
  return tx.assignment.count({ where: { unitId, validTo: { gt: toUtcMidnight(from) } } });
}
