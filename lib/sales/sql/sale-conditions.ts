import {
  all,
  contains,
  customerContains,
  inBounds,
  inRange,
  inRegion,
  inUnit,
  isOneOf,
  isOneOfWords,
  underManager,
} from "@/lib/platform/db/fact-conditions";
import { Prisma } from "@/lib/platform/db/generated/client";
import { rowsOf } from "@/lib/platform/db/own-rows";
import type { SaleFilter } from "../schema";

/**
 * The relations the conditions are about: `s` sale, `c` its customer, `p` its product, `d` its deal.
 * `whole`: the reader sees every sale, or asks for so few that it does not matter. Of a text `q`
 * also the customers named by it.
 */
export function saleSource(whole = true, q?: string): Prisma.Sql {
  return Prisma.sql`${rowsOf("sale", whole)} s
    LEFT JOIN ${rowsOf("customer", whole)} c ON c.id = s.customer_id
    LEFT JOIN product p ON p.id = s.product_id
    LEFT JOIN ${rowsOf("deal", whole)} d ON d.id = s.deal_id ${whole || q === undefined ? Prisma.empty : named(q)}`;
}

const CUSTOMER = [Prisma.sql`c.name`, Prisma.sql`c.name_en`];

/** The reader's own customers `nc` whose name contains a text: found once, not line by line. */
function named(q: string): Prisma.Sql {
  return Prisma.sql`LEFT JOIN (SELECT c.id FROM ${rowsOf("customer", false)} c WHERE ${contains(CUSTOMER, q)}) nc ON nc.id = s.customer_id`;
}

const KIND: Record<NonNullable<SaleFilter["kind"]>, Prisma.Sql> = {
  sale: Prisma.sql`s.quantity > 0`,
  return: Prisma.sql`s.quantity < 0`,
};

/** Where the reader sees the `whole`, an index finds the customers; others have so few that each is looked at. */
function saleContains(text: string | undefined, whole: boolean) {
  const names = ["s.order_no", "s.external_id", "p.name", "p.name_en"].map((name) =>
    Prisma.raw(name),
  );
  const own = contains(names, text);
  const customer = whole
    ? customerContains(Prisma.sql`s.customer_id`, text, true)
    : Prisma.sql`nc.id IS NOT NULL`;
  return own && Prisma.sql`(${own} OR ${customer})`;
}

/** The filter of a list of sales as one SQL condition over `saleSource`. */
export function saleConditions(filter: SaleFilter, whole = true): Prisma.Sql {
  const fact = { unit: Prisma.sql`s.unit_id`, day: Prisma.sql`s.sold_on` };
  return all([
    saleContains(filter.q, whole),
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
