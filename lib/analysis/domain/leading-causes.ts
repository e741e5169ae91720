import type { GapMember, GapSplit } from "./gap-view";

/** The named members that push in the direction of the gap, the strongest first, at most `count`. */
export function leadingCauses({ gap, members }: GapSplit, count: number): GapMember[] {
  return members
    .filter(({ key, contribution }) => key !== null && contribution * gap > 0)
    .toSorted((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
    .slice(0, count);
}
