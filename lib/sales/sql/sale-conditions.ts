import {
  all,
  contains,
  inBounds,
  inRange,
  inRegion,
  inUnit,
  isOneOf,
  isOneOfWords,
  likePattern,
  underManager,
} from "@/lib/platform/db/fact-conditions";
import { Prisma } from "@/lib/platform/db/generated/client";
import { rowsOf } from "@/lib/platform/db/own-rows";
import type { SaleFilter } from "../schema";

/**
 * The relations the conditions are about: `s` sale, `c` its customer, `p` its product, `d` its deal.
 * `whole`: the reader sees every sale, or asks for so few that it does not matter. With a text `q` also what
 * has it in its name.
 */
export function saleSource(whole = true, q?: string): Prisma.Sql {
  return Prisma.sql`${rowsOf("sale", whole)} s
    LEFT JOIN ${rowsOf("customer", whole)} c ON c.id = s.customer_id
    LEFT JOIN product p ON p.id = s.product_id
    LEFT JOIN ${rowsOf("deal", whole)} d ON d.id = s.deal_id ${q === undefined ? Prisma.empty : named(q, whole)}`;
}

const PRODUCT = [Prisma.sql`p.name`, Prisma.sql`p.name_en`];
const CUSTOMER = [Prisma.sql`c.name`, Prisma.sql`c.name_en`];

/**
 * The products `np` and customers `nc` whose name contains a text: found once, not line by line. Where the
 * reader sees the `whole` an index finds the customers; others have so few that each is looked at.
 */
function named(q: string, whole: boolean): Prisma.Sql {
  const customers = whole
    ? Prisma.sql`(SELECT id FROM customers_containing(${likePattern(q)}, ${q}, true) found (id))`
    : Prisma.sql`(SELECT c.id FROM ${rowsOf("customer", false)} c WHERE ${contains(CUSTOMER, q)})`;
  return Prisma.sql`LEFT JOIN (SELECT p.id FROM product p WHERE ${contains(PRODUCT, q)}) np ON np.id = s.product_id
    LEFT JOIN ${customers} nc ON nc.id = s.customer_id`;
}

const KIND: Record<NonNullable<SaleFilter["kind"]>, Prisma.Sql> = {
  sale: Prisma.sql`s.quantity > 0`,
  return: Prisma.sql`s.quantity < 0`,
};

function saleContains(text: string | undefined) {
  const own = contains([Prisma.sql`s.order_no`, Prisma.sql`s.external_id`], text);
  return own && Prisma.sql`(np.id IS NOT NULL OR nc.id IS NOT NULL OR ${own})`;
}

/** The filter of a list of sales as one SQL condition over `saleSource`. */
export function saleConditions(filter: SaleFilter): Prisma.Sql {
  const fact = { unit: Prisma.sql`s.unit_id`, day: Prisma.sql`s.sold_on` };
  return all([
    saleContains(filter.q),
    inRange(Prisma.sql`s.sold_on`, filter.from, filter.to),
    filter.kind && KIND[filter.kind],
    inUnit(fact, filter.unit, filter.direct),
    inRegion(fact, filter.region),
    isOneOf(Prisma.sql`s.owner_id`, filter.owner),
    underManager(fact, filter.manager),
    isOneOf(Prisma.sql`s.product_id`, filter.product),
    isOneOf(Prisma.sql`p.category_id`, filter.category),
    isOneOf(Prisma.sql`s.customer_id`, filter.customer),
    isOneOfWords(Prisma.sql`c.sector`, filter.sector),
    isOneOf(Prisma.sql`c.segment_id`, filter.segment),
    isOneOf(Prisma.sql`s.deal_id`, filter.deal),
    isOneOf(Prisma.sql`d.stage_id`, filter.stage),
    isOneOfWords(Prisma.sql`s.order_no`, filter.order),
    inBounds(Prisma.sql`s.base_amount`, filter.min, filter.max),
  ]);
}
