import type { Formatter } from "@/lib/platform/i18n/format";
import { listFiscalPeriods } from "@/lib/settings/domain/fiscal-calendar";
import { addDays, later } from "@/lib/shared/business-date";
import { localName } from "@/lib/shared/local-name";
import type { DashboardFrame } from "../data/frame";

type Choice = { value: string; label: string };

/** Units in tree order, deeper ones indented. */
function unitChoices({ units }: DashboardFrame, locale: string): Choice[] {
  return units.map((unit) => ({
    value: unit.id,
    label: `${"\u2003".repeat(unit.depth)}${localName(unit, locale)}`,
  }));
}

/** What the switches of a page show: the units and periods there are, and those chosen. */
export function frameSwitches(frame: DashboardFrame, f: Formatter) {
  return {
    units: unitChoices(frame, f.locale),
    unit: frame.unit?.id ?? null,
    periods: periodChoices(frame, f),
    period: frame.period.code,
  };
}

const YEARS = 12;

/** Quarters and years with data or begun, newest first; at most twelve years back. */
function periodChoices(frame: DashboardFrame, f: Formatter): Choice[] {
  const { firstData, today, period, organisation } = frame;
  const startMonth = organisation.fiscalYearStartMonth;
  const from = later(firstData ?? today, addDays(today, -366 * YEARS));
  const range = { from, to: addDays(later(today, addDays(period.to, -1)), 1) };
  const kinds = ["quarter", "year", "month"] as const;
  return kinds.flatMap((kind) => {
    const listed = listFiscalPeriods(startMonth, kind, range).reverse();
    const shown = kind === "month" ? listed.slice(0, 12) : listed;
    const known = shown.some(({ code }) => code === period.code) || kind !== period.kind;
    return [...shown, ...(known ? [] : [period])].map(({ code, label }) => ({
      value: code,
      label: f.period(label),
    }));
  });
}
