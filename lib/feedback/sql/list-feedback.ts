import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { type ListSql, listPage } from "@/lib/platform/db/list-sql";
import { businessDay, reference, referenceSql } from "@/lib/platform/db/named";
import { isId } from "@/lib/shared/list-params";
import {
  CHANNELS,
  type FeedbackDetail,
  type FeedbackRow,
  type FeedbackTotals,
  KINDS,
  SEVERITIES,
  STATUSES,
} from "../domain/feedback";
import type { FeedbackColumn, FeedbackFilter, FeedbackListParams } from "../schema";
import { FEEDBACK_SOURCE, feedbackConditions } from "./feedback-conditions";

const shape = {
  id: z.string(),
  kind: z.enum(KINDS),
  channel: z.enum(CHANNELS),
  score: z.number().nullable(),
  text: z.string().nullable(),
  severity: z.enum(SEVERITIES).nullable(),
  status: z.enum(STATUSES),
  givenOn: businessDay,
  contact: z.string().nullable(),
  customer: reference.nullable(),
  deal: z.object({ id: z.string(), title: z.string() }).nullable(),
  product: reference.nullable(),
  competitor: reference.nullable(),
  owner: reference,
  unit: reference,
  themes: z.array(reference),
  responseDays: z.number().nullable(),
  resolutionDays: z.number().nullable(),
};

/** One row of the list. */
export const feedbackRow: z.ZodType<FeedbackRow> = z.object(shape);

const SORT: Record<FeedbackColumn, Prisma.Sql> = {
  givenOn: Prisma.sql`f.given_on`,
  kind: Prisma.sql`f.kind`,
  score: Prisma.sql`f.score`,
  customer: Prisma.sql`c.name`,
  product: Prisma.sql`p.name`,
  competitor: Prisma.sql`k.name`,
  severity: Prisma.sql`f.severity`,
  status: Prisma.sql`f.status`,
  owner: Prisma.sql`o.name`,
  unit: Prisma.sql`u.name`,
};

const days = (column: Prisma.Sql) =>
  Prisma.sql`round((extract(epoch FROM ${column} - f.received_at) / 86400)::numeric, 2)::float8`;

const COLUMNS = Prisma.sql`f.id::text, f.kind::text, f.channel::text, f.score, f.text, f.severity::text, f.status::text,
  f.given_on::text AS "givenOn", f.contact, ${referenceSql("c")} AS customer, ${referenceSql("p")} AS product,
  ${referenceSql("k")} AS competitor, ${referenceSql("o")} AS owner, ${referenceSql("u")} AS unit,
  CASE WHEN d.id IS NOT NULL THEN jsonb_build_object('id', d.id, 'title', d.title) END AS deal,
  ARRAY(SELECT jsonb_build_object('id', h.id, 'name', h.name, 'nameEn', h.name_en)
    FROM feedback_tag g JOIN feedback_theme h ON h.id = g.theme_id WHERE g.feedback_id = f.id ORDER BY h.name, h.id) AS themes,
  ${days(Prisma.sql`f.acknowledged_at`)} AS "responseDays", ${days(Prisma.sql`f.resolved_at`)} AS "resolutionDays"`;

const JOINS = Prisma.sql`${FEEDBACK_SOURCE} LEFT JOIN deal d ON d.id = f.deal_id
  LEFT JOIN competitor k ON k.id = f.competitor_id
  JOIN "user" o ON o.id = f.owner_id JOIN unit u ON u.id = f.unit_id`;

/** The list of feedback, the latest first where nothing else is asked for. */
export function feedbackListSql(params: FeedbackListParams): ListSql<FeedbackColumn> {
  const { sort: by = "-givenOn" } = params;
  const where = feedbackConditions(params);
  return { select: COLUMNS, from: JOINS, where, sort: SORT, by, id: Prisma.sql`f.id` };
}

/** One page of the list of feedback. */
export function listFeedback(tx: Tx, params: FeedbackListParams): Promise<FeedbackRow[]> {
  return listPage(tx, feedbackListSql(params), feedbackRow, params);
}

const totalsRow: z.ZodType<FeedbackTotals> = z.object({
  count: z.number(),
  fresh: z.number(),
  acknowledged: z.number(),
  resolved: z.number(),
  complaints: z.number(),
});

/** Counts of the filtered list. */
export async function feedbackTotals(tx: Tx, filter: FeedbackFilter): Promise<FeedbackTotals> {
  const rows = await tx.$queryRaw`
    SELECT count(*)::int AS count, (count(*) FILTER (WHERE f.status = 'new'))::int AS fresh,
      (count(*) FILTER (WHERE f.status = 'acknowledged'))::int AS acknowledged,
      (count(*) FILTER (WHERE f.status = 'resolved'))::int AS resolved,
      (count(*) FILTER (WHERE f.kind = 'complaint'))::int AS complaints
    FROM ${FEEDBACK_SOURCE} WHERE ${feedbackConditions(filter)}`;
  return z.tuple([totalsRow]).parse(rows)[0];
}

const detailRow: z.ZodType<FeedbackDetail> = z.object({
  ...shape,
  version: z.number(),
  receivedAt: z.string(),
  acknowledgedAt: z.string().nullable(),
  acknowledgedBy: reference.nullable(),
  answer: z.string().nullable(),
  resolvedAt: z.string().nullable(),
  resolvedBy: reference.nullable(),
  resolution: z.string().nullable(),
  themesConfirmedBy: reference.nullable(),
  themesConfirmed: z.boolean(),
  createdBy: reference.nullable(),
  viaForm: z.boolean(),
});

const instant = (column: string) => Prisma.raw(`to_json(f.${column})#>>'{}'`);

/** One piece of feedback; undefined where it does not exist or may not be seen. */
export async function findFeedback(tx: Tx, id: string): Promise<FeedbackDetail | undefined> {
  if (!isId(id)) return undefined;
  const rows = await tx.$queryRaw`
    SELECT ${COLUMNS}, f.version, ${instant("received_at")} AS "receivedAt",
      ${instant("acknowledged_at")} AS "acknowledgedAt", ${referenceSql("a")} AS "acknowledgedBy", f.answer,
      ${instant("resolved_at")} AS "resolvedAt", ${referenceSql("r")} AS "resolvedBy", f.resolution,
      ${referenceSql("h")} AS "themesConfirmedBy", f.themes_confirmed_at IS NOT NULL AS "themesConfirmed",
      ${referenceSql("w")} AS "createdBy", f.form_key IS NOT NULL AS "viaForm"
    FROM ${JOINS} LEFT JOIN "user" a ON a.id = f.acknowledged_by_id LEFT JOIN "user" r ON r.id = f.resolved_by_id
      LEFT JOIN "user" h ON h.id = f.themes_confirmed_by_id LEFT JOIN "user" w ON w.id = f.created_by_id
    WHERE f.id = ${id}::uuid`;
  return z.array(detailRow).parse(rows)[0];
}
