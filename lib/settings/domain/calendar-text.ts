import { addDays, addMonths, type BusinessDate, isBusinessDate } from "@/lib/shared/business-date";

export type CalendarKind = "holiday" | "workday";

/** Days of one kind and name, both ends included. */
export type CalendarEntry = {
  from: BusinessDate;
  to: BusinessDate;
  kind: CalendarKind;
  name: string;
  nameEn: string | null;
};

/** Longest range one line may name. */
export const MAX_RANGE_DAYS = 62;

export type LineProblem = "date" | "range" | "name";
export type ParsedCalendar = {
  entries: CalendarEntry[];
  problems: { line: number; text: string; problem: LineProblem }[];
};

const DATE = String.raw`(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?`;
const LINE = new RegExp(
  `^${DATE}(?:\\s*(?:~|–|—|\\.\\.|至|到|to|-)\\s*${DATE})?[\\s,，;；:：|]*(.*)$`,
  "i",
);
const WORKDAY = /^(workday|working|work|make-?up|班|上班|调休|调休上班|补班)$/i;
const HOLIDAY = /^(holiday|off|休|放假|假日|节假日|休息)$/i;

function dateOf(parts: readonly (string | undefined)[]): BusinessDate | null {
  const [year = "", month = "", day = ""] = parts;
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isBusinessDate(text) ? text : null;
}

/** Splits at tabs, commas and bars; a leading kind may also be followed by a space. */
function fieldsOf(rest: string): string[] {
  const [first = "", ...others] = rest.split(/\s*[\t,，;；|]\s*/).map((field) => field.trim());
  const [, word = "", tail = ""] = /^(\S+)\s+(.+)$/.exec(first) ?? [];
  const head = WORKDAY.test(word) || HOLIDAY.test(word) ? [word, tail] : [first];
  return [...head, ...others].filter(Boolean);
}

function parseLine(text: string): CalendarEntry | LineProblem {
  const match = LINE.exec(text);
  const from = match && dateOf(match.slice(1, 4));
  if (!match || !from) return "date";
  const to = match[4] ? dateOf(match.slice(4, 7)) : from;
  if (!to) return "date";
  if (to < from || to > addDays(from, MAX_RANGE_DAYS - 1)) return "range";
  const fields = fieldsOf(match[7] ?? "");
  const names = fields.filter((field) => !WORKDAY.test(field) && !HOLIDAY.test(field));
  const [name, nameEn = null] = names;
  if (!name) return "name";
  return {
    from,
    to,
    kind: fields.some((f) => WORKDAY.test(f)) ? "workday" : "holiday",
    name,
    nameEn,
  };
}

/**
 * Reads a pasted list, one line a day or range: `2026-10-01 ~ 2026-10-07, 国庆节, National Day` or
 * `2026/10/10 workday National Day`. Without a word for the kind a line is a holiday. Lines that
 * cannot be read are named (from 1), empty ones skipped.
 */
export function parseCalendarText(text: string): ParsedCalendar {
  const parsed: ParsedCalendar = { entries: [], problems: [] };
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim();
    if (line === "") continue;
    const result = parseLine(line);
    if (typeof result === "string")
      parsed.problems.push({ line: index + 1, text: line, problem: result });
    else parsed.entries.push(result);
  }
  return parsed;
}

export type CalendarDayInput = Omit<CalendarEntry, "from" | "to"> & { day: BusinessDate };

/** One record a day; where days overlap, the later entry wins. */
export function daysOfEntries(entries: readonly CalendarEntry[]): CalendarDayInput[] {
  const days = new Map<BusinessDate, CalendarDayInput>();
  for (const { from, to, ...rest } of entries) {
    for (let day = from; day <= to; day = addDays(day, 1)) days.set(day, { day, ...rest });
  }
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** The days of one year on the same dates a year later; 29 February has none. */
export function nextYearDays(days: readonly CalendarDayInput[]): CalendarDayInput[] {
  return days
    .map((one) => ({ ...one, day: addMonths(one.day, 12) }))
    .filter((one, index) => one.day.slice(5) === days[index]?.day.slice(5));
}

type Stored = CalendarDayInput & { id: string };
export type CalendarRun = CalendarEntry & { ids: string[] };

/** Days in order joined to runs: neighbours of one kind and name are one entry. */
export function runsOf(days: readonly Stored[]): CalendarRun[] {
  const runs: CalendarRun[] = [];
  for (const { id, day, ...rest } of days) {
    const last = runs.at(-1);
    const joins =
      last && addDays(last.to, 1) === day && last.kind === rest.kind && last.name === rest.name;
    if (joins) {
      last.to = day;
      last.ids.push(id);
    } else runs.push({ ...rest, from: day, to: day, ids: [id] });
  }
  return runs;
}
