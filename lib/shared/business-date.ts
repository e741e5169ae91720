/**
 * A calendar day in the organisation's time zone, `YYYY-MM-DD`. It has no time and no zone of its
 * own, sorts and compares as text, and maps one to one to a PostgreSQL `date`.
 */
export type BusinessDate = `${number}-${number}-${number}`;

/** ISO weekday: 1 Monday … 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const DAY_MS = 86_400_000;
const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** Days since 1970-01-01; the one bridge between text and arithmetic. */
function dayNumber(date: BusinessDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

function fromDayNumber(days: number): BusinessDate {
  const text = new Date(days * DAY_MS).toISOString();
  // years outside 0000–9999 are written with a sign and six digits
  if (text.length !== 24 || text.startsWith("0000")) throw new RangeError("year out of range");
  return text.slice(0, 10) as BusinessDate;
}

/** True for a real day of the years 0001–9999 in the form `YYYY-MM-DD` (2026-02-30 is none). */
export function isBusinessDate(text: string): text is BusinessDate {
  if (!SHAPE.test(text) || text.startsWith("0000")) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

/** The date, or null when the text is not a real day. */
export function parseBusinessDate(text: string): BusinessDate | null {
  return isBusinessDate(text) ? text : null;
}

/** The date; throws RangeError when the text is not a real day. For trusted text only. */
export function toBusinessDate(text: string): BusinessDate {
  if (!isBusinessDate(text)) throw new RangeError(`not a calendar day: ${text}`);
  return text;
}

/** From year, month (1–12) and day; throws RangeError when there is no such day. */
export function businessDate(year: number, month: number, day: number): BusinessDate {
  const pad = (n: number, width: number) => String(n).padStart(width, "0");
  return toBusinessDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}

export function yearOf(date: BusinessDate): number {
  return Number(date.slice(0, 4));
}

/** 1 January … 12 December. */
export function monthOf(date: BusinessDate): number {
  return Number(date.slice(5, 7));
}

export function dayOf(date: BusinessDate): number {
  return Number(date.slice(8, 10));
}

/** `days` later (earlier when negative). */
export function addDays(date: BusinessDate, days: number): BusinessDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Days in a month of a year; month 1–12. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** `months` later; a day the new month lacks becomes its last day (31 Jan + 1 = 28 or 29 Feb). */
export function addMonths(date: BusinessDate, months: number): BusinessDate {
  const index = yearOf(date) * 12 + (monthOf(date) - 1) + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return businessDate(year, month, Math.min(dayOf(date), daysInMonth(year, month)));
}

/** Days from `from` to `to`: 0 for the same day, negative when `to` is earlier. */
export function diffDays(from: BusinessDate, to: BusinessDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The earlier of two dates. */
export function earlier(a: BusinessDate, b: BusinessDate): BusinessDate {
  return diffDays(a, b) >= 0 ? a : b;
}

/** The later of two dates. */
export function later(a: BusinessDate, b: BusinessDate): BusinessDate {
  return earlier(a, b) === a ? b : a;
}

/** ISO weekday, 1 Monday … 7 Sunday. */
export function weekday(date: BusinessDate): Weekday {
  // 1970-01-01 was a Thursday (4).
  return (((((dayNumber(date) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** First day of the calendar month. */
export function startOfMonth(date: BusinessDate): BusinessDate {
  return businessDate(yearOf(date), monthOf(date), 1);
}

const zoneFormats = new Map<string, Intl.DateTimeFormat>();

function zoneFormat(timeZone: string): Intl.DateTimeFormat {
  const known = zoneFormats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
    timeZone,
    year: "numeric",
    month: "numeric",
    day: "numeric",
  });
  zoneFormats.set(timeZone, format);
  return format;
}

/**
 * The calendar day an instant falls on in an IANA time zone. 2026-03-31T23:30Z is 1 April in
 * Asia/Shanghai. Throws RangeError for an unknown zone.
 */
export function businessDateIn(timeZone: string, instant: Date): BusinessDate {
  const parts = new Map(
    zoneFormat(timeZone)
      .formatToParts(instant)
      .map((p) => [p.type, p.value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type));
  return businessDate(part("year"), part("month"), part("day"));
}

/** The UTC midnight that database drivers use for a `date` column. */
export function toUtcMidnight(date: BusinessDate): Date {
  return new Date(dayNumber(date) * DAY_MS);
}

/** The inverse of `toUtcMidnight`; reads the UTC day of the instant. */
export function fromUtcMidnight(date: Date): BusinessDate {
  return toBusinessDate(date.toISOString().slice(0, 10));
}
