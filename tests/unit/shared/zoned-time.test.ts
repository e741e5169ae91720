import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/shared/business-date";
import { instantIn, timeIn } from "@/lib/shared/zoned-time";
import { propertyRuns } from "@/tests/setup/thoroughness";

const at = (zone: string, day: `${number}-${number}-${number}`, time: string) =>
  instantIn(zone, day, time).toISOString();

describe("the instant of a time of day in a zone", () => {
  it.each([
    ["Asia/Shanghai", "2026-11-23", "15:00", "2026-11-23T07:00:00.000Z"],
    ["UTC", "2026-11-23", "15:00", "2026-11-23T15:00:00.000Z"],
    ["America/New_York", "2026-07-01", "09:30", "2026-07-01T13:30:00.000Z"],
    ["America/New_York", "2026-12-01", "23:30", "2026-12-02T04:30:00.000Z"],
    ["Asia/Kathmandu", "2026-01-01", "00:00", "2025-12-31T18:15:00.000Z"],
    // the clock jumps from 2:00 to 3:00 on that day: 2:30 never comes
    ["Europe/Berlin", "2026-03-29", "02:30", "2026-03-29T01:30:00.000Z"],
    // and from 3:00 back to 2:00: the first of the two
    ["Europe/Berlin", "2026-10-25", "02:30", "2026-10-25T00:30:00.000Z"],
  ] as const)("%s %s %s is %s", (zone, day, time, instant) => {
    expect(at(zone, day, time)).toBe(instant);
  });

  it("and back: the clock shows that time", () => {
    const zones = ["Asia/Shanghai", "America/Sao_Paulo", "Pacific/Auckland", "UTC"];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 4 * 60, max: 24 * 60 - 1 }),
        (zone, days, minute) => {
          const time = new Date(minute * 60_000).toISOString().slice(11, 16);
          expect(timeIn(zone, instantIn(zone, addDays("2000-01-01", days), time))).toBe(time);
        },
      ),
      { numRuns: propertyRuns() },
    );
  });
});
