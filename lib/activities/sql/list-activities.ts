import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { type ListSql, listPage } from "@/lib/platform/db/list-sql";
import { businessDay, reference, referenceSql } from "@/lib/platform/db/named";
import { isId } from "@/lib/shared/list-params";
import {
  ACTIVITY_KINDS,
  ACTIVITY_OUTCOMES,
  ACTIVITY_STATUSES,
  type Activity,
  type ActivityTotals,
} from "../domain/activity";
import {
  type ActivityColumn,
  type ActivityFilter,
  type ActivityListParams,
  activitySort,
} from "../schema";
import { ACTIVITY_SOURCE, activityConditions, OVERDUE } from "./activity-conditions";

/** One row of the list. */
export const activityRow: z.ZodType<Activity> = z.object({
  id: z.string(),
  kind: z.enum(ACTIVITY_KINDS),
  status: z.enum(ACTIVITY_STATUSES),
  day: businessDay,
  time: z.string().nullable(),
  minutes: z.number().nullable(),
  subject: z.string().nullable(),
  outcome: z.enum(ACTIVITY_OUTCOMES).nullable(),
  notes: z.string().nullable(),
  nextStep: z.string().nullable(),
  nextStepOn: businessDay.nullable(),
  deal: z.object({ id: z.string(), title: z.string() }).nullable(),
  customer: reference.nullable(),
  contacts: z.array(reference),
  owner: reference,
  unit: reference,
  version: z.number(),
  doneAt: z.string().nullable(),
  updatedAt: z.string(),
});

const parseActivities = (rows: unknown): Activity[] => z.array(activityRow).parse(rows);

const SORT: Record<ActivityColumn, Prisma.Sql> = {
  title: Prisma.sql`c.name`,
  day: Prisma.sql`a.day`,
  kind: Prisma.sql`a.kind`,
  customer: Prisma.sql`c.name`,
  deal: Prisma.sql`d.title`,
  subject: Prisma.sql`a.subject`,
  status: Prisma.sql`a.status`,
  outcome: Prisma.sql`a.outcome`,
  minutes: Prisma.sql`a.minutes`,
  nextStepOn: Prisma.sql`a.next_step_on`,
  owner: Prisma.sql`o.name`,
  unit: Prisma.sql`u.name`,
};

const COLUMNS = Prisma.sql`a.id::text, a.kind::text, a.status::text, a.day::text,
  to_char(a.at AT TIME ZONE (SELECT time_zone FROM organisation WHERE id = 1), 'HH24:MI') AS time,
  a.minutes, a.subject, a.outcome::text, a.notes, a.next_step AS "nextStep", a.next_step_on::text AS "nextStepOn",
  CASE WHEN d.id IS NOT NULL THEN jsonb_build_object('id', d.id, 'title', d.title) END AS deal,
  ${referenceSql("c")} AS customer,
  (SELECT coalesce(jsonb_agg(${referenceSql("k")} ORDER BY k.name, k.id), '[]') FROM activity_contact p
    JOIN contact k ON k.id = p.contact_id WHERE p.activity_id = a.id) AS contacts,
  ${referenceSql("o")} AS owner, ${referenceSql("u")} AS unit, a.version,
  to_json(a.done_at)#>>'{}' AS "doneAt", to_json(a.updated_at)#>>'{}' AS "updatedAt"`;

const JOINS = Prisma.sql`${ACTIVITY_SOURCE} JOIN "user" o ON o.id = a.owner_id JOIN unit u ON u.id = a.unit_id`;

const SELECT = Prisma.sql`SELECT ${COLUMNS} FROM ${JOINS}`;

/** The list of follow-ups. */
export function activityListSql(params: ActivityListParams): ListSql<ActivityColumn> {
  const where = activityConditions(params);
  const id = Prisma.sql`a.id`;
  return { select: COLUMNS, from: JOINS, where, sort: SORT, by: activitySort(params), id };
}

/** One page of the list. */
export function listActivities(tx: Tx, params: ActivityListParams): Promise<Activity[]> {
  return listPage(tx, activityListSql(params), activityRow, params);
}

/** By day and time, those without a time first; at most `limit`. */
export async function activitiesByDay(
  tx: Tx,
  filter: ActivityFilter,
  limit: number,
): Promise<Activity[]> {
  return parseActivities(
    await tx.$queryRaw`${SELECT} WHERE ${activityConditions(filter)}
      ORDER BY a.day, a.at NULLS FIRST, a.id LIMIT ${limit}`,
  );
}

/** The latest first, what is planned before what is done; at most `limit`. */
export async function latestActivities(
  tx: Tx,
  filter: ActivityFilter,
  limit: number,
): Promise<Activity[]> {
  return parseActivities(
    await tx.$queryRaw`${SELECT} WHERE ${activityConditions(filter)}
      ORDER BY a.status, a.day DESC, a.at DESC NULLS LAST, a.id DESC LIMIT ${limit}`,
  );
}

/** One follow-up; undefined where it does not exist or may not be seen. */
export async function findActivity(tx: Tx, id: string): Promise<Activity | undefined> {
  if (!isId(id)) return undefined;
  return parseActivities(await tx.$queryRaw`${SELECT} WHERE a.id = ${id}::uuid`)[0];
}

const totalsRow: z.ZodType<ActivityTotals> = z.object({
  count: z.number(),
  planned: z.number(),
  overdue: z.number(),
  done: z.number(),
  minutes: z.number().nullable(),
});

/** Totals of the filtered list. */
export async function activityTotals(tx: Tx, filter: ActivityFilter): Promise<ActivityTotals> {
  const rows = await tx.$queryRaw`
    SELECT count(*)::int AS count, (count(*) FILTER (WHERE a.status = 'planned'))::int AS planned,
      (count(*) FILTER (WHERE ${OVERDUE}))::int AS overdue,
      (count(*) FILTER (WHERE a.status = 'done'))::int AS done, sum(a.minutes)::int AS minutes
    FROM ${ACTIVITY_SOURCE} WHERE ${activityConditions(filter)}`;
  return z.tuple([totalsRow]).parse(rows)[0];
}
