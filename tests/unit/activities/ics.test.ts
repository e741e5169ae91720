import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { type CalendarEvent, calendarFile } from "@/lib/activities/domain/ics";
import { propertyRuns } from "@/tests/setup/thoroughness";

const event: CalendarEvent = {
  ...{ uid: "1@closeloop", changedAt: "2026-11-23T08:30:00.000Z", version: 3, day: "2026-11-23" },
  ...{ startsAt: "2026-11-23T07:00:00.000Z", minutes: 60, title: "拜访 苏州精测", notes: null },
  url: "https://example.test/activities/1",
};

const parse = (file: string) =>
  new ICAL.Component(ICAL.parse(file)).getAllSubcomponents("vevent").map((e) => new ICAL.Event(e));

describe("a calendar file, read back by a parser", () => {
  it("has 15:00 in Shanghai as 7:00 UTC, an hour long", () => {
    const [read] = parse(calendarFile("跟进", [event]));
    expect(read?.startDate.toJSDate().toISOString()).toBe("2026-11-23T07:00:00.000Z");
    expect(read?.endDate.toJSDate().toISOString()).toBe("2026-11-23T08:00:00.000Z");
    expect([read?.uid, read?.summary, read?.sequence]).toEqual(["1@closeloop", "拜访 苏州精测", 3]);
  });

  it("has an entry without a time as one whole day that leaves the person free", () => {
    const file = calendarFile("x", [{ ...event, startsAt: null, day: "2026-12-31" }]);
    const [read] = parse(file);
    expect([read?.startDate.toString(), read?.endDate.toString()]).toEqual([
      "2026-12-31",
      "2027-01-01",
    ]);
    expect(read?.startDate.isDate).toBe(true);
    expect(file).toContain("\r\nTRANSP:TRANSPARENT\r\n");
  });

  it("gives half an hour to an entry without a length", () => {
    const [read] = parse(calendarFile("x", [{ ...event, minutes: null }]));
    expect(read?.duration.toSeconds()).toBe(1800);
  });

  it("has no line over 75 octets, and every text as it was, whatever is in it", () => {
    const texts = fc.string({ unit: "grapheme", maxLength: 300 });
    fc.assert(
      fc.property(texts, texts, (title, notes) => {
        const file = calendarFile("x", [{ ...event, title, notes }]);
        for (const line of file.split("\r\n"))
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        const clean = (text: string) => text.replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\n\t]/gu, "");
        const [read] = parse(file);
        expect(read?.summary).toBe(clean(title));
        expect(read?.description ?? "").toBe(clean(notes));
      }),
      { numRuns: propertyRuns() },
    );
  });

  it("lets no text begin another entry", () => {
    const title = "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:b;c,d\\e";
    const read = parse(calendarFile("x", [{ ...event, title }]));
    expect(read.map(({ summary }) => summary)).toEqual([title.replaceAll("\r\n", "\n")]);
  });
});
