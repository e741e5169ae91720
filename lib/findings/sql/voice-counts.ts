import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { Compared, CountPair } from "../domain/company-figures";

const row = z.object({
  id: z.string().nullable(),
  recentHits: z.number(),
  recentN: z.number(),
  beforeHits: z.number(),
  beforeN: z.number(),
});

/** `facts(id, is_recent)` counted by what they name, beside how many there are in each time. */
async function countPairs(tx: Tx, all: Prisma.Sql, named: Prisma.Sql): Promise<CountPair[]> {
  const rows = z.array(row).parse(
    await tx.$queryRaw`WITH fact AS (${all}), named AS (${named})
      SELECT n.id::text, (count(*) FILTER (WHERE n.is_recent))::int AS "recentHits",
        (SELECT count(*) FILTER (WHERE is_recent) FROM fact)::int AS "recentN",
        (count(*) FILTER (WHERE NOT n.is_recent))::int AS "beforeHits",
        (SELECT count(*) FILTER (WHERE NOT is_recent) FROM fact)::int AS "beforeN"
      FROM named n GROUP BY n.id ORDER BY n.id`,
  );
  return rows.flatMap(({ id, ...n }) =>
    id === null
      ? []
      : [
          {
            ...{ id, recent: { hits: n.recentHits, n: n.recentN } },
            before: { hits: n.beforeHits, n: n.beforeN },
          },
        ],
  );
}

/** Feedback by theme. */
export function themeCounts(tx: Tx, units: readonly string[], { recent, before }: Compared) {
  return countPairs(
    tx,
    Prisma.sql`SELECT f.id, f.given_on >= ${recent.from}::date AS is_recent FROM feedback f
      WHERE f.given_on >= ${before.from}::date AND f.given_on < ${recent.to}::date AND f.unit_id = ANY (${units}::uuid[])`,
    Prisma.sql`SELECT t.theme_id AS id, fact.is_recent FROM fact JOIN feedback_tag t ON t.feedback_id = fact.id
      JOIN feedback_theme k ON k.id = t.theme_id AND k.active`,
  );
}

/** Lost deals by the competitor they went to. */
export function lossCounts(tx: Tx, units: readonly string[], { recent, before }: Compared) {
  return countPairs(
    tx,
    Prisma.sql`SELECT d.id, d.competitor_id, d.closed_on >= ${recent.from}::date AS is_recent
      FROM deal d JOIN pipeline_stage s ON s.id = d.stage_id AND s.kind = 'lost'
      WHERE d.closed_on >= ${before.from}::date AND d.closed_on < ${recent.to}::date AND d.unit_id = ANY (${units}::uuid[])`,
    Prisma.sql`SELECT fact.competitor_id AS id, fact.is_recent FROM fact WHERE fact.competitor_id IS NOT NULL`,
  );
}
