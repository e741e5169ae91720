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
import { NONE } from "@/lib/shared/list-params";
import type { FeedbackFilter } from "../schema";

/** The relations the conditions are about: `f` feedback, `c` its customer, `p` its product. */
export const FEEDBACK_SOURCE = Prisma.sql`feedback f
  LEFT JOIN customer c ON c.id = f.customer_id LEFT JOIN product p ON p.id = f.product_id`;

function hasTheme(themes: readonly string[] | undefined) {
  if (themes === undefined) return undefined;
  const known = themes.filter((id) => id !== NONE);
  const some = Prisma.sql`EXISTS (SELECT FROM feedback_tag g WHERE g.feedback_id = f.id AND g.theme_id = ANY (${known}::uuid[]))`;
  if (known.length === themes.length) return some;
  return Prisma.sql`(${some} OR NOT EXISTS (SELECT FROM feedback_tag g WHERE g.feedback_id = f.id))`;
}

const word = (column: Prisma.Sql, words: readonly string[] | undefined) =>
  words && Prisma.sql`${column}::text = ANY (${[...words]}::text[])`;

/** The filter of a list of feedback as one SQL condition over `FEEDBACK_SOURCE`. */
export function feedbackConditions(filter: FeedbackFilter): Prisma.Sql {
  const fact = { unit: Prisma.sql`f.unit_id`, day: Prisma.sql`f.given_on` };
  return all([
    contains(
      [Prisma.sql`f.text`, Prisma.sql`f.contact`, Prisma.sql`c.name`, Prisma.sql`c.name_en`],
      filter.q,
    ),
    word(Prisma.sql`f.kind`, filter.kind),
    word(Prisma.sql`f.status`, filter.status),
    word(Prisma.sql`f.severity`, filter.severity),
    word(Prisma.sql`f.channel`, filter.channel),
    filter.open ? Prisma.sql`f.status <> 'resolved'` : undefined,
    filter.answered ? Prisma.sql`f.acknowledged_at IS NOT NULL` : undefined,
    filter.solved ? Prisma.sql`f.resolved_at IS NOT NULL` : undefined,
    filter.mentioned ? Prisma.sql`f.competitor_id IS NOT NULL` : undefined,
    inRange(Prisma.sql`f.given_on`, filter.from, filter.to),
    inUnit(fact, filter.unit, filter.direct),
    inRegion(fact, filter.region),
    underManager(fact, filter.manager),
    isOneOf(Prisma.sql`f.owner_id`, filter.owner),
    isOneOf(Prisma.sql`f.customer_id`, filter.customer),
    isOneOfWords(Prisma.sql`c.sector`, filter.sector),
    isOneOf(Prisma.sql`c.segment_id`, filter.segment),
    isOneOf(Prisma.sql`f.deal_id`, filter.deal),
    isOneOf(Prisma.sql`f.product_id`, filter.product),
    isOneOf(Prisma.sql`p.category_id`, filter.category),
    isOneOf(Prisma.sql`f.competitor_id`, filter.competitor),
    hasTheme(filter.theme),
  ]);
}
