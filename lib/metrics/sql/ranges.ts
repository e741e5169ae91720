import { Prisma } from "@/lib/platform/db/generated/client";
import type { Period } from "@/lib/shared/period";

/** The asked periods as a relation `r(no, f, t)`, so that one query answers a period and what it is compared with. */
export function rangesSql(ranges: readonly Period[]): Prisma.Sql {
  const rows = ranges.map(
    (range, no) => Prisma.sql`(${no}::int, ${range.from}::date, ${range.to}::date)`,
  );
  return Prisma.sql`r(no, f, t) AS (VALUES ${Prisma.join(rows)})`;
}
