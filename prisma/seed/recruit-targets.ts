import type { Tiers } from "./targets";

/**
 * A person's new customers of a quarter, month by month and tier by tier. They fall into successive
 * months from month `turn % 3`; every third person may miss one, every other third is asked for one
 * more, so that a team's tiers stay near its target.
 */
export function recruitTiers(quarter: number, turn: number): Tiers[] {
  const first = turn % 3;
  const floor = Math.max(0, quarter - (first === 0 ? 1 : 0));
  const stretch = quarter + (first === 1 ? 1 : 0);
  return [0, 1, 2].map((month) => ({
    floor: inMonth(floor, month, first),
    target: inMonth(quarter, month, first),
    stretch: inMonth(stretch, month, first),
  }));
}

/** How many of `total`, dealt out one a month from `first` on, fall into `month`. */
function inMonth(total: number, month: number, first: number): number {
  return Math.floor((total + 2 - ((month - first + 3) % 3)) / 3);
}
