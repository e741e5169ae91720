import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { type BusinessDate, isBusinessDate } from "@/lib/shared/business-date";
import type { Period } from "@/lib/shared/period";

/** What decides which sums of sale lines may answer a question. */
export type SaleView = {
  /** Sees every line: an admin, or the system. */
  seesAll: boolean;
  /** Manages units today. */
  manages: boolean;
  /** The unit asked for contains every unit on every day of the ranges. */
  isEverything: boolean;
  /** Days other than the first of a month on which a unit moves or its manager changes. */
  changes: BusinessDate[];
};

const row = z.object({
  seesAll: z.boolean(),
  manages: z.boolean(),
  isEverything: z.boolean(),
  changes: z.array(z.string().refine(isBusinessDate)),
});

const MOVES = Prisma.sql`SELECT valid_from AS day FROM unit_ancestor UNION SELECT valid_to FROM unit_ancestor
  UNION SELECT valid_from FROM assignment WHERE kind = 'manager' UNION SELECT valid_to FROM assignment WHERE kind = 'manager'`;

/** How the transaction's person sees sale lines within `hull`, for a question about `unit`. */
export async function saleView(
  tx: Tx,
  hull: Period,
  unit: string | null | undefined,
): Promise<SaleView> {
  const everything = unit
    ? Prisma.sql`NOT EXISTS (SELECT FROM unit u WHERE NOT EXISTS (SELECT FROM unit_ancestor a WHERE a.unit_id = u.id
        AND a.ancestor_id = ${unit}::uuid AND a.valid_from <= ${hull.from}::date AND a.valid_to >= ${hull.to}::date))`
    : Prisma.sql`false`;
  const rows = await tx.$queryRaw`SELECT
    current_setting('role') = 'closeloop_system' OR app_sees_all() AS "seesAll",
    cardinality(app_unit_ids()) > 0 AS manages,
    ${everything} AS "isEverything",
    ARRAY(SELECT m.day::text FROM (${MOVES}) m WHERE m.day > ${hull.from}::date AND m.day < ${hull.to}::date
      AND extract(day FROM m.day) <> 1) AS changes`;
  return z.tuple([row]).parse(rows)[0];
}
