import { addDays, parseBusinessDate } from "@/lib/shared/business-date";
import { NONE } from "@/lib/shared/list-params";
import { localName } from "@/lib/shared/local-name";
import type { FilterContext } from "./list-filters";

export type Chip = { param: string; label: string };

/** "Owner: Ann, Bo": the values in force, by the names that are given or else by those of records. */
export function valuesChip(
  { params, names, locale, l }: FilterContext,
  param: string,
  label: string,
  nameOf: (value: string) => string | undefined,
): Chip[] {
  const values = [params[param] ?? []].flat().map(String);
  if (values.length === 0) return [];
  const shown = values.map((value) => {
    const known = names.get(value);
    const named = nameOf(value) ?? (known && localName(known, locale));
    // The same for a record that may not be seen as for one that does not exist.
    return named ?? l(value === NONE ? "none" : "unknown");
  });
  return [{ param, label: l("pair", { label, value: shown.join(", ") }) }];
}

/** A chip for a value that is there. */
export function textChip(
  { params }: FilterContext,
  param: string,
  label: (value: string) => string,
): Chip[] {
  const value = params[param];
  return value === undefined ? [] : [{ param, label: label(String(value)) }];
}

/** The last day of a half-open range, as people say it. */
export function lastDayOf(to: string): string {
  const day = parseBusinessDate(to);
  return day ? addDays(day, -1) : to;
}
