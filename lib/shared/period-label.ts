/**
 * What a fiscal period is called, in parts; the formatter turns it into "FY2026/27 Q1" or
 * "2026/27财年 第一季度".
 */
export type PeriodLabel =
  | { readonly kind: "year"; readonly fiscalYear: FiscalYearLabel }
  | { readonly kind: "quarter"; readonly fiscalYear: FiscalYearLabel; readonly quarter: number }
  | { readonly kind: "month"; readonly calendarYear: number; readonly month: number };

/** `endYear` is the same as `startYear` when the fiscal year is the calendar year. */
export interface FiscalYearLabel {
  readonly startYear: number;
  readonly endYear: number;
}
