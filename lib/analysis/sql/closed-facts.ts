import { CREDIT, CREDITED, credited, WEIGHT } from "@/lib/deals/sql/deal-credit";
import { dimensionSql, type Filter } from "@/lib/metrics/sql/dimensions";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { Period } from "@/lib/shared/period";

/** Deals that closed in the range, as far as they are credited to whom the filter names. */
export type ClosedQuestion = { range: Period; where: Filter; digits: number };

/** The relation `x`: each share of a closed deal, with its part of the deal and of what was booked. */
export function closedFacts({ range, where, digits }: ClosedQuestion): Prisma.Sql {
  const { joins, filter } = dimensionSql(undefined, where);
  return Prisma.sql`x AS MATERIALIZED (SELECT x.* FROM (
      SELECT d.id AS deal_id, d.closed_on AS day, coalesce(c.unit_id, d.unit_id) AS unit_id, coalesce(c.user_id, d.owner_id) AS owner_id,
        d.customer_id, d.competitor_id, NULL::uuid AS product_id, d.stage_id, ${WEIGHT} AS weight, g.kind,
        ${credited(Prisma.sql`d.booked_base_amount`, digits)} AS booked,
        coalesce(d.engaged_on, d.created_on) AS begun_on, d.closed_on - coalesce(d.engaged_on, d.created_on) AS days
      FROM deal d JOIN pipeline_stage g ON g.id = d.stage_id AND g.kind <> 'open' ${CREDIT}
      WHERE d.closed_on >= ${range.from}::date AND d.closed_on < ${range.to}::date AND ${CREDITED}) x
    ${joins} WHERE ${filter})`;
}

/** Sums over `x`: won and lost by share, what was booked, and the median days of won deals. */
export const OUTCOME = Prisma.sql`coalesce(sum(x.weight) FILTER (WHERE x.kind = 'won'), 0)::float8 AS won,
  coalesce(sum(x.weight) FILTER (WHERE x.kind = 'lost'), 0)::float8 AS lost,
  coalesce(sum(x.booked) FILTER (WHERE x.kind = 'won'), 0)::float8 AS revenue,
  (percentile_cont(0.5) WITHIN GROUP (ORDER BY x.days) FILTER (WHERE x.kind = 'won'))::float8 AS cycle`;
