import { describe, expect, it } from "vitest";
import { buildDemo } from "@/prisma/seed/build";
import { DEMO_SIGN_INS, unitOn } from "@/prisma/seed/people";
import { WEAK_STORES } from "@/prisma/seed/story";
import { AS_OF } from "./figures";

const { world, activities, deals } = buildDemo(AS_OF);

describe("the follow-ups of the demo company", () => {
  it("are a few for each deal, in both languages, and none is done in the future", () => {
    expect(activities.length / deals.length).toBeGreaterThan(1.5);
    expect(activities.length).toBeLessThan(25_000);
    for (const { subject, done, day } of activities) {
      expect(subject).toMatch(/\p{Script=Han}.* [A-Z]/u);
      expect(!done || day <= AS_OF).toBe(true);
    }
  });

  it("belong to the unit the owner was in, or is in", () => {
    for (const { owner, unit, day, done } of activities)
      expect([unitOn(owner, day), unitOn(owner, AS_OF), owner.stints.at(-1)?.unit]).toContain(
        done ? unit : owner.stints.at(-1)?.unit,
      );
  });

  it("give the rep who signs in something overdue, something today and something to come", () => {
    const own = activities.filter(({ owner, done }) => owner.email === DEMO_SIGN_INS.rep && !done);
    expect(own.some(({ day }) => day < AS_OF)).toBe(true);
    expect(own.some(({ day, time }) => day === AS_OF && time !== null)).toBe(true);
    expect(own.some(({ day }) => day > AS_OF)).toBe(true);
  });

  it("tell of the training of just the weak stores", () => {
    const trained = activities.filter(({ kind }) => kind === "training").map(({ unit }) => unit);
    expect(new Set(trained)).toEqual(new Set(Object.keys(WEAK_STORES)));
    expect(world.asOf).toBe(AS_OF);
  });
});
