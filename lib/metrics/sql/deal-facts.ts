import { Prisma } from "@/lib/platform/db/generated/client";

/**
 * A breakdown by product reads a deal once for each product on it. The amounts are then those of the
 * lines; a deal of one line keeps its own amounts. Counts are of deals that contain the product.
 */
export function perProduct(usesProduct: boolean) {
  if (!usesProduct)
    return {
      join: Prisma.empty,
      product: Prisma.sql`NULL::uuid`,
      expected: Prisma.sql`d.expected_base_amount`,
      booked: Prisma.sql`d.booked_base_amount`,
      share: Prisma.sql`1`,
    };
  return {
    join: Prisma.sql`LEFT JOIN (
      SELECT deal_id, product_id, sum(amount) AS amount, count(*) OVER (PARTITION BY deal_id) AS products,
        sum(sum(amount)) OVER (PARTITION BY deal_id) AS whole
      FROM deal_line GROUP BY deal_id, product_id) l ON l.deal_id = d.id`,
    product: Prisma.sql`l.product_id`,
    expected: Prisma.sql`CASE WHEN l.products > 1 THEN l.amount * d.rate ELSE d.expected_base_amount END`,
    booked: Prisma.sql`CASE WHEN l.products > 1 THEN l.amount * d.rate ELSE d.booked_base_amount END`,
    /** Of what the deal was worth at some time: as the lines divide it now. */
    share: Prisma.sql`CASE WHEN l.products > 1 THEN l.amount / nullif(l.whole, 0) ELSE 1 END`,
  };
}
