import { addMonths, type BusinessDate, diffDays } from "@/lib/shared/business-date";

/** How many customers whose first order was in `cohort` ordered in `month`; both are first days of months. */
export type CohortCount = { cohort: BusinessDate; month: BusinessDate; active: number };

export type CohortCell = { month: BusinessDate; active: number; share: number };

export type Cohort = {
  month: BusinessDate;
  /** Customers whose first order of all was in that month. */
  size: number;
  /** Of the months after it, the next one first. */
  later: CohortCell[];
};

/**
 * The cohort table: active in month t ÷ cohort size. Months that are not over by `asOf` are left out,
 * because a part of a month looks like a loss; a month without an order is 0. Cohorts of nobody are
 * left out too.
 */
export function cohortTable(
  sizes: readonly { cohort: BusinessDate; size: number }[],
  counts: readonly CohortCount[],
  asOf: BusinessDate,
): Cohort[] {
  const active = new Map(counts.map((one) => [`${one.cohort} ${one.month}`, one.active]));
  return sizes.flatMap(({ cohort, size }) => {
    if (size === 0) return [];
    const later: CohortCell[] = [];
    for (let month = addMonths(cohort, 1); isOver(month, asOf); month = addMonths(month, 1)) {
      const count = active.get(`${cohort} ${month}`) ?? 0;
      later.push({ month, active: count, share: count / size });
    }
    return [{ month: cohort, size, later }];
  });
}

const isOver = (month: BusinessDate, asOf: BusinessDate) =>
  diffDays(addMonths(month, 1), asOf) >= -1;

/** Of all cohorts together, the share active so many months on: a ratio of sums over the cohorts old enough. */
export function retentionAfter(cohorts: readonly Cohort[], months: number): number | null {
  const known = cohorts.filter(({ later }) => later.length >= months);
  const size = known.reduce((sum, cohort) => sum + cohort.size, 0);
  const active = known.reduce((sum, { later }) => sum + (later[months - 1]?.active ?? 0), 0);
  return size === 0 ? null : active / size;
}
