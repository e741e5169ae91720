import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";

const revisionRow = z.object({
  version: z.number(),
  floor: z.number().nullable(),
  target: z.number().nullable(),
  stretch: z.number().nullable(),
  status: z.enum(["draft", "published", "locked"]),
  reason: z.string().nullable(),
  changedBy: z.string().nullable(),
  changedByEn: z.string().nullable(),
  /** ISO 8601 in UTC. */
  changedAt: z.string(),
});
export type TargetRevisionRow = z.infer<typeof revisionRow>;

/** Every version of one target, newest first; nothing where the target may not be seen. */
export async function targetHistory(tx: Tx, targetId: string): Promise<TargetRevisionRow[]> {
  const rows = await tx.$queryRaw`
    SELECT r.version, r.floor::float8 AS floor, r.target::float8 AS target, r.stretch::float8 AS stretch,
      r.status::text AS status, r.reason, u.name AS "changedBy", u.name_en AS "changedByEn",
      to_char(r.changed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "changedAt"
    FROM target_revision r LEFT JOIN "user" u ON u.id = r.changed_by_id
    WHERE r.target_id = ${targetId}::uuid ORDER BY r.version DESC`;
  return z.array(revisionRow).parse(rows);
}
