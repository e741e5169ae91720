import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";

const unitRow = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  name: z.string(),
  nameEn: z.string().nullable(),
  depth: z.number(),
});
export type UnitOption = z.infer<typeof unitRow>;

/** Active units in the order of the tree on `asOf`, with their depth; `within` null for all. */
export async function unitOptions(
  tx: Tx,
  asOf: string,
  within: readonly string[] | null,
): Promise<UnitOption[]> {
  const rows = await tx.$queryRaw`
    WITH RECURSIVE edge AS (
      SELECT unit_id, parent_id FROM unit_edge WHERE ${asOf}::date >= valid_from AND ${asOf}::date < valid_to
    ), tree AS (
      SELECT u.id, NULL::uuid AS parent_id, u.name, u.name_en, u.active, 0 AS depth, ARRAY[u.name, u.id::text] AS path
      FROM unit u WHERE NOT EXISTS (SELECT FROM edge e WHERE e.unit_id = u.id)
      UNION ALL
      SELECT u.id, e.parent_id, u.name, u.name_en, u.active, t.depth + 1, t.path || u.name || u.id::text
      FROM tree t JOIN edge e ON e.parent_id = t.id JOIN unit u ON u.id = e.unit_id WHERE t.depth < 20
    )
    SELECT id::text, parent_id::text AS "parentId", name, name_en AS "nameEn", depth
    FROM tree WHERE active AND (${within === null} OR id::text = ANY (${within ?? []}::text[]))
    ORDER BY path`;
  return z.array(unitRow).parse(rows);
}
