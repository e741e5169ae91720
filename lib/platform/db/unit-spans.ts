import { Prisma } from "@/lib/platform/db/generated/client";

/** `(unit_id, id, f, t)`: the region each unit was in, from `f` up to `t`; one at most, for no region stands below a region. */
export const REGION_SPANS = Prisma.sql`(SELECT a.unit_id, a.ancestor_id AS id, a.valid_from AS f, a.valid_to AS t
  FROM unit_ancestor a JOIN unit u ON u.id = a.ancestor_id AND u.type = 'region')`;

/**
 * `(unit_id, id, f, t)`: who was in charge of each unit: its manager, or that of the nearest unit
 * above it that had one. Computed once for all units and not for each fact.
 */
export const MANAGER_SPANS = Prisma.sql`(
  WITH span AS MATERIALIZED (
    SELECT a.unit_id, a.depth, m.user_id, greatest(a.valid_from, m.valid_from) AS f, least(a.valid_to, m.valid_to) AS t
    FROM unit_ancestor a JOIN assignment m ON m.unit_id = a.ancestor_id AND m.kind = 'manager'
      AND m.valid_from < a.valid_to AND m.valid_to > a.valid_from),
  cut AS (
    SELECT unit_id, f, lead(f) OVER (PARTITION BY unit_id ORDER BY f) AS t
    FROM (SELECT unit_id, f FROM span UNION SELECT unit_id, t FROM span) x)
  SELECT DISTINCT ON (cut.unit_id, cut.f) cut.unit_id, span.user_id AS id, cut.f, cut.t
  FROM cut JOIN span ON span.unit_id = cut.unit_id AND span.f <= cut.f AND span.t >= cut.t
  ORDER BY cut.unit_id, cut.f, span.depth)`;
