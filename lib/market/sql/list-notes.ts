import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { all, contains, inRange, isOneOf } from "@/lib/platform/db/fact-conditions";
import { Prisma } from "@/lib/platform/db/generated/client";
import { type ListSql, listPage } from "@/lib/platform/db/list-sql";
import { businessDay, reference, referenceSql } from "@/lib/platform/db/named";
import type { BusinessDate } from "@/lib/shared/business-date";
import { isId } from "@/lib/shared/list-params";
import {
  CREDIBILITIES,
  IMPACTS,
  type MarketNote,
  NOTE_KINDS,
  type NoteTotals,
} from "../domain/note";
import type { NoteColumn, NoteFilter, NoteListParams } from "../schema";

/** One row of the list. */
export const noteRow: z.ZodType<MarketNote> = z.object({
  id: z.string(),
  version: z.number(),
  kind: z.enum(NOTE_KINDS),
  title: z.string(),
  text: z.string().nullable(),
  happenedOn: businessDay,
  competitor: reference.nullable(),
  product: reference.nullable(),
  region: reference.nullable(),
  impact: z.enum(IMPACTS),
  credibility: z.enum(CREDIBILITIES),
  sourceUrl: z.string().nullable(),
  price: z.number().nullable(),
  currency: z.string().nullable(),
  author: reference,
  authorUnitId: z.string().nullable(),
});

const SORT: Record<NoteColumn, Prisma.Sql> = {
  happenedOn: Prisma.sql`n.happened_on`,
  title: Prisma.sql`n.title`,
  kind: Prisma.sql`n.kind`,
  impact: Prisma.sql`n.impact`,
  competitor: Prisma.sql`k.name`,
  product: Prisma.sql`p.name`,
  region: Prisma.sql`u.name`,
  price: Prisma.sql`n.price`,
  credibility: Prisma.sql`n.credibility`,
  author: Prisma.sql`a.name`,
};

const COLUMNS = Prisma.sql`n.id::text, n.version, n.kind::text, n.title, n.text, n.happened_on::text AS "happenedOn",
  ${referenceSql("k")} AS competitor, ${referenceSql("p")} AS product, ${referenceSql("u")} AS region,
  n.impact::text, n.credibility::text, n.source_url AS "sourceUrl", n.price::float8, n.currency,
  ${referenceSql("a")} AS author, n.author_unit_id::text AS "authorUnitId"`;

const JOINS = Prisma.sql`market_note n JOIN "user" a ON a.id = n.author_id
  LEFT JOIN competitor k ON k.id = n.competitor_id LEFT JOIN product p ON p.id = n.product_id
  LEFT JOIN unit u ON u.id = n.unit_id`;

const SIDE = {
  threat: Prisma.sql`n.impact IN ('threat', 'strong_threat')`,
  opportunity: Prisma.sql`n.impact IN ('opportunity', 'strong_opportunity')`,
};

function noteConditions(filter: NoteFilter): Prisma.Sql {
  return all([
    contains([Prisma.sql`n.title`, Prisma.sql`n.text`], filter.q),
    filter.kind && Prisma.sql`n.kind::text = ${filter.kind}`,
    filter.side && SIDE[filter.side],
    filter.credibility && Prisma.sql`n.credibility::text = ${filter.credibility}`,
    inRange(Prisma.sql`n.happened_on`, filter.from, filter.to),
    isOneOf(Prisma.sql`n.competitor_id`, filter.competitor),
    isOneOf(Prisma.sql`n.product_id`, filter.product),
    isOneOf(Prisma.sql`n.unit_id`, filter.region),
    isOneOf(Prisma.sql`n.author_id`, filter.owner),
  ]);
}

/** The list of market notes, the latest first where nothing else is asked for. */
export function noteListSql(params: NoteListParams): ListSql<NoteColumn> {
  const { sort: by = "-happenedOn" } = params;
  const where = noteConditions(params);
  return { select: COLUMNS, from: JOINS, where, sort: SORT, by, id: Prisma.sql`n.id` };
}

/** One page of the list of market notes. */
export function listNotes(tx: Tx, params: NoteListParams): Promise<MarketNote[]> {
  return listPage(tx, noteListSql(params), noteRow, params);
}

const totalsRow: z.ZodType<NoteTotals> = z.object({
  count: z.number(),
  threats: z.number(),
  opportunities: z.number(),
});

/** Counts of the filtered list. */
export async function noteTotals(tx: Tx, filter: NoteFilter): Promise<NoteTotals> {
  const rows = await tx.$queryRaw`
    SELECT count(*)::int AS count, (count(*) FILTER (WHERE ${SIDE.threat}))::int AS threats,
      (count(*) FILTER (WHERE ${SIDE.opportunity}))::int AS opportunities
    FROM ${JOINS} WHERE ${noteConditions(filter)}`;
  return z.tuple([totalsRow]).parse(rows)[0];
}

/** One note; undefined where there is none. */
export async function findNote(tx: Tx, id: string): Promise<MarketNote | undefined> {
  if (!isId(id)) return undefined;
  const rows = await tx.$queryRaw`SELECT ${COLUMNS} FROM ${JOINS} WHERE n.id = ${id}::uuid`;
  return z.array(noteRow).parse(rows)[0];
}

const marker = z.object({ at: businessDay, label: z.string() });

/** What a chart over `[from, to)` can mark: day and title, the latest 30. */
export async function noteMarkers(
  tx: Tx,
  { from, to }: { from: BusinessDate; to: BusinessDate },
): Promise<{ at: BusinessDate; label: string }[]> {
  const rows = await tx.$queryRaw`
    SELECT n.happened_on::text AS at, n.title AS label FROM market_note n
    WHERE n.happened_on >= ${from}::date AND n.happened_on < ${to}::date
    ORDER BY n.happened_on DESC, n.id DESC LIMIT 30`;
  return z.array(marker).parse(rows).reverse();
}
