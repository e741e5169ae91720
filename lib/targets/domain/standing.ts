import { attainment, gap } from "./attainment";
import { type PaceStatus, type PaceThresholds, paceOf } from "./pace";

/** How an actual stands against its target and against what should be reached by now. */
export type Standing = {
  actual: number | null;
  floor: number | null;
  target: number | null;
  stretch: number | null;
  attainment: number | null;
  gap: number | null;
  /** What should be reached by now; for ratios the target itself. */
  expected: number | null;
  pace: number | null;
  status: PaceStatus | null;
};

/** The levels of one target. */
export type Levels = { floor: number | null; target: number | null; stretch: number | null };

type StandingInput = {
  actual: number | null;
  levels: Levels | null;
  additive: boolean;
  /** Share of the period's working days that has passed, 0 to 1. */
  weight: number | null;
  thresholds: PaceThresholds;
};

/** For a KPI where more is better. */
export function standingOf({
  actual,
  levels,
  additive,
  weight,
  thresholds,
}: StandingInput): Standing {
  const { floor, target, stretch } = levels ?? { floor: null, target: null, stretch: null };
  const pace = paceOf({ actual, target, additive, weight, direction: "up", thresholds });
  return {
    actual,
    floor,
    target,
    stretch,
    attainment: attainment(actual, target),
    gap: gap(actual, target),
    ...pace,
  };
}
