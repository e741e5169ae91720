import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import type { Period } from "@/lib/shared/period";
import { activitiesByDay } from "./list-activities";

const begin = z.object({ id: z.string(), startsAt: z.string().nullable() });

/** An owner's follow-ups of some days with the instant each begins, by day; at most `limit`. */
export async function feedRows(tx: Tx, ownerId: string, days: Period, limit: number) {
  const rows = await activitiesByDay(tx, { owner: [ownerId], ...days }, limit);
  const begins = z.array(begin).parse(
    await tx.$queryRaw`SELECT id::text, to_json(at)#>>'{}' AS "startsAt" FROM activity
      WHERE id = ANY (${rows.map(({ id }) => id)}::uuid[])`,
  );
  const startOf = new Map(begins.map(({ id, startsAt }) => [id, startsAt]));
  return rows.map((row) => ({ ...row, startsAt: startOf.get(row.id) ?? null }));
}
