import { addDays, parseBusinessDate } from "@/lib/shared/business-date";
import { NONE } from "@/lib/shared/list-params";
import { localName } from "@/lib/shared/local-name";
import type { Named } from "@/lib/shared/named";

export type Chip = { param: string; label: string };

/** What a list of filters is written with. */
export type ChipWords = {
  locale: string;
  names: ReadonlyMap<string, Named>;
  pair: (label: string, value: string) => string;
  none: string;
  /** For an id whose record may not be seen; the same as for one that does not exist. */
  unknown: string;
};

/** A filter by references: "Owner: Ann, Bo". */
export function referenceChip(
  words: ChipWords,
  param: string,
  label: string,
  ids: string | readonly string[] | undefined,
): Chip[] {
  if (ids === undefined) return [];
  const values = [ids].flat().map((id) => {
    const known = words.names.get(id);
    return id === NONE ? words.none : known ? localName(known, words.locale) : words.unknown;
  });
  return [{ param, label: words.pair(label, values.join(", ")) }];
}

/** A filter by words: "Sector: retail". */
export function wordsChip(
  words: ChipWords,
  param: string,
  label: string,
  values: readonly string[] | undefined,
): Chip[] {
  if (values === undefined) return [];
  const shown = values.map((value) => (value === NONE ? words.none : value));
  return [{ param, label: words.pair(label, shown.join(", ")) }];
}

/** A chip for a value that is there. */
export function valueChip<T>(
  param: string,
  value: T | undefined,
  label: (value: T) => string,
): Chip[] {
  return value === undefined ? [] : [{ param, label: label(value) }];
}

/** The last day of a half-open range, as people say it. */
export function lastDayOf(to: string): string {
  const day = parseBusinessDate(to);
  return day ? addDays(day, -1) : to;
}
