import { z } from "zod";
import { STAGE_AGES } from "@/lib/deals/domain/stage-age";
import { CREDIT, CREDITED, credited, WEIGHT } from "@/lib/deals/sql/deal-credit";
import { STAGE_SINCE } from "@/lib/deals/sql/stage-since";
import { dimensionSql, type Filter } from "@/lib/metrics/sql/dimensions";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { StageAges, StaleDeal } from "../domain/funnel-view";

/** `x`: each share of a deal that is open today, with the day its stage began. */
function openFacts(where: Filter, digits: number): Prisma.Sql {
  const { joins, filter } = dimensionSql(undefined, where);
  return Prisma.sql`x AS MATERIALIZED (SELECT x.*, business_today() - x.since AS days FROM (
      SELECT d.id, d.title, business_today() AS day, coalesce(c.unit_id, d.unit_id) AS unit_id, coalesce(c.user_id, d.owner_id) AS owner_id,
        d.customer_id, NULL::uuid AS product_id, d.stage_id, ${WEIGHT} AS weight, ${STAGE_SINCE} AS since,
        ${credited(Prisma.sql`d.expected_base_amount`, digits)} AS amount
      FROM deal d JOIN pipeline_stage g ON g.id = d.stage_id AND g.kind = 'open' ${CREDIT} WHERE ${CREDITED}) x
    ${joins} WHERE ${filter})`;
}

const group = z.object({
  id: z.string(),
  name: z.string(),
  nameEn: z.string().nullable(),
  band: z.number(),
  deals: z.number(),
  amount: z.number(),
});

const STARTS = STAGE_AGES.map(({ from }) => from);

/** Open deals by stage, in its order, and by how long they have been in it today. */
export async function openAges(tx: Tx, where: Filter, digits: number): Promise<StageAges[]> {
  const rows = z.array(group).parse(
    await tx.$queryRaw`WITH ${openFacts(where, digits)}
      SELECT g.id::text, g.name, g.name_en AS "nameEn", width_bucket(x.days, ${STARTS}::int[]) AS band,
        sum(x.weight)::float8 AS deals, coalesce(sum(x.amount), 0)::float8 AS amount
      FROM x JOIN pipeline_stage g ON g.id = x.stage_id WHERE x.days >= 0
      GROUP BY g.id, 4 ORDER BY g.position, 4`,
  );
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { id, name, nameEn } = first;
    const bands = STAGE_AGES.map((_, index) => {
      const found = own.find(({ band }) => band === index + 1);
      return { deals: found?.deals ?? 0, amount: found?.amount ?? 0 };
    });
    return [{ stage: { id, name, nameEn }, bands }];
  });
}

const named = z.object({ name: z.string(), nameEn: z.string().nullable() });
const stale: z.ZodType<StaleDeal> = z.object({
  id: z.string(),
  title: z.string(),
  stage: named,
  owner: named,
  since: z.string(),
  days: z.number(),
  amount: z.number().nullable(),
});

/** The open deals longest in their stage, from so many days on; at most `limit`. */
export async function staleDeals(
  tx: Tx,
  where: Filter,
  { digits, days, limit }: { digits: number; days: number; limit: number },
): Promise<StaleDeal[]> {
  const rows = await tx.$queryRaw`WITH ${openFacts(where, digits)},
      p AS (SELECT id, stage_id, min(title) AS title, min(since) AS since, max(days) AS days, sum(amount) AS amount
        FROM x WHERE days >= ${days}::int GROUP BY 1, 2 ORDER BY 5 DESC, 6 DESC NULLS LAST, 1 LIMIT ${limit}::int)
    SELECT p.id::text, p.title, jsonb_build_object('name', g.name, 'nameEn', g.name_en) AS stage,
      jsonb_build_object('name', o.name, 'nameEn', o.name_en) AS owner, p.since::text, p.days, p.amount::float8
    FROM p JOIN deal d ON d.id = p.id JOIN pipeline_stage g ON g.id = p.stage_id JOIN "user" o ON o.id = d.owner_id
    ORDER BY p.days DESC, p.amount DESC NULLS LAST, p.id`;
  return z.array(stale).parse(rows);
}
