import { Prisma } from "@/lib/platform/db/generated/client";

/**
 * A shared deal is one fact for each share: credited to the share's rep and unit, with its part of the
 * amounts and of the deal itself, so that it counts once for whoever is above all who share it. Row
 * security shows a reader the shares that are theirs; a shared deal without one is none of theirs.
 * Joined to a deal `d` as `c`, with `CREDITED` as a condition.
 */
export const CREDIT = Prisma.sql`LEFT JOIN deal_split c ON d.is_shared AND c.deal_id = d.id`;
export const CREDITED = Prisma.sql`(NOT d.is_shared OR c.id IS NOT NULL)`;

/** Of one deal: 1 where it is not shared. */
export const WEIGHT = Prisma.sql`coalesce(c.share_to - c.share_from, 1)`;

/**
 * The share's part of an amount, cut at its marks as lib/deals/domain/split.ts does: the parts of all
 * shares sum to the amount exactly.
 */
export function credited(amount: Prisma.Sql, digits: number): Prisma.Sql {
  return Prisma.sql`CASE WHEN c.id IS NULL THEN ${amount}
    ELSE CASE WHEN c.share_to = 1 THEN ${amount} ELSE round(${amount} * c.share_to, ${digits}::int) END
      - round(${amount} * c.share_from, ${digits}::int) END`;
}
