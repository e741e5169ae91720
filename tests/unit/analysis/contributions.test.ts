import { describe, expect, it } from "vitest";
import { contributions, type MemberSides } from "@/lib/analysis/domain/contributions";

const sum = (value: number) => ({ value, numerator: value, denominator: null });
const rate = (numerator: number, denominator: number) => ({
  value: denominator === 0 ? null : numerator / denominator,
  numerator,
  denominator,
});

describe("contributions to a gap", () => {
  it("are, of a sum, each member's own difference: 80 − 100, 50 − 30, 10 − 0", () => {
    const members: MemberSides[] = [
      { key: "a", now: sum(80), base: sum(100) },
      { key: "b", now: sum(50), base: sum(30) },
      { key: "c", now: sum(10), base: null },
    ];
    const whole = { now: sum(140), base: sum(130) };
    expect(contributions("sum", whole, members, "CNY")).toEqual({
      gap: 10,
      members: [
        { key: "a", contribution: -20 },
        { key: "b", contribution: 20 },
        { key: "c", contribution: 10 },
      ],
      rest: 0,
    });
  });

  it("leave what is not handed down as the rest: expected 100, members expect 60 and 30", () => {
    const members = [
      { key: "a", now: sum(50), base: sum(60) },
      { key: "b", now: sum(30), base: sum(30) },
    ];
    const result = contributions("sum", { now: sum(80), base: sum(100) }, members, "CNY");
    expect(result).toMatchObject({ gap: -20, rest: -10 });
    expect(result?.members.map(({ contribution }) => contribution)).toEqual([-10, 0]);
  });

  it("are, of a quotient, the weight times the distance from the base: 10 of 20 then, 4 of 20 now", () => {
    const members = [
      { key: "a", now: rate(2, 10), base: rate(6, 10) },
      { key: "b", now: rate(2, 10), base: rate(4, 10) },
    ];
    const whole = { now: rate(4, 20), base: rate(10, 20) };
    const result = contributions("quotient", whole, members, null);
    // a: ½(0.2 − 0.5) − ½(0.6 − 0.5) = −0.2; b: ½(0.2 − 0.5) − ½(0.4 − 0.5) = −0.1
    expect(result?.members[0]?.contribution).toBeCloseTo(-0.2, 12);
    expect(result?.members[1]?.contribution).toBeCloseTo(-0.1, 12);
    expect(result?.gap).toBeCloseTo(-0.3, 12);
    expect(result?.rest).toBe(0);
  });

  it("of a quotient against a target need no earlier figures: 3 and 5 of 10 against 45%", () => {
    const members = [
      { key: "a", now: rate(3, 10), base: null },
      { key: "b", now: rate(5, 10), base: null },
    ];
    const result = contributions("quotient", { now: rate(8, 20), base: sum(0.45) }, members, null);
    expect(result?.members[0]?.contribution).toBeCloseTo(-0.075, 12);
    expect(result?.members[1]?.contribution).toBeCloseTo(0.025, 12);
    expect(result?.gap).toBeCloseTo(-0.05, 12);
  });

  it("are undefined where a side of the whole is", () => {
    expect(contributions("quotient", { now: rate(0, 0), base: rate(1, 2) }, [], null)).toBeNull();
  });

  it("sum to the gap over any partition", () => {
    let seed = 7;
    const draw = (max: number) => {
      seed = (seed * 16807) % 2147483647;
      return seed % max;
    };
    for (let round = 0; round < 200; round++) {
      const members = Array.from({ length: 2 + draw(9) }, (_, index) => ({
        key: String(index),
        now: index > 0 && draw(5) === 0 ? null : rate(draw(50), 1 + draw(99)),
        base: index > 0 && draw(5) === 0 ? null : rate(draw(50), 1 + draw(99)),
      }));
      const all = (side: "now" | "base") => {
        const parts = members.flatMap((member) => member[side] ?? []);
        return rate(
          parts.reduce((total, one) => total + one.numerator, 0),
          parts.reduce((total, one) => total + one.denominator, 0),
        );
      };
      const result = contributions(
        "quotient",
        { now: all("now"), base: all("base") },
        members,
        null,
      );
      const parts = result?.members.reduce((total, one) => total + one.contribution, 0);
      expect(result?.rest).toBe(0);
      expect(parts).toBeCloseTo(result?.gap ?? Number.NaN, 10);
    }
  });
});
