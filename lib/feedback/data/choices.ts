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
