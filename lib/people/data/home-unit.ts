import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import type { BusinessDate } from "@/lib/shared/business-date";

const rows = z.array(z.object({ unitId: z.string() }));

/** The unit a person's new records belong to on a day: the one they are a member of, else one they run; null for neither. */
export async function homeUnit(tx: Tx, userId: string, day: BusinessDate): Promise<string | null> {
  const found = rows.parse(
    await tx.$queryRaw`SELECT a.unit_id::text AS "unitId" FROM assignment a
      WHERE a.user_id = ${userId}::uuid AND ${day}::date >= a.valid_from AND ${day}::date < a.valid_to
      ORDER BY a.kind = 'member' DESC, a.valid_from, a.id LIMIT 1`,
  );
  return found[0]?.unitId ?? null;
}
