/** Formats accepted when a mapping names none: year first, so day and month cannot be confused. */
export const defaultDateFormats = ["yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss", "yyyy/M/d", "yyyy年M月d日"];

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const tokenPattern = /yyyy|yy|MMM|MM|M|dd|d|HH|H|mm|ss|SSS/g;
const tokenSource: Record<string, string> = {
  yyyy: "(?<year>\\d{4})",
  yy: "(?<shortYear>\\d{2})",
  MMM: "(?<monthName>[A-Za-z]{3})",
  MM: "(?<month>\\d{2})",
  M: "(?<month>\\d{1,2})",
  dd: "(?<day>\\d{2})",
  d: "(?<day>\\d{1,2})",
  HH: "\\d{2}",
  H: "\\d{1,2}",
  mm: "\\d{2}",
  ss: "\\d{2}",
  SSS: "\\d{1,6}",
};

/** True when the format has a year, a month and a day, so that a date can be read with it. */
export function isDateFormat(format: string): boolean {
  const tokens = new Set(format.match(tokenPattern) ?? []);
  const once = (...names: string[]) => names.filter((name) => tokens.has(name)).length === 1;
  return once("yyyy", "yy") && once("MMM", "MM", "M") && once("dd", "d");
}

function compileFormat(format: string): RegExp {
  let source = "";
  let rest = 0;
  for (const match of format.matchAll(tokenPattern)) {
    source += escapeLiteral(format.slice(rest, match.index)) + tokenSource[match[0]];
    rest = match.index + match[0].length;
  }
  return new RegExp(`^${source}${escapeLiteral(format.slice(rest))}$`);
}

function escapeLiteral(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

function isCalendarDate(year: number, month: number, day: number): boolean {
  if (year < 1900 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function toIsoDate(groups: Record<string, string | undefined>): string | null {
  const short = groups.shortYear === undefined ? undefined : Number(groups.shortYear);
  const year = short === undefined ? Number(groups.year) : short + (short < 70 ? 2000 : 1900);
  const named = groups.monthName?.toLowerCase();
  const month = named === undefined ? Number(groups.month) : months.indexOf(named) + 1;
  const day = Number(groups.day);
  if (!isCalendarDate(year, month, day)) return null;
  const pad = (value: number, width: number) => String(value).padStart(width, "0");
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/**
 * A reader of dates in the given formats, tried in order. A time of day is accepted and dropped:
 * the file's own wall-clock date is the business date. Two-digit years below 70 are 20xx.
 * Returns the ISO date, or null when no format fits, the day does not exist (2017-02-29)
 * or lies before 1900 (a placeholder, not a business date).
 */
export function dateReader(formats: readonly string[]): (text: string) => string | null {
  const patterns = formats.map(compileFormat);
  return (text) => {
    for (const pattern of patterns) {
      const groups = pattern.exec(text)?.groups;
      if (groups) return toIsoDate(groups);
    }
    return null;
  };
}
