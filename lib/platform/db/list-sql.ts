import { z } from "zod";
import { pageWindow, type Sort } from "@/lib/shared/list-params";
import type { Tx } from "./access";
import { eachBatch } from "./each-batch";
import { orderBy } from "./fact-conditions";
import { Prisma } from "./generated/client";

/** A list in SQL: what is selected of which relations, on what condition and in what order. */
export type ListSql<Column extends string> = {
  select: Prisma.Sql;
  from: Prisma.Sql;
  where: Prisma.Sql;
  /** What each sortable column is sorted by. */
  sort: Record<Column, Prisma.Sql>;
  by: Sort<Column>;
  /** Columns without blanks. */
  full?: readonly Column[];
  /** Unique, so that pages never overlap. */
  id: Prisma.Sql;
  /** What the table is partitioned by. */
  part?: Prisma.Sql;
  /** For one page: the relations that `where` and `sort` need; the rest is looked up for its rows. */
  page?: {
    from: Prisma.Sql;
    sort: Record<Column, Prisma.Sql>;
    /**
     * Where `from` (with `also`, other rows of the same columns) holds only the rows with a value to sort
     * by: the others, in the order of their ids, after those or `first`. It saves joining and sorting all
     * that have none.
     */
    also?: Prisma.Sql;
    without?: { from: Prisma.Sql; where: Prisma.Sql; first: boolean };
  };
};
type Window = { limit: number; offset: number };

function allRows<Column extends string>(list: ListSql<Column>): Prisma.Sql {
  return Prisma.sql`SELECT ${list.select} FROM ${list.from} WHERE ${list.where} ${orderBy(list.by, list.sort, list.id, list.full)}`;
}

/** The rows of one page are chosen first, from as little as that takes, and then looked up. */
function pageRows<Column extends string>(
  list: ListSql<Column>,
  { limit, offset }: Window,
): Prisma.Sql {
  const { from, sort } = list.page ?? list;
  const part = list.part ?? Prisma.sql`NULL`;
  const same = list.part ? Prisma.sql`AND ${list.part} = page.part` : Prisma.empty;
  return Prisma.sql`SELECT ${list.select}
    FROM (SELECT chosen.*, row_number() OVER () AS place FROM (
      SELECT ${list.id} AS id, ${part} AS part FROM ${from} WHERE ${list.where}
      ${orderBy(list.by, sort, list.id, list.full)} LIMIT ${limit} OFFSET ${offset}) chosen) page
    JOIN (${list.from}) ON ${list.id} = page.id ${same} ORDER BY page.place`;
}

/** A part of the list whose rows are chosen apart: those with a value to sort by, or those without. */
type Part = {
  from: readonly Prisma.Sql[];
  where: Prisma.Sql;
  /** What it is sorted by, as `key` and `id`. */
  key: Prisma.Sql;
  order: (key: Prisma.Sql, id: Prisma.Sql) => Prisma.Sql;
};

function partsOf<Column extends string>(list: ListSql<Column>): [Part, Part] | null {
  const { page, by, where } = list;
  if (!page?.without) return null;
  const column = by.replace("-", "") as Column;
  const valued: Part = {
    from: page.also ? [page.from, page.also] : [page.from],
    where,
    key: page.sort[column],
    order: (key, unique) => orderBy(by, { ...page.sort, [column]: key }, unique, [column]),
  };
  const blank: Part = {
    from: [page.without.from],
    where: Prisma.sql`${where} AND ${page.without.where}`,
    key: Prisma.sql`NULL::int`,
    order: (_, unique) =>
      Prisma.sql`ORDER BY ${unique} ${by.startsWith("-") ? Prisma.sql`DESC` : Prisma.empty}`,
  };
  return page.without.first ? [blank, valued] : [valued, blank];
}

/** The ids of a part in its order: of each of its sources as many as may be needed. */
function chosenFrom(id: Prisma.Sql, { from, where, key, order }: Part, { limit, offset }: Window) {
  const sources = from.map(
    (source) =>
      Prisma.sql`(SELECT ${id} AS id, ${key} AS key FROM ${source} WHERE ${where} ${order(key, id)} LIMIT ${limit + offset})`,
  );
  return Prisma.sql`SELECT u.id::text FROM (${Prisma.join(sources, " UNION ALL ")}) u
    ${order(Prisma.sql`u.key`, Prisma.sql`u.id`)} LIMIT ${limit} OFFSET ${offset}`;
}

const ids = z.array(z.object({ id: z.string() }));
const onePass = z.tuple([
  z.object({
    ids: z.array(z.string()).nullable(),
    parts: z.array(z.string().nullable()).nullable(),
  }),
]);
const count = z.tuple([z.object({ count: z.number() })]);

/** The ids of one page, of the first part as long as there are any. */
async function idsOf(
  tx: Tx,
  id: Prisma.Sql,
  [first, second]: [Part, Part],
  { limit, offset }: Window,
): Promise<string[]> {
  const chosen = async (part: Part, take: number, skip: number) =>
    ids
      .parse(await tx.$queryRaw(chosenFrom(id, part, { limit: take, offset: skip })))
      .map((row) => row.id);
  const found = await chosen(first, limit, offset);
  if (found.length === limit) return found;
  let before = offset + found.length;
  if (found.length === 0 && offset > 0) {
    const counts = first.from.map(
      (source) => Prisma.sql`(SELECT count(*) FROM ${source} WHERE ${first.where})`,
    );
    const rows = await tx.$queryRaw`SELECT (${Prisma.join(counts, " + ")})::int AS count`;
    before = count.parse(rows)[0].count;
  }
  const skip = Math.max(0, offset - before);
  return [...found, ...(await chosen(second, limit - found.length, skip))];
}

/** One page of the list. */
export async function listPage<Column extends string, Row>(
  tx: Tx,
  list: ListSql<Column>,
  row: z.ZodType<Row>,
  params: { page?: number; size?: number },
): Promise<Row[]> {
  const window = pageWindow(params);
  const parts = partsOf(list);
  if (!parts) return z.array(row).parse(await tx.$queryRaw(pageRows(list, window)));
  const chosen = await idsOf(tx, list.id, parts, window);
  const rows = await tx.$queryRaw`SELECT ${list.select}
    FROM unnest(${chosen}::uuid[]) WITH ORDINALITY AS page (id, place)
    JOIN (${list.from}) ON ${list.id} = page.id ORDER BY page.place`;
  return z.array(row).parse(rows);
}

/** Sums over all rows of a list: `of` names what each row brings in, `sums` are aggregates over `hit`. */
export type ListSums = { of: Prisma.Sql; sums: Prisma.Sql };

/**
 * One page and the totals of all in one pass over the rows that fulfil the condition, for conditions that
 * are the costly part, or leave so little that no order leads to it soon. `page.from` holds all rows;
 * `before`: relations to begin with.
 */
export async function pageWithTotals<Column extends string, Row, Totals>(
  tx: Tx,
  list: ListSql<Column>,
  shape: { row: z.ZodType<Row>; totals: z.ZodType<Totals> },
  params: { page?: number; size?: number },
  { of, sums, before = Prisma.empty }: ListSums & { before?: Prisma.Sql },
): Promise<{ rows: Row[]; totals: Totals }> {
  const { limit, offset } = pageWindow(params);
  const { from, sort } = list.page ?? list;
  const column = list.by.replace("-", "") as Column;
  const key = { ...sort, [column]: Prisma.sql`hit.key` };
  const part = list.part ?? Prisma.sql`NULL::date`;
  const found = await tx.$queryRaw`WITH ${before} hit AS MATERIALIZED (
      SELECT ${list.id} AS id, ${part} AS part, ${sort[column]} AS key, ${of} FROM ${from} WHERE ${list.where}),
      chosen AS MATERIALIZED (SELECT hit.id, hit.part FROM hit ${orderBy(list.by, key, Prisma.sql`hit.id`, list.full)} LIMIT ${limit} OFFSET ${offset})
    SELECT ${sums}, (SELECT array_agg(chosen.id::text) FROM chosen) AS ids, (SELECT array_agg(chosen.part::text) FROM chosen) AS parts FROM hit`;
  const [{ ids: chosen, parts }] = onePass.parse(found);
  const same = list.part ? Prisma.sql`AND ${list.part} = page.part` : Prisma.empty;
  const rows = await tx.$queryRaw`SELECT ${list.select}
    FROM unnest(${chosen ?? []}::uuid[], ${parts ?? []}::date[]) WITH ORDINALITY AS page (id, part, place)
    JOIN (${list.from}) ON ${list.id} = page.id ${same} ORDER BY page.place`;
  return {
    rows: z.array(shape.row).parse(rows),
    totals: z.tuple([shape.totals]).parse(found)[0],
  };
}

/** Hands over every row of the list in its order, a batch at a time; for exports. */
export function eachRow<Column extends string, Row>(
  tx: Tx,
  list: ListSql<Column>,
  row: z.ZodType<Row>,
  use: (rows: readonly Row[]) => Promise<void>,
): Promise<void> {
  return eachBatch(tx, allRows(list), (rows) => use(z.array(row).parse(rows)));
}
