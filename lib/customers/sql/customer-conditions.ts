import {
  all,
  contains,
  customerContains,
  inOnePass,
  inRange,
  inRegion,
  inUnit,
  isOneOf,
  isOneOfWords,
  underManager,
} from "@/lib/platform/db/fact-conditions";
import { Prisma } from "@/lib/platform/db/generated/client";
import { activityOf, asksOfSales, type CustomerFilter } from "../schema";

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

function didThis(filter: CustomerFilter, whole: boolean): Prisma.Sql | undefined {
  const condition = salesCondition(filter);
  const sales = Prisma.sql`FROM sale s WHERE s.quantity > 0 AND ${condition}`;
  // Found once for all customers: one by one it is slow where a condition is.
  const among = (ids: Prisma.Sql) =>
    Prisma.sql`c.id IN (WITH did AS MATERIALIZED (SELECT s.customer_id ${ids}) SELECT customer_id FROM did)`;
  switch (activityOf(filter)) {
    case undefined:
      return undefined;
    case "new":
      return among(Prisma.sql`FROM customer_first_sale s WHERE ${condition}`);
    case "active":
      return among(Prisma.sql`${sales} GROUP BY s.customer_id`);
    case "repeat":
      return among(
        Prisma.sql`${sales} GROUP BY s.customer_id HAVING count(DISTINCT s.order_no) >= 2`,
      );
    case "none":
      return whole && !asksOfSales(filter)
        ? Prisma.sql`(c.id IN (SELECT s.customer_id FROM customer_first_sale s)) IS NOT TRUE`
        : Prisma.sql`NOT EXISTS (SELECT ${sales} AND s.customer_id = c.id)`;
  }
}

const SEARCHED = ["name", "name_en", "location", "external_id"].map((name) =>
  Prisma.raw(`c.${name}`),
);

/**
 * The filter of a list of customers as one SQL condition over `customer c`. `whole`: the reader sees every
 * customer, among whom an index finds a text; others have so few that each is looked at.
 */
export function customerConditions(filter: CustomerFilter, whole: boolean): Prisma.Sql {
  const own = { unit: Prisma.sql`c.unit_id`, day: Prisma.sql`(SELECT business_today())` };
  return all([
    whole ? inOnePass(customerContains(Prisma.sql`c.id`, filter.q)) : contains(SEARCHED, filter.q),
    isOneOf(Prisma.sql`c.segment_id`, filter.segment),
    filter.status && Prisma.sql`c.active = ${filter.status === "active"}`,
    isOneOfWords(Prisma.sql`c.sector`, filter.sector),
    isOneOf(Prisma.sql`c.owner_id`, filter.owner),
    isOneOf(Prisma.sql`c.parent_id`, filter.parent),
    activityOf(filter) === undefined ? inUnit(own, filter.unit, filter.direct) : undefined,
    didThis(filter, whole),
  ]);
}
