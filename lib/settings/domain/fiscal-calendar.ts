import {
  addMonths,
  type BusinessDate,
  businessDate,
  monthOf,
  yearOf,
} from "@/lib/shared/business-date";
import { type Period, startOfGrain } from "@/lib/shared/period";
import type { PeriodLabel } from "@/lib/shared/period-label";

export type FiscalPeriodKind = "year" | "quarter" | "month";

/**
 * A period of the fiscal calendar. `code` is its name in addresses and files: `2026` the fiscal
 * year that *starts* in 2026, `2026-Q3` its third quarter, `2026-M07` the calendar month July 2026
 * (months keep their calendar name, whatever the fiscal year).
 */
export interface FiscalPeriod extends Period {
  readonly kind: FiscalPeriodKind;
  readonly code: string;
  readonly label: PeriodLabel;
}

const SPAN: Record<FiscalPeriodKind, number> = { year: 12, quarter: 3, month: 1 };

function checkStartMonth(startMonth: number): void {
  if (!Number.isInteger(startMonth) || startMonth < 1 || startMonth > 12) {
    throw new RangeError(`fiscal year start month must be 1–12: ${startMonth}`);
  }
}

/** The fiscal year that starts in the calendar year `year`, on the 1st of `startMonth` (1–12). */
export function fiscalYear(startMonth: number, year: number): FiscalPeriod {
  checkStartMonth(startMonth);
  const from = businessDate(year, startMonth, 1);
  return {
    kind: "year",
    code: String(year),
    label: { kind: "year", fiscalYear: yearLabel(startMonth, year) },
    from,
    to: addMonths(from, 12),
  };
}

/** Quarter 1–4 of the fiscal year that starts in `year`. */
export function fiscalQuarter(startMonth: number, year: number, quarter: number): FiscalPeriod {
  checkStartMonth(startMonth);
  if (![1, 2, 3, 4].includes(quarter)) throw new RangeError(`quarter must be 1–4: ${quarter}`);
  const from = addMonths(businessDate(year, startMonth, 1), (quarter - 1) * 3);
  return {
    kind: "quarter",
    code: `${year}-Q${quarter}`,
    label: { kind: "quarter", fiscalYear: yearLabel(startMonth, year), quarter },
    from,
    to: addMonths(from, 3),
  };
}

/** A calendar month (1–12) of a calendar year. */
export function fiscalMonth(calendarYear: number, month: number): FiscalPeriod {
  const from = businessDate(calendarYear, month, 1);
  return {
    kind: "month",
    code: `${calendarYear}-M${String(month).padStart(2, "0")}`,
    label: { kind: "month", calendarYear, month },
    from,
    to: addMonths(from, 1),
  };
}

function yearLabel(startMonth: number, year: number) {
  return { startYear: year, endYear: startMonth === 1 ? year : year + 1 };
}

/** The fiscal year, quarter or month that holds the date. */
export function fiscalPeriodContaining(
  startMonth: number,
  kind: FiscalPeriodKind,
  date: BusinessDate,
): FiscalPeriod {
  checkStartMonth(startMonth);
  if (kind === "month") return fiscalMonth(yearOf(date), monthOf(date));
  const year = yearOf(startOfGrain(date, "year", { yearStartMonth: startMonth }));
  if (kind === "year") return fiscalYear(startMonth, year);
  const intoYear = (monthOf(date) - startMonth + 12) % 12;
  return fiscalQuarter(startMonth, year, Math.floor(intoYear / 3) + 1);
}

const CODE = /^(\d{4})(?:-Q([1-4])|-M(0[1-9]|1[0-2]))?$/;

/**
 * The period a code names (`2026`, `2026-Q3`, `2026-M07`), or null for any other text. Years outside
 * 1900 to 2199 name none: pages list the periods up to the one asked for.
 */
export function parsePeriodCode(startMonth: number, code: string): FiscalPeriod | null {
  const match = CODE.exec(code);
  if (!match) return null;
  const year = Number(match[1]);
  if (year < 1900 || year > 2199) return null;
  if (match[2]) return fiscalQuarter(startMonth, year, Number(match[2]));
  if (match[3]) return fiscalMonth(year, Number(match[3]));
  return fiscalYear(startMonth, year);
}

const KINDS: readonly FiscalPeriodKind[] = ["month", "quarter", "year"];

/** The fiscal month, quarter or year that has exactly these days, or null. */
export function fiscalPeriodOf(startMonth: number, { from, to }: Period): FiscalPeriod | null {
  const found = KINDS.map((kind) => fiscalPeriodContaining(startMonth, kind, from));
  return found.find((p) => p.from === from && p.to === to) ?? null;
}

/** `count` periods of the same kind later (earlier when negative). */
export function shiftFiscalPeriod(
  startMonth: number,
  p: FiscalPeriod,
  count: number,
): FiscalPeriod {
  return fiscalPeriodContaining(startMonth, p.kind, addMonths(p.from, SPAN[p.kind] * count));
}

/** The period of the same kind just before. */
export function previousFiscalPeriod(startMonth: number, p: FiscalPeriod): FiscalPeriod {
  return shiftFiscalPeriod(startMonth, p, -1);
}

/** The period of the same kind just after. */
export function nextFiscalPeriod(startMonth: number, p: FiscalPeriod): FiscalPeriod {
  return shiftFiscalPeriod(startMonth, p, 1);
}

/** The same fiscal quarter, month or year one year earlier. */
export function sameFiscalPeriodLastYear(startMonth: number, p: FiscalPeriod): FiscalPeriod {
  return fiscalPeriodContaining(startMonth, p.kind, addMonths(p.from, -12));
}

/** Every period of a kind that has at least one day in the range, in order. */
export function listFiscalPeriods(
  startMonth: number,
  kind: FiscalPeriodKind,
  range: Period,
): FiscalPeriod[] {
  const periods: FiscalPeriod[] = [];
  let from = range.from;
  while (from < range.to) {
    const p = fiscalPeriodContaining(startMonth, kind, from);
    periods.push(p);
    from = p.to;
  }
  return periods;
}
