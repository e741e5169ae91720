import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";

const row = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  name: z.string(),
  nameEn: z.string().nullable(),
  type: z.enum(["company", "region", "store", "team"]),
  active: z.boolean(),
  members: z.coerce.number(),
  managerId: z.string().nullable(),
  managerName: z.string().nullable(),
  managerNameEn: z.string().nullable(),
});
export type UnitOverview = z.infer<typeof row>;

/** Every unit as it hangs in the tree today, with its manager and how many people belong to it. */
export async function unitOverview(tx: Tx): Promise<UnitOverview[]> {
  return z.array(row).parse(
    await tx.$queryRaw`
      WITH day AS (SELECT business_today() AS today)
      SELECT u.id::text, e.parent_id::text AS "parentId", u.name, u.name_en AS "nameEn", u.type::text, u.active,
        (SELECT count(*) FROM assignment a WHERE a.unit_id = u.id AND a.kind = 'member'
          AND today >= a.valid_from AND today < a.valid_to) AS members,
        p.id::text AS "managerId", p.name AS "managerName", p.name_en AS "managerNameEn"
      FROM unit u CROSS JOIN day
      LEFT JOIN unit_edge e ON e.unit_id = u.id AND today >= e.valid_from AND today < e.valid_to
      LEFT JOIN assignment a ON a.unit_id = u.id AND a.kind = 'manager' AND today >= a.valid_from AND today < a.valid_to
      LEFT JOIN "user" p ON p.id = a.user_id
      ORDER BY u.name`,
  );
}
