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
  page?: { from: Prisma.Sql; sort: Record<Column, Prisma.Sql> };
};

function allRows<Column extends string>(list: ListSql<Column>): Prisma.Sql {
  return Prisma.sql`SELECT ${list.select} FROM ${list.from} WHERE ${list.where} ${orderBy(list.by, list.sort, list.id, list.full)}`;
}

/** The rows of one page are chosen first, from as little as that takes, and then looked up. */
function pageRows<Column extends string>(
  list: ListSql<Column>,
  { limit, offset }: { limit: number; offset: number },
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

/** One page of the list. */
export async function listPage<Column extends string, Row>(
  tx: Tx,
  list: ListSql<Column>,
  row: z.ZodType<Row>,
  params: { page?: number; size?: number },
): Promise<Row[]> {
  return z.array(row).parse(await tx.$queryRaw(pageRows(list, pageWindow(params))));
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
