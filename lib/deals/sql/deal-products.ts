import { all, isOneOf } from "@/lib/platform/db/fact-conditions";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { DealFilter } from "../schema";
import { ofShare } from "./deal-conditions";
import { credited } from "./deal-credit";

/** Does the filter ask for single products? The amounts of a deal are then those of their lines. */
export const isPerProduct = ({ product, category }: DealFilter): boolean =>
  (product ?? category) !== undefined;

/**
 * The amounts of a product `l` of the deal `d`, by the rule of the figures by product: of several
 * products each has its line's amount, a single one has the deal's. On a day in the past the deal was
 * worth what its history says, divided as its lines are now.
 */
export function productAmounts({ openOn }: DealFilter) {
  const several = (amount: Prisma.Sql, whole: Prisma.Sql) =>
    Prisma.sql`(CASE WHEN l.products > 1 THEN ${amount} ELSE ${whole} END)`;
  const inBase = Prisma.sql`l.amount * d.rate`;
  const part = openOn
    ? Prisma.sql`CASE WHEN d.past THEN d.expected_base_amount * l.amount / nullif(l.whole, 0) ELSE ${inBase} END`
    : inBase;
  return {
    expected: several(part, Prisma.sql`d.expected_base_amount`),
    booked: several(inBase, Prisma.sql`d.booked_base_amount`),
    expectedOwn: several(Prisma.sql`l.amount`, Prisma.sql`d.expected_amount`),
    bookedOwn: several(Prisma.sql`l.amount`, Prisma.sql`d.booked_amount`),
  };
}

/** The products of the deal `d`, a row `l` each; one row without a product for a deal without lines. */
const PRODUCTS = Prisma.sql`(SELECT 1 AS one) one
  LEFT JOIN (SELECT product_id, sum(amount) AS amount, count(*) OVER () AS products, sum(sum(amount)) OVER () AS whole
    FROM deal_line WHERE deal_id = d.id GROUP BY product_id) l ON true LEFT JOIN product p ON p.id = l.product_id`;

const askedFor = ({ product, category }: DealFilter) => [
  isOneOf(Prisma.sql`l.product_id`, product),
  isOneOf(Prisma.sql`p.category_id`, category),
];

/** The sum of an amount over the products of the deal `d` that the filter asks for. */
export const ofProducts = (filter: DealFilter, amount: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(SELECT sum(${amount}) FROM ${PRODUCTS} WHERE ${all(askedFor(filter))})`;

/** The same of what is credited to whom the filter asks for, each share rounded as in the figures. */
export function creditedOfProducts(
  filter: DealFilter,
  amount: Prisma.Sql,
  digits: number,
): Prisma.Sql {
  const share = all([Prisma.sql`c.id IS NOT NULL`, ofShare(filter)]);
  return Prisma.sql`(SELECT sum(${credited(amount, digits)}) FROM ${PRODUCTS}
    LEFT JOIN deal_split c ON d.is_shared AND c.deal_id = d.id
    WHERE ${all([Prisma.sql`(NOT d.is_shared OR ${share})`, ...askedFor(filter)])})`;
}
