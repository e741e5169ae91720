import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import type { Reference } from "@/lib/shared/named";

const row = z.object({
  id: z.string(),
  name: z.string(),
  nameEn: z.string().nullable(),
  path: z.array(z.string()),
});

/** A unit to filter by; `depth` 0 hangs from nothing the person sees. */
export type UnitChoice = Reference & { depth: number };

/**
 * The units a person may look at, in the order of the tree as it hangs today: all for admins, the
 * managed ones and what is below for managers, none for reps.
 */
export async function unitChoices(tx: Tx, scope: Scope): Promise<UnitChoice[]> {
  const all = scope.role === "admin";
  const rows = z.array(row).parse(
    await tx.$queryRaw`
      SELECT u.id::text, u.name, u.name_en AS "nameEn", ARRAY(
        SELECT v.name || ' ' || v.id FROM unit_ancestor a JOIN unit v ON v.id = a.ancestor_id
        WHERE a.unit_id = u.id AND (${all} OR v.id = ANY (${scope.unitIds}::uuid[]))
          AND (SELECT business_today()) >= a.valid_from AND (SELECT business_today()) < a.valid_to
        ORDER BY a.depth DESC) AS path
      FROM unit u WHERE u.active AND (${all} OR u.id = ANY (${scope.unitIds}::uuid[])) ORDER BY path`,
  );
  return rows.map(({ path, ...unit }) => ({ ...unit, depth: Math.max(0, path.length - 1) }));
}

/** One unit as a choice, whoever looks after it. */
export async function unitNamed(tx: Tx, id: string): Promise<UnitChoice[]> {
  const units = await tx.unit.findMany({
    where: { id },
    select: { id: true, name: true, nameEn: true },
  });
  return units.map((unit) => ({ ...unit, depth: 0 }));
}
