import type { BusinessDate } from "./business-date";

const formats = new Map<string, Intl.DateTimeFormat>();

function wallClock(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
    ...{ timeZone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric" },
    ...{ hour: "numeric", minute: "numeric", second: "numeric" },
  });
  formats.set(timeZone, format);
  return format;
}

/** What the clock in a zone shows at an instant, as if it were UTC, in milliseconds. */
function shownAt(timeZone: string, instant: number): number {
  const parts = new Map(
    wallClock(timeZone)
      .formatToParts(new Date(instant))
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return Date.UTC(
    ...([part("year"), part("month") - 1, part("day")] as const),
    ...([part("hour"), part("minute"), part("second")] as const),
  );
}

/**
 * The instant at which the clock of an IANA zone shows `time` (HH:MM) on `day`. A time that the
 * change to summer time skips is moved by that hour; of one that comes twice, the first.
 */
export function instantIn(timeZone: string, day: BusinessDate, time: string): Date {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  const before = wanted - 86_400_000;
  const first = wanted - (shownAt(timeZone, before) - before);
  if (shownAt(timeZone, first) === wanted) return new Date(first);
  const second = wanted - (shownAt(timeZone, first) - first);
  return new Date(shownAt(timeZone, second) === wanted ? second : first);
}

/** The time of day, HH:MM, on the clock of an IANA zone. */
export function timeIn(timeZone: string, instant: Date): string {
  return new Date(shownAt(timeZone, instant.getTime())).toISOString().slice(11, 16);
}
