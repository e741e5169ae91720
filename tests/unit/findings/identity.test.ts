import { describe, expect, it } from "vitest";
import { findingTitle } from "@/lib/findings/domain/finding-title";
import { fingerprintOf, foundAgain } from "@/lib/findings/domain/identity";
import { dataProblems, targetsAtRisk } from "@/lib/findings/domain/ruled";
import { standingOf } from "@/lib/targets/domain/standing";

const data = (problem: "closePassed" | "noNextStep") =>
  ({ kind: "data_problem", problem, count: 5, of: 10 }) as const;

describe("a finding found again", () => {
  it("is the same by rule and subject, whatever its figures", () => {
    const about = { unitId: "u" };
    expect(fingerprintOf(about, data("closePassed"))).toBe(
      fingerprintOf(about, { ...data("closePassed"), count: 9 }),
    );
    expect(fingerprintOf(about, data("noNextStep"))).not.toBe(
      fingerprintOf(about, data("closePassed")),
    );
    expect(fingerprintOf({ unitId: "v" }, data("closePassed"))).not.toBe(
      fingerprintOf(about, data("closePassed")),
    );
  });

  it("dismissed at 100 it stays so at 150 and returns above", () => {
    const known = { status: "dismissed", dismissedSeverity: 100 } as const;
    expect(foundAgain(known, 150)).toEqual({ status: "dismissed", fresh: false });
    expect(foundAgain(known, 151)).toEqual({ status: "proposed", fresh: true });
  });

  it("is news only where nobody knew it, and keeps what was decided", () => {
    expect(foundAgain(undefined, 1)).toEqual({ status: "proposed", fresh: true });
    for (const status of ["proposed", "confirmed", "merged"] as const)
      expect(foundAgain({ status, dismissedSeverity: null }, 9)).toEqual({ status, fresh: false });
  });
});

describe("plain rules", () => {
  it("five of 25 records with a problem are told, four of 20 and five of 26 are not", () => {
    const count = (count: number, of: number) => ({
      ...{ unitId: "u", problem: "closePassed" as const, count, of },
    });
    expect(dataProblems([count(5, 25), count(4, 20), count(5, 26)])).toMatchObject([
      { n: 25, severity: 0.2 },
    ]);
  });

  const behind = standingOf({
    ...{ actual: 40, levels: { floor: null, target: 100, stretch: null }, additive: true },
    ...{ weight: 0.5, thresholds: { on: 1, caution: 0.9 } },
  });
  const period = { from: "2026-07-01", to: "2026-10-01" } as const;

  it("40 of 100 at half time lands at 80 and misses 20", () => {
    const when = { period, weight: 0.5, daysGone: 33 };
    const [found] = targetsAtRisk([{ unitId: "u", standing: behind }], when);
    expect(found).toMatchObject({ kind: "target_at_risk", size: 20, n: 33 });
    expect(found?.evidence).toMatchObject({ expected: 50, landing: 80 });
  });

  it("says nothing in the first third of the period, or without a target", () => {
    const early = { period, weight: 0.3, daysGone: 20 };
    expect(targetsAtRisk([{ unitId: "u", standing: behind }], early)).toEqual([]);
    const none = standingOf({
      ...{ actual: 40, levels: null, additive: true, weight: 0.5 },
      thresholds: { on: 1, caution: 0.9 },
    });
    const late = { period, weight: 0.5, daysGone: 33 };
    expect(targetsAtRisk([{ unitId: "u", standing: none }], late)).toEqual([]);
  });
});

it("titles name the subject in both languages", () => {
  const nameOf = (id: string) => ({ name: `名${id}`, nameEn: `Name ${id}` });
  expect(findingTitle({ unitId: "1" }, data("noNextStep"), nameOf)).toEqual({
    title: "名1有商机没有下一步",
    titleEn: "Name 1 has open deals without a next step",
  });
});
