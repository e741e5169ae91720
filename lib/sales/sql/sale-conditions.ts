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
 * `whole`: the reader sees every sale, or asks for so few that it does not matter.
 */
export function saleSource(whole = true): Prisma.Sql {
  return Prisma.sql`${rowsOf("sale", whole)} s
    LEFT JOIN ${rowsOf("customer", whole)} c ON c.id = s.customer_id
    LEFT JOIN product p ON p.id = s.product_id
    LEFT JOIN ${rowsOf("deal", whole)} d ON d.id = s.deal_id`;
}

const KIND: Record<NonNullable<SaleFilter["kind"]>, Prisma.Sql> = {
  sale: Prisma.sql`s.quantity > 0`,
  return: Prisma.sql`s.quantity < 0`,
};

function saleContains(text: string | undefined) {
  const own = contains(
    [Prisma.sql`s.order_no`, Prisma.sql`s.external_id`, Prisma.sql`p.name`, Prisma.sql`p.name_en`],
    text,
  );
  return own && Prisma.sql`(${own} OR ${customerContains(Prisma.sql`s.customer_id`, text, true)})`;
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
