import type { Figure } from "@/lib/metrics/domain/figure";
import { gapByMembers } from "@/lib/metrics/domain/gap-by-members";

export type Side = Pick<Figure, "value" | "numerator" | "denominator">;

/** A member's figure now and what it is held against; null: no records, or no target. */
export type MemberSides = { key: string | null; now: Side | null; base: Side | null };

export type Contributions = {
  /** now − base of the whole. */
  gap: number;
  members: { key: string | null; contribution: number }[];
  /** What the whole has beyond its members, e.g. targets not handed down. */
  rest: number;
};

type Whole = { now: Side; base: Side };

/**
 * What each member adds to the difference between a figure and what it is held against; members and
 * rest sum to it exactly. Of a sum, the member's own difference, for money to the minor unit. Of a
 * quotient see `quotientParts`. Null where either side of the whole is undefined.
 */
export function contributions(
  form: "sum" | "quotient",
  whole: Whole,
  members: readonly MemberSides[],
  currency: string | null,
): Contributions | null {
  const { now, base } = whole;
  if (now.value === null || base.value === null) return null;
  const gap = now.value - base.value;
  if (form === "sum" && currency) return moneyParts(whole, members, currency);
  const parts =
    form === "sum"
      ? members.map((member) => (member.now?.value ?? 0) - (member.base?.value ?? 0))
      : quotientParts(base.value, whole, members);
  const rest = gap - parts.reduce((a, b) => a + b, 0);
  return {
    gap,
    members: members.map(({ key }, index) => ({ key, contribution: parts[index] ?? 0 })),
    rest: Math.abs(rest) < 1e-9 * Math.max(1, Math.abs(gap)) ? 0 : rest,
  };
}

function moneyParts(
  { now, base }: Whole,
  members: readonly MemberSides[],
  currency: string,
): Contributions {
  const results = members.map((member, index) => ({
    key: String(index),
    actual: member.now?.value ?? 0,
    expected: member.base?.value ?? null,
  }));
  const whole = { actual: now.value ?? 0, expected: base.value ?? 0 };
  const { members: gaps, rest } = gapByMembers(whole, results, currency);
  const sum = gaps.reduce((total, one) => total + one.gap, rest);
  return {
    gap: sum,
    members: gaps.map(({ gap }, index) => ({
      key: members[index]?.key ?? null,
      contribution: gap,
    })),
    rest,
  };
}

/**
 * A member moves a quotient by being above or below the base, in proportion to its weight:
 * w₁(r₁ − R₀) − w₀(r₀ − R₀), with w its share of the denominator and R₀ the base of the whole. Over
 * all members that is R₁ − R₀. Against a target R₀ is the target and there is no second term.
 */
function quotientParts(base: number, whole: Whole, members: readonly MemberSides[]): number[] {
  const above = (side: Side | null, all: Side) => {
    if (!side || !all.denominator) return 0;
    return ((side.numerator ?? 0) - base * (side.denominator ?? 0)) / all.denominator;
  };
  return members.map(({ now, base: then }) => above(now, whole.now) - above(then, whole.base));
}
