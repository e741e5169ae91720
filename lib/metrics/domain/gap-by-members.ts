import { roundToSum } from "@/lib/shared/round-to-sum";

export interface MemberResult {
  readonly key: string;
  readonly actual: number;
  /** expected to date; null where the member has no target */
  readonly expected: number | null;
}

export interface MemberGap {
  readonly key: string;
  readonly gap: number;
}

/**
 * actual − expected of each member (positive: ahead), and what the whole has beyond its members
 * (targets not handed down, records of nobody) as `rest`. Members and rest sum to the whole's
 * actual − expected to the minor unit. Without a target a member's whole actual is ahead.
 */
export function gapByMembers(
  whole: { readonly actual: number; readonly expected: number },
  members: readonly MemberResult[],
  currency: string,
): { members: MemberGap[]; rest: number } {
  const gaps = members.map((member) => member.actual - (member.expected ?? 0));
  const total = whole.actual - whole.expected;
  const rest = total - gaps.reduce((a, b) => a + b, 0);
  const rounded = roundToSum([...gaps, rest], total, currency);
  return {
    members: members.map(({ key }, index) => ({ key, gap: rounded[index] ?? 0 })),
    rest: rounded[members.length] ?? 0,
  };
}
