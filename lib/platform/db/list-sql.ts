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
  /** Unique, so that pages never overlap. */
  id: Prisma.Sql;
};

function allRows<Column extends string>(list: ListSql<Column>): Prisma.Sql {
  return Prisma.sql`SELECT ${list.select} FROM ${list.from} WHERE ${list.where} ${orderBy(list.by, list.sort, list.id)}`;
}

/** One page of the list. */
export async function listPage<Column extends string, Row>(
  tx: Tx,
  list: ListSql<Column>,
  row: z.ZodType<Row>,
  params: { page?: number; size?: number },
): Promise<Row[]> {
  const { limit, offset } = pageWindow(params);
  return z.array(row).parse(await tx.$queryRaw`${allRows(list)} LIMIT ${limit} OFFSET ${offset}`);
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
