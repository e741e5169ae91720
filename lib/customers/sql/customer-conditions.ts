import {
  all,
  contains,
  inRange,
  inRegion,
  inUnit,
  isOneOf,
  isOneOfWords,
  underManager,
} from "@/lib/platform/db/fact-conditions";
import { Prisma } from "@/lib/platform/db/generated/client";
import { activityOf, type CustomerFilter } from "../schema";

/** The filters about sales as a condition over `s`, a sale or a customer's first one. */
export function salesCondition(filter: CustomerFilter): Prisma.Sql {
  const fact = { unit: Prisma.sql`s.unit_id`, day: Prisma.sql`s.sold_on` };
  const category = Prisma.sql`(SELECT p.category_id FROM product p WHERE p.id = s.product_id)`;
  return all([
    inRange(Prisma.sql`s.sold_on`, filter.from, filter.to),
    activityOf(filter) && inUnit(fact, filter.unit, filter.direct),
    inRegion(fact, filter.region),
    underManager(fact, filter.manager),
    isOneOf(Prisma.sql`s.owner_id`, filter.rep),
    isOneOf(Prisma.sql`s.product_id`, filter.product),
    isOneOf(category, filter.category),
  ]);
}

function didThis(filter: CustomerFilter): Prisma.Sql | undefined {
  const condition = salesCondition(filter);
  const sales = Prisma.sql`FROM sale s WHERE s.customer_id = c.id AND s.quantity > 0 AND ${condition}`;
  switch (activityOf(filter)) {
    case undefined:
      return undefined;
    case "new":
      return Prisma.sql`EXISTS (SELECT FROM customer_first_sale s WHERE s.customer_id = c.id AND ${condition})`;
    case "active":
      return Prisma.sql`EXISTS (SELECT ${sales})`;
    case "repeat":
      return Prisma.sql`(SELECT count(DISTINCT s.order_no) ${sales}) >= 2`;
    case "none":
      return Prisma.sql`NOT EXISTS (SELECT ${sales})`;
  }
}

/** The filter of a list of customers as one SQL condition over `customer c`. */
export function customerConditions(filter: CustomerFilter): Prisma.Sql {
  const own = { unit: Prisma.sql`c.unit_id`, day: Prisma.sql`(SELECT business_today())` };
  return all([
    contains(
      [
        Prisma.sql`c.name`,
        Prisma.sql`c.name_en`,
        Prisma.sql`c.location`,
        Prisma.sql`c.external_id`,
      ],
      filter.q,
    ),
    isOneOf(Prisma.sql`c.segment_id`, filter.segment),
    filter.status && Prisma.sql`c.active = ${filter.status === "active"}`,
    isOneOfWords(Prisma.sql`c.sector`, filter.sector),
    isOneOf(Prisma.sql`c.owner_id`, filter.owner),
    isOneOf(Prisma.sql`c.parent_id`, filter.parent),
    activityOf(filter) === undefined ? inUnit(own, filter.unit, filter.direct) : undefined,
    didThis(filter),
  ]);
}
