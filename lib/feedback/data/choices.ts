import type { Tx } from "@/lib/platform/db/access";

const NAMES = { id: true, name: true, nameEn: true } as const;

/** The competitors in use; a company has a few dozen at most. */
export function competitorChoices(tx: Tx) {
  return tx.competitor.findMany({
    where: { active: true },
    orderBy: { name: "asc" },
    select: NAMES,
    take: 200,
  });
}

/** The deal and customer new feedback is about; what may not be seen is null. */
export async function sourcesOf(tx: Tx, about: { deal?: string; customer?: string }) {
  const deal = about.deal
    ? await tx.deal.findUnique({
        where: { id: about.deal },
        select: { id: true, title: true, customerId: true },
      })
    : null;
  const id = about.customer ?? deal?.customerId;
  const customer = id ? await tx.customer.findUnique({ where: { id }, select: NAMES }) : null;
  return { deal, customer };
}
