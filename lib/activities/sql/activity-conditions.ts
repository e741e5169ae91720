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
import { NONE } from "@/lib/shared/list-params";
import type { ActivityFilter } from "../schema";

/** The relations the conditions are about: `a` activity, `c` its customer, `d` its deal. */
export const ACTIVITY_SOURCE = Prisma.sql`activity a
  LEFT JOIN customer c ON c.id = a.customer_id LEFT JOIN deal d ON d.id = a.deal_id`;

export const OVERDUE = Prisma.sql`(a.status = 'planned' AND a.day < (SELECT business_today()))`;

const STATUS: Record<NonNullable<ActivityFilter["status"]>, Prisma.Sql> = {
  planned: Prisma.sql`a.status = 'planned'`,
  done: Prisma.sql`a.status = 'done'`,
  overdue: OVERDUE,
  due: Prisma.sql`(a.status = 'planned' AND a.day <= (SELECT business_today()))`,
};

/** The filter of a list of follow-ups as one SQL condition over `ACTIVITY_SOURCE`. */
export function activityConditions(filter: ActivityFilter): Prisma.Sql {
  const fact = { unit: Prisma.sql`a.unit_id`, day: Prisma.sql`a.day` };
  return all([
    contains(
      [
        ...[Prisma.sql`a.subject`, Prisma.sql`a.notes`, Prisma.sql`c.name`],
        ...[Prisma.sql`c.name_en`, Prisma.sql`d.title`],
      ],
      filter.q,
    ),
    filter.status && STATUS[filter.status],
    filter.kind && Prisma.sql`a.kind = ANY (${filter.kind}::activity_kind[])`,
    filter.outcome && Prisma.sql`a.outcome = ANY (${filter.outcome}::activity_outcome[])`,
    inRange(Prisma.sql`a.day`, filter.from, filter.to),
    inUnit(fact, filter.unit, filter.direct),
    inRegion(fact, filter.region),
    underManager(fact, filter.manager),
    isOneOf(Prisma.sql`a.owner_id`, filter.owner),
    isOneOf(Prisma.sql`a.customer_id`, filter.customer),
    isOneOf(Prisma.sql`a.deal_id`, filter.deal),
    withContact(filter.contact),
  ]);
}

/** One of the contacts took part; `none` among them: or nobody is named. */
function withContact(ids: ActivityFilter["contact"]): Prisma.Sql | undefined {
  if (ids === undefined) return undefined;
  const known = ids.filter((id) => id !== NONE);
  const some = Prisma.sql`a.id IN (SELECT p.activity_id FROM activity_contact p WHERE p.contact_id = ANY (${known}::uuid[]))`;
  if (known.length === ids.length) return some;
  return Prisma.sql`(${some} OR NOT EXISTS (SELECT FROM activity_contact p WHERE p.activity_id = a.id))`;
}
