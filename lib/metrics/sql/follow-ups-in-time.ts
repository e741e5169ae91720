import { CREDIT, CREDITED, WEIGHT } from "@/lib/deals/sql/deal-credit";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { perProduct } from "./deal-facts";
import { type Group, grouped, type Question } from "./grouped";

/** The days agreed, a setting of the organisation. Younger than that, nothing is late yet. */
const AGREED = Prisma.sql`(SELECT coalesce(max(follow_up_days), 2) FROM organisation)`;

const feedback = (asOf: string) => Prisma.sql`
  SELECT r.no, f.given_on AS day, f.unit_id, f.owner_id, f.customer_id, f.product_id, NULL::uuid AS stage_id, f.competitor_id,
    coalesce(f.acknowledged_at <= f.received_at + make_interval(days => ${AGREED}), false) AS in_time
  FROM r JOIN feedback f ON f.given_on >= r.f AND f.given_on < r.t AND f.given_on < ${asOf}::date - ${AGREED}`;

const feedbackParts = Prisma.sql`
  count(*)::float8 AS "feedbackDue", (count(*) FILTER (WHERE x.in_time))::float8 AS "feedbackInTime"`;

/** Feedback whose time to be followed up is over, by the day it was given, and what was acknowledged in it. */
export function feedbackInTime(tx: Tx, question: Question, asOf: string): Promise<Group[]> {
  return grouped(tx, question, { fact: () => feedback(asOf), parts: feedbackParts });
}

function leads(usesProduct: boolean, asOf: string): Prisma.Sql {
  const { join, product } = perProduct(usesProduct);
  return Prisma.sql`
    SELECT r.no, d.created_on AS day, coalesce(c.unit_id, d.unit_id) AS unit_id, coalesce(c.user_id, d.owner_id) AS owner_id,
      d.customer_id, ${product} AS product_id, d.stage_id, d.id AS deal_id, ${WEIGHT} AS weight,
      EXISTS (SELECT FROM activity a WHERE a.deal_id = d.id AND a.status = 'done'
        AND a.day >= d.created_on AND a.day <= d.created_on + ${AGREED}) AS in_time
    FROM r JOIN deal d ON d.created_on >= r.f AND d.created_on < r.t AND d.created_on < ${asOf}::date - ${AGREED}
    ${CREDIT} ${join} WHERE ${CREDITED}`;
}

const leadParts = Prisma.sql`
  sum(x.weight)::float8 AS "leadsDue", count(DISTINCT x.deal_id)::float8 AS "leadsDueRecords",
  coalesce(sum(x.weight) FILTER (WHERE x.in_time), 0)::float8 AS "leadsInTime"`;

/** Deals created in each range whose time is over, and those with a follow-up done in it. */
export function leadsInTime(tx: Tx, question: Question, asOf: string): Promise<Group[]> {
  return grouped(tx, question, { fact: (product) => leads(product, asOf), parts: leadParts });
}
