import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";

const row = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  name: z.string(),
  nameEn: z.string().nullable(),
  type: z.enum(["company", "region", "store", "team"]),
  managerId: z.string().nullable(),
  active: z.boolean(),
});

/** A unit as it hangs in the tree today; `depth` 0 is the top of what the person may see. */
export type VisibleUnit = z.infer<typeof row> & { depth: number };

/**
 * The units whose figures the person may see, parents before children, siblings by name: all for
 * admins, the managed subtrees for managers, none for reps.
 */
export async function visibleUnits(tx: Tx, scope: Scope): Promise<VisibleUnit[]> {
  const all = z.array(row).parse(
    await tx.$queryRaw`
      SELECT u.id::text, e.parent_id::text AS "parentId", u.name, u.name_en AS "nameEn", u.type::text, u.active,
        m.user_id::text AS "managerId"
      FROM unit u CROSS JOIN (SELECT business_today() AS today) d
      LEFT JOIN unit_edge e ON e.unit_id = u.id AND today >= e.valid_from AND today < e.valid_to
      LEFT JOIN assignment m ON m.unit_id = u.id AND m.kind = 'manager' AND today >= m.valid_from AND today < m.valid_to
      ORDER BY u.name`,
  );
  const seen = new Set(scope.role === "admin" ? all.map(({ id }) => id) : scope.unitIds);
  const visible = all.filter(({ id }) => seen.has(id));
  const children = Map.groupBy(visible, ({ parentId }) =>
    parentId !== null && seen.has(parentId) ? parentId : null,
  );
  const walk = (parentId: string | null, depth: number): VisibleUnit[] =>
    (children.get(parentId) ?? []).flatMap((unit) => [
      { ...unit, depth },
      ...walk(unit.id, depth + 1),
    ]);
  return walk(null, 0);
}
