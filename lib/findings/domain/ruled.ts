import type { Period } from "@/lib/shared/period";
import { runRateLanding } from "@/lib/targets/domain/landing";
import type { Pacing } from "@/lib/targets/domain/pacing";
import type { Standing } from "@/lib/targets/domain/standing";
import type { About } from "./candidate";
import type { Evidence } from "./evidence";

/** A finding by a plain rule: no chance, so no p-value. */
export type Ruled = {
  kind: "target_at_risk" | "data_problem";
  about: About;
  n: number;
  size: number | null;
  severity: number;
  evidence: Evidence;
};

/** A unit's revenue against its target in a period that runs. */
export type UnitPace = { unitId: string; standing: Standing };

/** Before a third of the working days has gone, a pace says little. */
const ENOUGH = 1 / 3;

/**
 * Targets that will be missed at this pace: behind by the thresholds of the settings once a third of
 * the period's working days has gone. The size is target − landing at the rate so far.
 */
export function targetsAtRisk(
  paces: readonly UnitPace[],
  { period, weight, daysGone }: { period: Period } & Pick<Pacing, "weight" | "daysGone">,
): Ruled[] {
  if (weight === null || weight < ENOUGH) return [];
  return paces.flatMap(({ unitId, standing }): Ruled[] => {
    const { actual, target, expected, status } = standing;
    if (status !== "behind" || actual === null || target === null || expected === null) return [];
    const landing = runRateLanding(actual, weight);
    const size = landing === null ? null : Math.max(0, target - landing);
    return [
      {
        ...{ kind: "target_at_risk", about: { unitId }, n: daysGone, size, severity: size ?? 0 },
        evidence: { kind: "target_at_risk", period, target, actual, expected, landing },
      },
    ];
  });
}

export const DATA_PROBLEMS = ["closePassed", "noNextStep", "noLossReason"] as const;
export type DataProblem = (typeof DATA_PROBLEMS)[number];

/** Records of a unit with a problem, of all that could have it. */
export type ProblemCount = { unitId: string; problem: DataProblem; count: number; of: number };

/** A fifth of the records and at least five make a finding. */
const SHARE = 0.2;
const LEAST = 5;

/** Data that weakens the figures of a unit: a problem of at least five records and a fifth of them. */
export function dataProblems(counts: readonly ProblemCount[]): Ruled[] {
  return counts
    .filter(({ count, of }) => count >= LEAST && count >= SHARE * of)
    .map(({ unitId, problem, count, of }) => ({
      ...{ kind: "data_problem", about: { unitId }, n: of, size: null, severity: count / of },
      evidence: { kind: "data_problem", problem, count, of },
    }));
}
