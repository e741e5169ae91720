import { describe, expect, it } from "vitest";
import { blockedUntil } from "@/lib/platform/auth/throttle-rule";

const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1, 12, minutes));
/** `count` failures one second apart, the newest at minute 0, newest first. */
const failures = (count: number) =>
  Array.from({ length: count }, (_, i) => new Date(at(0).getTime() - i * 1000));

describe("how long sign-in waits", () => {
  it.each([
    [0, null],
    [4, null],
    [5, 1],
    [6, 2],
    [7, 4],
    [8, 8],
    [9, 15],
    [40, 15],
  ])("after %i failures: %s minutes", (count, minutes) => {
    const until = minutes === null ? null : at(minutes);
    expect(blockedUntil(failures(count), 5)).toEqual(until);
  });

  it("forgets what is more than an hour before the latest", () => {
    const old = Array.from({ length: 9 }, (_, i) => at(-60 - i));
    expect(blockedUntil([at(0), ...old], 5)).toBeNull();
  });

  it("an address has its own allowance", () => {
    expect(blockedUntil(failures(29), 30)).toBeNull();
    expect(blockedUntil(failures(30), 30)).toEqual(at(1));
  });
});
