import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import type { Concentration } from "../domain/concentration";
import { type CustomerQuestion, customerFacts } from "./customer-facts";

/** Points of the curve, beside its start. */
const POINTS = 40;

const row: z.ZodType<Concentration> = z.object({
  customers: z.number(),
  revenue: z.number(),
  forFourFifths: z.number().nullable(),
  curve: z.array(z.object({ customers: z.number(), revenue: z.number() })),
});

/** How revenue is spread over customers: its running sum with the largest first, at forty places. */
export async function concentration(tx: Tx, question: CustomerQuestion): Promise<Concentration> {
  const rows = await tx.$queryRaw`WITH ${customerFacts(question)},
      o AS (SELECT row_number() OVER w AS no, sum(monetary) OVER w AS running, count(*) OVER () AS n, sum(monetary) OVER () AS total
        FROM c WINDOW w AS (ORDER BY monetary DESC, customer_id ROWS UNBOUNDED PRECEDING)),
      p AS (SELECT DISTINCT ON (place) no::int AS customers, running::float8 AS revenue
        FROM (SELECT *, ceil(no * ${POINTS}::numeric / n) AS place FROM o) k ORDER BY place, no DESC)
    SELECT coalesce(max(n), 0)::int AS customers, coalesce(max(total), 0)::float8 AS revenue,
      (min(no) FILTER (WHERE total > 0 AND running >= 0.8 * total))::int AS "forFourFifths",
      coalesce((SELECT json_agg(p ORDER BY p.customers) FROM p), '[]') AS curve FROM o`;
  return z.tuple([row]).parse(rows)[0];
}
