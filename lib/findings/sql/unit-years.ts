import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import type { Period } from "@/lib/shared/period";

const row = z.object({ unitId: z.string(), type: z.string(), heads: z.number() });
export type UnitHeads = z.infer<typeof row>;

/** The units with their people on an average day of the period: days of membership ÷ its days. */
export async function unitHeads(
  tx: Tx,
  units: readonly string[],
  { from, to }: Period,
): Promise<UnitHeads[]> {
  const rows = await tx.$queryRaw`
    SELECT u.id::text AS "unitId", u.type::text,
      coalesce(sum(greatest(0, least(a.valid_to, ${to}::date) - greatest(a.valid_from, ${from}::date))), 0)::float8
        / (${to}::date - ${from}::date) AS heads
    FROM unit u LEFT JOIN assignment a ON a.unit_id = u.id AND a.kind = 'member'
      AND a.valid_from < ${to}::date AND a.valid_to > ${from}::date
    WHERE u.id = ANY (${units}::uuid[]) AND u.active GROUP BY u.id, u.type ORDER BY u.id`;
  return z.array(row).parse(rows);
}
