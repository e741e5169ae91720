import { addMonths, type BusinessDate, dayOf, monthOf } from "@/lib/shared/business-date";
import type { Period } from "@/lib/shared/period";
import { type FiscalPeriod, fiscalPeriodContaining, listFiscalPeriods } from "./fiscal-calendar";

/** The four quarters of the fiscal year of a day and of the next one, in order. */
export function quartersAround(startMonth: number, day: BusinessDate): FiscalPeriod[] {
  const year = fiscalPeriodContaining(startMonth, "year", day);
  return listFiscalPeriods(startMonth, "quarter", { from: year.from, to: addMonths(year.to, 12) });
}

/** Whether a period is a whole month, quarter or year of the fiscal calendar that starts in a month. */
export function isFiscalPeriod(startMonth: number, { from, to }: Period): boolean {
  if (dayOf(from) !== 1) return false;
  const intoYear = (monthOf(from) - startMonth + 12) % 12;
  if (addMonths(from, 1) === to) return true;
  if (addMonths(from, 3) === to) return intoYear % 3 === 0;
  return addMonths(from, 12) === to && intoYear === 0;
}

type Counted = Period & { count: number };

/** How many targets are for a period that would be none with another start month. */
export function displacedTargets(startMonth: number, periods: readonly Counted[]): number {
  return periods
    .filter((period) => !isFiscalPeriod(startMonth, period))
    .reduce((sum, { count }) => sum + count, 0);
}
