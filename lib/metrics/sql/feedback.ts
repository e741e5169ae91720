import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { type Group, grouped, type Question } from "./grouped";

const fact = () => Prisma.sql`
  SELECT r.no, f.given_on AS day, f.unit_id, f.owner_id, f.customer_id, f.product_id, NULL::uuid AS stage_id, f.competitor_id,
    f.kind, f.score, extract(epoch FROM f.acknowledged_at - f.received_at) / 86400 AS response,
    extract(epoch FROM f.resolved_at - f.received_at) / 86400 AS resolution
  FROM r JOIN feedback f ON f.given_on >= r.f AND f.given_on < r.t`;

/** Promoters give 9 or 10, detractors 0 to 6; the two best boxes of CSAT are 4 and 5. */
const parts = Prisma.sql`
  count(*)::float8 AS feedback,
  count(x.competitor_id)::float8 AS mentions,
  (count(*) FILTER (WHERE x.kind = 'nps'))::float8 AS "npsAnswers",
  (count(*) FILTER (WHERE x.kind = 'nps' AND x.score >= 9))::float8 AS promoters,
  (count(*) FILTER (WHERE x.kind = 'nps' AND x.score <= 6))::float8 AS detractors,
  (count(*) FILTER (WHERE x.kind = 'csat'))::float8 AS "csatAnswers",
  (count(*) FILTER (WHERE x.kind = 'csat' AND x.score >= 4))::float8 AS "csatBest",
  (count(*) FILTER (WHERE x.kind = 'ces'))::float8 AS "cesAnswers",
  (sum(x.score) FILTER (WHERE x.kind = 'ces'))::float8 AS "cesSum",
  count(x.response)::float8 AS responded,
  (percentile_cont(0.5) WITHIN GROUP (ORDER BY x.response))::float8 AS "responseMedian",
  count(x.resolution)::float8 AS settled,
  (percentile_cont(0.5) WITHIN GROUP (ORDER BY x.resolution))::float8 AS "resolutionMedian"`;

/** Feedback of each range, by the day it was given. */
export function feedbackFacts(tx: Tx, question: Question): Promise<Group[]> {
  return grouped(tx, question, { fact, parts });
}
