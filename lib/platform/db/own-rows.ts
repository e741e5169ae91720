import { Prisma } from "./generated/client";

/**
 * The rows of a person who does not see everything, said so that an index finds them. Row security decides
 * whatever a query says; its condition, which also lets admins through, can only be checked row by row.
 */
const me = Prisma.sql`(SELECT app_user_id())`;
const units = Prisma.sql`((SELECT app_unit_ids())::uuid[])`;
const past = Prisma.sql`((SELECT app_past_unit_ids())::uuid[])`;

const CONDITIONS = {
  customer: Prisma.sql`(own.owner_id = ${me} OR own.unit_id = ANY (${units}) OR own.id = ANY (ARRAY(SELECT app_customers_met())))`,
  deal: Prisma.sql`(own.owner_id = ${me} OR own.unit_id = ANY (${units}) OR own.unit_id = ANY (${past})
    OR own.id = ANY ((SELECT app_shared_deal_ids())::uuid[]))`,
  sale: Prisma.sql`(own.owner_id = ${me} OR own.unit_id = ANY (${units}) OR own.unit_id = ANY (${past}))`,
};

/** The table, or where the reader does not see the `whole` of it what may be theirs. */
export function rowsOf(table: keyof typeof CONDITIONS, whole: boolean): Prisma.Sql {
  const name = Prisma.raw(table);
  return whole ? name : Prisma.sql`(SELECT own.* FROM ${name} own WHERE ${CONDITIONS[table]})`;
}
