/** What a buyer judges by, as the form offers it. */
export const VALUE_DRIVERS = [
  "price",
  "quality",
  "service",
  "brand",
  "delivery",
  "features",
  "relationship",
] as const;
export type ValueDriver = (typeof VALUE_DRIVERS)[number];

/** Why a customer buys at all. */
export const MOTIVES = [
  "replacement",
  "growth",
  "cost_saving",
  "compliance",
  "new_project",
  "upgrade",
  "risk",
] as const;
export type Motive = (typeof MOTIVES)[number];

/** How far a customer is with deciding, in order. */
export const DECISION_STAGES = [
  "need",
  "search",
  "evaluation",
  "shortlist",
  "approval",
  "decided",
] as const;
export type DecisionStage = (typeof DECISION_STAGES)[number];

export type DriverWeight = { driver: ValueDriver; share: number };

/**
 * What a customer judges by over all its deals (Borda count): in each ranking the first driver gets
 * seven points, the second six, and so on; one that was not named gets none. Answers with each
 * driver's share of all points, the weightiest first; equal ones in the order of `VALUE_DRIVERS`.
 * Nothing named: an empty list.
 */
export function rollUpDrivers(rankings: readonly (readonly ValueDriver[])[]): DriverWeight[] {
  const points = new Map<ValueDriver, number>();
  for (const ranking of rankings) {
    for (const [place, driver] of ranking.entries()) {
      points.set(driver, (points.get(driver) ?? 0) + VALUE_DRIVERS.length - place);
    }
  }
  const total = [...points.values()].reduce((sum, n) => sum + n, 0);
  return VALUE_DRIVERS.filter((driver) => points.has(driver))
    .map((driver) => ({ driver, share: (points.get(driver) ?? 0) / total }))
    .toSorted((a, b) => b.share - a.share);
}

/** How often each motive was named, most often first; equal ones in the order of `MOTIVES`. */
export function countMotives(
  named: readonly (Motive | null)[],
): { motive: Motive; count: number }[] {
  return MOTIVES.map((motive) => ({ motive, count: named.filter((one) => one === motive).length }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
}
