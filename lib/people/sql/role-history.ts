import "server-only";
import { z } from "zod";
import type { AccountChange } from "@/lib/people/domain/user-view";
import type { Tx } from "@/lib/platform/db/access";

const row = z.object({
  at: z.date(),
  byName: z.string().nullable(),
  byNameEn: z.string().nullable(),
  field: z.enum(["role", "status"]),
  before: z.string(),
  after: z.string(),
});

/** Changes of a person's role and status from the audit log, latest first. Admins only may read it. */
export async function roleHistory(tx: Tx, userId: string): Promise<AccountChange[]> {
  return z.array(row).parse(
    await tx.$queryRaw`
      SELECT a.at, p.name AS "byName", p.name_en AS "byNameEn", f.field, a.before->>f.field AS before, a.after->>f.field AS after
      FROM audit_entry a CROSS JOIN (VALUES ('role'), ('status')) f (field)
      LEFT JOIN "user" p ON p.id = a.user_id
      WHERE a.subject = 'user' AND a.row_id = ${userId} AND a.action = 'update'
        AND a.before->>f.field IS DISTINCT FROM a.after->>f.field
      ORDER BY a.at DESC LIMIT 100`,
  );
}
