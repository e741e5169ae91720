import { addDays, type BusinessDate } from "@/lib/shared/business-date";

/** One entry of a calendar file. */
export type CalendarEvent = {
  /** Stays the same when the entry changes. */
  uid: string;
  /** ISO instant of the last change. */
  changedAt: string;
  version: number;
  day: BusinessDate;
  /** ISO instant it begins; null: the whole day. */
  startsAt: string | null;
  minutes: number | null;
  title: string;
  notes: string | null;
  url: string;
};

/** Without a length, an entry with a time takes half an hour. */
const USUAL_MINUTES = 30;

/** Text as RFC 5545 §3.3.11 wants it; other control characters are no text there. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\n/g, "\\n");
}

/** Lines of at most 75 octets, continued after a space (§3.1); never inside a character. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let room = 75;
  let out = "";
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (size > room) {
      out += "\r\n ";
      room = 74;
    }
    out += character;
    room -= size;
  }
  return out;
}

/** `20261123T070000Z` */
const instant = (iso: string) =>
  `${new Date(iso).toISOString().replace(/[-:]/g, "").slice(0, 15)}Z`;
const date = (day: BusinessDate) => day.replaceAll("-", "");

function eventLines(event: CalendarEvent): string[] {
  const { startsAt, day, minutes } = event;
  const times = startsAt
    ? [`DTSTART:${instant(startsAt)}`, `DURATION:PT${minutes || USUAL_MINUTES}M`]
    : [`DTSTART;VALUE=DATE:${date(day)}`, `DTEND;VALUE=DATE:${date(addDays(day, 1))}`];
  return [
    "BEGIN:VEVENT",
    `UID:${event.uid}`,
    `DTSTAMP:${instant(event.changedAt)}`,
    `LAST-MODIFIED:${instant(event.changedAt)}`,
    `SEQUENCE:${event.version}`,
    ...times,
    `SUMMARY:${escaped(event.title)}`,
    ...(event.notes ? [`DESCRIPTION:${escaped(event.notes)}`] : []),
    `URL:${event.url}`,
    ...(startsAt ? [] : ["TRANSP:TRANSPARENT"]),
    "END:VEVENT",
  ];
}

/**
 * A calendar file (RFC 5545). Times are instants in UTC, which every program shows in its own zone;
 * entries without a time are whole days and leave the person free.
 */
export function calendarFile(name: string, events: readonly CalendarEvent[]): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Closeloop//Follow-ups//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap(eventLines),
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}
