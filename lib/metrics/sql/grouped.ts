import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { AppError } from "@/lib/platform/errors";
import type { Period } from "@/lib/shared/period";
import type { Dimension, Grain, Kept } from "../domain/dimensions";
import type { Parts } from "../domain/parts";
import { type BucketCalendar, bucketSql } from "./buckets";
import { type Breakdown, dimensionSql, type Filter } from "./dimensions";
import { rangesSql } from "./ranges";

/** What all analytical queries of the engine are asked for. */
export type Question = {
  ranges: readonly Period[];
  by?: Dimension;
  kept?: Kept;
  /** A second breakdown: every group is of one member of each. */
  across?: Breakdown;
  grain?: Grain;
  where: Filter;
  calendar: BucketCalendar;
  /** More groups than this are refused. */
  most?: number;
  /** Only the groups with the most of these parts, added up; each then has the number of all as `groups`. */
  top?: Top;
};

/** There are more groups than were asked for: a customer each of hundreds of thousands, a day each of centuries. */
export class TooManyGroups extends AppError {
  constructor() {
    super("tooManyGroups");
  }
}

/** `names` are names of parts as the sources write them, never anything typed. */
export type Top = { names: readonly string[]; limit: number; offset: number };

/** One group: which range, which value of the dimension, which bucket, and the parts its figures are made of. */
export type Group = {
  range: number;
  key: string | null;
  /** The member of the second breakdown; null without one. */
  across: string | null;
  bucket: string | null;
  parts: Parts;
};

type Source = {
  /** Selects `no` (the range), `day` and the columns the dimensions need, from the ranges `r`. */
  fact: (usesProduct: boolean) => Prisma.Sql;
  /** Aggregates over the fact under the name `x`. */
  parts: Prisma.Sql;
  /** Where parts are counted over customers rather than facts: facts are first folded to one row a customer. */
  perCustomer?: Prisma.Sql;
  /** Condition on aggregates over `x` that a group must meet. */
  having?: Prisma.Sql;
};

const row = z
  .object({
    range: z.number(),
    key: z.string().nullable(),
    across: z.string().nullable(),
    bucket: z.string().nullable(),
  })
  .catchall(z.number().nullable());

/** Groups a source's facts by range, dimension and bucket in one query. @throws TooManyGroups */
export async function grouped(tx: Tx, question: Question, source: Source): Promise<Group[]> {
  const { joins, key, across, filter, usesProduct } = dimensionSql(
    question.by,
    question.where,
    question,
  );
  const bucket = Prisma.sql`(${bucketSql(question.grain, question.calendar)})::text`;
  const fact = Prisma.sql`WITH ${rangesSql(question.ranges)}, x AS (${source.fact(usesProduct)})`;
  const from = Prisma.sql`FROM x ${joins} WHERE ${filter}`;
  const { most } = question;
  const limit = most === undefined ? Prisma.empty : Prisma.sql`LIMIT ${most + 1}`;
  const sql = source.perCustomer
    ? Prisma.sql`${fact}, y AS (SELECT x.no AS range, ${key} AS key, ${across} AS across, ${bucket} AS bucket, ${source.perCustomer}
        ${from} GROUP BY 1, 2, 3, 4, x.customer_id)
        SELECT range, key, across, bucket, ${source.parts} FROM y GROUP BY 1, 2, 3, 4 ${limit}`
    : Prisma.sql`${fact} SELECT x.no AS range, ${key} AS key, ${across} AS across, ${bucket} AS bucket, ${source.parts}
        ${from} GROUP BY 1, 2, 3, 4 HAVING ${source.having ?? Prisma.sql`true`} ${limit}`;
  const found = question.top ? largest(sql, question.top) : sql;
  const rows = z.array(row).parse(await tx.$queryRaw(found));
  if (most !== undefined && rows.length > most) throw new TooManyGroups();
  return rows.map(({ range, key, across, bucket, ...parts }) => ({
    ...{ range, key, across, bucket, parts },
  }));
}

function largest(sql: Prisma.Sql, { names, limit, offset }: Top): Prisma.Sql {
  const added = names.map((name) => Prisma.raw(`coalesce(g."${name}", 0)`));
  return Prisma.sql`SELECT g.*, (count(*) OVER ())::float8 AS groups FROM (${sql}) g
    ORDER BY ${Prisma.join(added, " + ")} DESC, g.key LIMIT ${limit} OFFSET ${offset}`;
}
