import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { Period } from "@/lib/shared/period";
import { CUSTOMER_MOVES, type CustomerMove } from "../domain/customer-bridge";
import { dimensionSql, type Filter } from "./dimensions";

const row = z.object({
  key: z.string().nullable(),
  before: z.number().nullable(),
  now: z.number().nullable(),
});

const sum = z.object({
  move: z.enum([...CUSTOMER_MOVES, "none", "unnamed"]),
  customers: z.number(),
  before: z.number().nullable(),
  now: z.number().nullable(),
});

const MOVE = Prisma.sql`CASE WHEN y.customer_id IS NULL THEN 'unnamed' WHEN before IS NULL THEN 'new'
  WHEN now IS NULL THEN 'lost' WHEN now > before THEN 'grown' WHEN now < before THEN 'shrunk' ELSE 'none' END`;

type Asked = { now: Period; before: Period; where: Filter };

function perCustomer({ now, before, where }: Asked): Prisma.Sql {
  const { joins, filter } = dimensionSql(undefined, where);
  const lines = (no: number, { from, to }: Period) => Prisma.sql`
    SELECT ${no}::int AS no, sold_on AS day, unit_id, owner_id, product_id, customer_id, NULL::uuid AS stage_id, base_amount
    FROM sale WHERE sold_on >= ${from}::date AND sold_on < ${to}::date`;
  return Prisma.sql`WITH x AS (${lines(0, now)} UNION ALL ${lines(1, before)}),
    y AS (SELECT x.customer_id, (sum(x.base_amount) FILTER (WHERE x.no = 0))::float8 AS now,
      (sum(x.base_amount) FILTER (WHERE x.no = 1))::float8 AS before
      FROM x ${joins} WHERE ${filter} GROUP BY 1)`;
}

/**
 * Revenue of the customers whose revenue differs most between two periods, at most `limit`; null: no
 * sale in that period. `key` null stands for sales without a customer.
 */
export async function largestCustomerMoves(tx: Tx, asked: Asked, limit: number) {
  const rows = await tx.$queryRaw`${perCustomer(asked)}
    SELECT y.customer_id::text AS key, before, now FROM y
    ORDER BY abs(coalesce(now, 0) - coalesce(before, 0)) DESC, y.customer_id LIMIT ${limit}`;
  return z.array(row).parse(rows);
}

/** Revenue of both periods by what became of the customer: new, grown, shrunk, lost; however many there are. */
export async function customerMoves(tx: Tx, asked: Asked) {
  const rows = await tx.$queryRaw`${perCustomer(asked)}
    SELECT ${MOVE} AS move, count(*)::int AS customers, sum(before)::float8 AS before, sum(now)::float8 AS now
    FROM y GROUP BY 1`;
  return z.array(sum).parse(rows);
}

/** The customers that moved one way, the largest difference first. */
export async function customersOfMove(
  tx: Tx,
  asked: Asked,
  move: CustomerMove,
  { limit, offset }: { limit: number; offset: number },
) {
  const rows = await tx.$queryRaw`${perCustomer(asked)}
    SELECT y.customer_id::text AS key, before, now FROM y WHERE ${MOVE} = ${move}
    ORDER BY abs(coalesce(now, 0) - coalesce(before, 0)) DESC, y.customer_id
    LIMIT ${limit}::int OFFSET ${offset}::int`;
  return z.array(row).parse(rows);
}
