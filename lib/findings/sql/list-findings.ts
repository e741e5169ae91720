import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import {
  all,
  contains,
  inRange,
  inRegion,
  inUnit,
  isOneOf,
  underManager,
} from "@/lib/platform/db/fact-conditions";
import { Prisma } from "@/lib/platform/db/generated/client";
import { type ListSql, listPage } from "@/lib/platform/db/list-sql";
import { businessDay, reference, referenceSql } from "@/lib/platform/db/named";
import { isId } from "@/lib/shared/list-params";
import type { Evidence } from "../domain/evidence";
import type { Finding, FindingTotals } from "../domain/finding";
import { FINDING_KINDS, FINDING_STATUSES, RULED_KINDS } from "../domain/kinds";
import type { FindingColumn, FindingFilter, FindingListParams } from "../schema";

/** One row of the list. Evidence is written by the rules only, as they shape it. */
export const findingRow: z.ZodType<Finding> = z.object({
  id: z.string(),
  version: z.number(),
  kind: z.enum(FINDING_KINDS),
  status: z.enum(FINDING_STATUSES),
  title: z.string(),
  titleEn: z.string().nullable(),
  note: z.string().nullable(),
  unit: reference,
  user: reference.nullable(),
  product: reference.nullable(),
  stage: reference.nullable(),
  theme: reference.nullable(),
  competitor: reference.nullable(),
  evidence: z.custom<Evidence>().nullable(),
  size: z.number().nullable(),
  n: z.number().nullable(),
  p: z.number().nullable(),
  q: z.number().nullable(),
  foundOn: businessDay,
  current: z.boolean(),
  reason: z.string().nullable(),
  mergedInto: reference.nullable(),
  decidedBy: reference.nullable(),
  createdBy: reference.nullable(),
});

const SORT: Record<FindingColumn, Prisma.Sql> = {
  title: Prisma.sql`n.title`,
  kind: Prisma.sql`n.kind`,
  status: Prisma.sql`n.status`,
  size: Prisma.sql`n.size`,
  n: Prisma.sql`n.sample_size`,
  q: Prisma.sql`n.q`,
  unit: Prisma.sql`u.name`,
  foundOn: Prisma.sql`n.found_on`,
};

const COLUMNS = Prisma.sql`n.id::text, n.version, n.kind::text, n.status::text, n.title, n.title_en AS "titleEn", n.note,
  ${referenceSql("u")} AS unit, ${referenceSql("w")} AS "user", ${referenceSql("p")} AS product, ${referenceSql("s")} AS stage,
  ${referenceSql("t")} AS theme, ${referenceSql("k")} AS competitor, n.evidence, n.size::float8, n.sample_size AS n, n.p, n.q,
  n.found_on::text AS "foundOn", n.current, n.reason,
  CASE WHEN m.id IS NOT NULL THEN jsonb_build_object('id', m.id, 'name', m.title, 'nameEn', m.title_en) END AS "mergedInto",
  ${referenceSql("d")} AS "decidedBy", ${referenceSql("a")} AS "createdBy"`;

const JOINS = Prisma.sql`finding n JOIN unit u ON u.id = n.unit_id
  LEFT JOIN "user" w ON w.id = n.user_id LEFT JOIN product p ON p.id = n.product_id
  LEFT JOIN pipeline_stage s ON s.id = n.stage_id LEFT JOIN feedback_theme t ON t.id = n.theme_id
  LEFT JOIN competitor k ON k.id = n.competitor_id LEFT JOIN finding m ON m.id = n.merged_into_id
  LEFT JOIN "user" d ON d.id = n.decided_by_id LEFT JOIN "user" a ON a.id = n.created_by_id`;

/** What asks for something: found or written, not put aside, and still so. */
const OPEN = Prisma.sql`(n.status = 'proposed' AND n.current OR n.status = 'confirmed')`;

const RULED = Prisma.sql`n.kind::text = ANY (${[...RULED_KINDS]}::text[])`;

/** Plain rules stand apart unless they, or a kind, are asked for. */
function basisCondition({ basis, kind }: FindingFilter): Prisma.Sql | undefined {
  if (basis === "all" || (basis === undefined && kind !== undefined)) return undefined;
  return basis === "ruled" ? RULED : Prisma.sql`NOT ${RULED}`;
}

function findingConditions(filter: FindingFilter): Prisma.Sql {
  const fact = { unit: Prisma.sql`n.unit_id`, day: Prisma.sql`n.found_on` };
  const status =
    filter.status === "open"
      ? OPEN
      : filter.status && Prisma.sql`n.status::text = ${filter.status}`;
  return all([
    contains([Prisma.sql`n.title`, Prisma.sql`n.title_en`, Prisma.sql`n.note`], filter.q),
    filter.kind && Prisma.sql`n.kind::text = ${filter.kind}`,
    basisCondition(filter),
    status || undefined,
    inRange(fact.day, filter.from, filter.to),
    inUnit(fact, filter.unit, filter.direct),
    inRegion(fact, filter.region),
    underManager(fact, filter.manager),
    filter.min === undefined ? undefined : Prisma.sql`n.size >= ${filter.min}`,
    filter.max === undefined ? undefined : Prisma.sql`n.size <= ${filter.max}`,
    isOneOf(Prisma.sql`n.product_id`, filter.product),
    isOneOf(Prisma.sql`n.user_id`, filter.owner),
  ]);
}

/** The list of findings, the largest first where nothing else is asked for. */
export function findingListSql(params: FindingListParams): ListSql<FindingColumn> {
  const { sort: by = "-size" } = params;
  const where = findingConditions(params);
  return { select: COLUMNS, from: JOINS, where, sort: SORT, by, id: Prisma.sql`n.id` };
}

/** One page of the list of findings. */
export function listFindings(tx: Tx, params: FindingListParams): Promise<Finding[]> {
  return listPage(tx, findingListSql(params), findingRow, params);
}

const totalsRow: z.ZodType<FindingTotals> = z.object({
  count: z.number(),
  proposed: z.number(),
  confirmed: z.number(),
  size: z.number(),
  ruled: z.number(),
});

/** Counts of the filtered list, and the money missing by those that are open. */
export async function findingTotals(tx: Tx, filter: FindingFilter): Promise<FindingTotals> {
  const rows = await tx.$queryRaw`
    SELECT count(*)::int AS count, (count(*) FILTER (WHERE n.status = 'proposed' AND n.current))::int AS proposed,
      (count(*) FILTER (WHERE n.status = 'confirmed'))::int AS confirmed,
      coalesce(sum(n.size) FILTER (WHERE ${OPEN}), 0)::float8 AS size,
      (SELECT count(*) FROM finding n WHERE ${RULED} AND ${OPEN})::int AS ruled
    FROM ${JOINS} WHERE ${findingConditions(filter)}`;
  return z.tuple([totalsRow]).parse(rows)[0];
}

/** One finding; undefined where there is none. */
export async function findFinding(tx: Tx, id: string): Promise<Finding | undefined> {
  if (!isId(id)) return undefined;
  const rows = await tx.$queryRaw`SELECT ${COLUMNS} FROM ${JOINS} WHERE n.id = ${id}::uuid`;
  return z.array(findingRow).parse(rows)[0];
}

/** The largest open findings, perhaps only those about one person. */
export async function largestFindings(tx: Tx, most: number, about?: string): Promise<Finding[]> {
  const whose = about ? Prisma.sql`n.user_id = ${about}::uuid` : Prisma.sql`true`;
  const rows = await tx.$queryRaw`SELECT ${COLUMNS} FROM ${JOINS} WHERE ${OPEN} AND ${whose}
    ORDER BY n.size DESC NULLS LAST, n.q NULLS LAST, n.id LIMIT ${most}`;
  return z.array(findingRow).parse(rows);
}
