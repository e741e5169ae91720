"use client";
import { useLocale } from "next-intl";
import { createFormatter } from "@/lib/platform/i18n/format";
import type { NumberRule } from "@/lib/shared/typed-number";

/** How the numbers of a KPI are written in the grid: amounts in full, ratios in percent. */
export type TargetNumbers = {
  show: (value: number | null) => string;
  /** Amount in base currency to the whole unit, without symbol. */
  money: (value: number | null) => string;
  /** A measured value: amounts to the whole unit, ratios to a tenth of a percent. */
  measured: (value: number | null) => string;
  dateTime: (iso: string) => string;
};

export function useTargetNumbers(
  rule: NumberRule,
  currency: string,
  timeZone: string,
): TargetNumbers {
  const format = createFormatter({ locale: useLocale(), currency, timeZone });
  return {
    show: (value) => (rule.kind === "ratio" ? format.percent(value, 4) : format.number(value)),
    money: (value) => format.number(value, 0),
    measured: (value) => (rule.kind === "ratio" ? format.percent(value) : format.number(value, 0)),
    dateTime: (iso) => format.dateTime(iso === "" ? null : new Date(iso)),
  };
}
