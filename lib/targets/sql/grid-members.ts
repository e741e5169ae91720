import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";

const memberRow = z.object({
  kind: z.enum(["whole", "unit", "rep"]),
  unitId: z.string(),
  userId: z.string().nullable(),
  name: z.string(),
  nameEn: z.string().nullable(),
});
export type GridMember = z.infer<typeof memberRow>;

/** `unit`, the period of its targets, and the day on which the tree is looked at. */
export type GridPlace = { unitId: string; from: string; to: string; asOf: string };

/**
 * The unit, the units directly below it on `asOf`, and its own reps of that day; a rep who has left
 * stays while a target of the period stands, so that sums lose nobody. Empty for an unknown unit.
 */
export async function gridMembers(tx: Tx, place: GridPlace): Promise<GridMember[]> {
  const { unitId, from, to, asOf } = place;
  const rows = await tx.$queryRaw`
    WITH held AS (
      SELECT DISTINCT unit_id, user_id FROM target
      WHERE period_from >= ${from}::date AND period_to <= ${to}::date
        AND coalesce(floor, target, stretch) IS NOT NULL
    )
    SELECT 'whole' AS kind, u.id::text AS "unitId", NULL AS "userId", u.name, u.name_en AS "nameEn", 0 AS place
    FROM unit u WHERE u.id = ${unitId}::uuid
    UNION ALL
    SELECT 'unit', u.id::text, NULL, u.name, u.name_en, 1
    FROM unit_edge e JOIN unit u ON u.id = e.unit_id
    WHERE e.parent_id = ${unitId}::uuid AND ${asOf}::date >= e.valid_from AND ${asOf}::date < e.valid_to
      AND (u.active OR EXISTS (SELECT FROM held h WHERE h.unit_id = u.id AND h.user_id IS NULL))
    UNION ALL
    SELECT 'rep', ${unitId}, p.id::text, p.name, p.name_en, 2
    FROM "user" p
    WHERE EXISTS (SELECT FROM held h WHERE h.unit_id = ${unitId}::uuid AND h.user_id = p.id)
      OR (p.status <> 'disabled' AND coalesce(p.left_on > ${from}::date, true)
        AND EXISTS (SELECT FROM assignment a WHERE a.user_id = p.id AND a.unit_id = ${unitId}::uuid
          AND a.kind = 'member' AND ${asOf}::date >= a.valid_from AND ${asOf}::date < a.valid_to))
    ORDER BY place, name, "unitId", "userId"`;
  return z.array(memberRow).parse(rows);
}

const presenceRow = z.object({
  /** The child unit the person belongs below; null for a rep of the unit itself. */
  branchId: z.string().nullable(),
  userId: z.string(),
  from: z.string(),
  to: z.string(),
});
export type Presence = z.infer<typeof presenceRow>;

/** When each person below the unit was a member, within the period: `[from, to)`. */
export async function memberPresence(tx: Tx, place: GridPlace): Promise<Presence[]> {
  const { unitId, from, to, asOf } = place;
  const rows = await tx.$queryRaw`
    WITH below AS (
      SELECT s.unit_id, e.unit_id AS branch_id
      FROM unit_edge e JOIN unit_ancestor s ON s.ancestor_id = e.unit_id
      WHERE e.parent_id = ${unitId}::uuid AND ${asOf}::date >= e.valid_from AND ${asOf}::date < e.valid_to
        AND ${asOf}::date >= s.valid_from AND ${asOf}::date < s.valid_to
      UNION ALL SELECT ${unitId}::uuid, NULL
    )
    SELECT b.branch_id::text AS "branchId", a.user_id::text AS "userId",
      greatest(a.valid_from, coalesce(p.hired_on, a.valid_from), ${from}::date)::text AS "from",
      least(a.valid_to, coalesce(p.left_on, a.valid_to), ${to}::date)::text AS "to"
    FROM below b JOIN assignment a ON a.unit_id = b.unit_id AND a.kind = 'member'
      AND a.valid_from < ${to}::date AND a.valid_to > ${from}::date
    JOIN "user" p ON p.id = a.user_id`;
  return z
    .array(presenceRow)
    .parse(rows)
    .filter((row) => row.from < row.to);
}
