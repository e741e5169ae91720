import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { isBusinessDate } from "@/lib/shared/business-date";
import type { Period } from "@/lib/shared/period";
import type { Membership } from "../domain/heads";

const day = z.string().refine(isBusinessDate);
const row: z.ZodType<Membership> = z.object({
  userId: z.string(),
  unitId: z.string(),
  from: day,
  to: day,
  since: day,
});

const LIMIT = 20_000;

/** Who was a member of which of these units within the range, and since when they are with the company. */
export async function memberships(
  tx: Tx,
  unitIds: readonly string[],
  { from, to }: Period,
): Promise<Membership[]> {
  const rows = await tx.$queryRaw`
    SELECT a.user_id::text AS "userId", a.unit_id::text AS "unitId",
      greatest(a.valid_from, ${from}::date)::text AS "from", least(a.valid_to, ${to}::date)::text AS "to",
      greatest(coalesce(u.hired_on, min(a.valid_from) OVER (PARTITION BY a.user_id)), date '1900-01-01')::text AS since
    FROM assignment a JOIN "user" u ON u.id = a.user_id
    WHERE a.kind = 'member' AND a.unit_id = ANY(${unitIds}::uuid[])
      AND a.valid_from < ${to}::date AND a.valid_to > ${from}::date
    LIMIT ${LIMIT}`;
  return z.array(row).parse(rows);
}
