import { z } from "zod";
import { ACTIVITY_KINDS } from "@/lib/activities/domain/activity";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { KindView, VisitView } from "../domain/effort-view";
import type { Outcome } from "../domain/outcome";
import { type ClosedQuestion, closedFacts, OUTCOME } from "./closed-facts";

/** `a`: what was done for each closed deal of `x` until it closed. */
const WORK = Prisma.sql`a AS MATERIALIZED (SELECT x.deal_id, array_agg(DISTINCT w.kind::text) AS kinds,
    count(DISTINCT w.id) FILTER (WHERE w.kind = 'visit') AS visits
  FROM x JOIN activity w ON w.deal_id = x.deal_id AND w.status = 'done' AND w.day <= x.day GROUP BY 1)`;

const outcome = {
  won: z.number(),
  lost: z.number(),
  revenue: z.number(),
  cycle: z.number().nullable(),
};
const kindRow = z.object({ kind: z.enum(ACTIVITY_KINDS), done: z.boolean(), ...outcome });
const visitRow: z.ZodType<VisitView> = z.object({ band: z.literal([0, 1, 2, 3]), ...outcome });

const NOTHING: Outcome = { won: 0, lost: 0, revenue: 0, cycle: null };

/** How closed deals ended with and without each kind of activity; kinds nobody did are left out. */
export async function kindOutcomes(tx: Tx, question: ClosedQuestion): Promise<KindView[]> {
  const rows = z.array(kindRow).parse(
    await tx.$queryRaw`WITH ${closedFacts(question)}, ${WORK}
      SELECT k.kind, coalesce(k.kind = ANY (a.kinds), false) AS done, ${OUTCOME}
      FROM x LEFT JOIN a ON a.deal_id = x.deal_id CROSS JOIN unnest(${[...ACTIVITY_KINDS]}::text[]) k(kind) GROUP BY 1, 2`,
  );
  return ACTIVITY_KINDS.flatMap((kind) => {
    const of = (done: boolean) => rows.find((row) => row.kind === kind && row.done === done);
    const done = of(true);
    return done ? [{ kind, done, without: of(false) ?? NOTHING }] : [];
  });
}

/** How closed deals ended by visits in thirty days of their course; a course of less counts as thirty. */
export async function visitOutcomes(tx: Tx, question: ClosedQuestion): Promise<VisitView[]> {
  const rows = await tx.$queryRaw`WITH ${closedFacts(question)}, ${WORK}
    SELECT least(3, ceil(coalesce(a.visits, 0) * 30.0 / greatest(x.days, 30)))::int AS band, ${OUTCOME}
    FROM x LEFT JOIN a ON a.deal_id = x.deal_id WHERE x.days IS NOT NULL GROUP BY 1 ORDER BY 1`;
  return z.array(visitRow).parse(rows);
}
