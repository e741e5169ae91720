import { ratio } from "@/lib/shared/ratio";
import { expectedToDate } from "./elapsed-weight";

export type PaceStatus = "on" | "caution" | "behind";

/** Shares of the expected value from which a KPI is on pace, or only to be watched. */
export interface PaceThresholds {
  readonly on: number;
  readonly caution: number;
}

export const DEFAULT_THRESHOLDS: PaceThresholds = { on: 1, caution: 0.9 };

export interface Pace {
  /** what should be reached by now; for ratios the target itself */
  readonly expected: number | null;
  /** actual ÷ expected, never capped */
  readonly pace: number | null;
  readonly status: PaceStatus | null;
}

export interface PaceInput {
  readonly actual: number | null;
  readonly target: number | null;
  readonly additive: boolean;
  /** share of the period that has passed; ignored for KPIs that are not additive */
  readonly weight: number | null;
  readonly direction: "up" | "down";
  readonly thresholds?: PaceThresholds;
}

/** Shortfalls below this share of the expected value are rounding of binary fractions. */
const TOLERANCE = 1e-9;

/**
 * Status of an actual against an expected value. The allowance is a share of the *size* of the
 * expected value, so that a negative target works: against −5% growth, −5.4% is caution and −4%
 * is on. For lower-is-better the side is reversed: up to 1.1 × expected is caution. Null when a
 * side is unknown.
 */
export function paceStatus(
  actual: number | null,
  expected: number | null,
  direction: "up" | "down",
  thresholds: PaceThresholds = DEFAULT_THRESHOLDS,
): PaceStatus | null {
  if (actual === null || expected === null) return null;
  const shortfall = direction === "up" ? expected - actual : actual - expected;
  const size = Math.abs(expected);
  const within = (threshold: number) => shortfall <= (1 - threshold + TOLERANCE) * size;
  if (within(thresholds.on)) return "on";
  return within(thresholds.caution) ? "caution" : "behind";
}

/**
 * Pace of a KPI. Additive KPIs are held against target × weight elapsed; ratios, medians and
 * distinct counts do not elapse and are held against the target itself. An additive KPI of which
 * nothing is expected (no target, target 0, no working day passed) has no pace and no status.
 */
export function paceOf(input: PaceInput): Pace {
  const { actual, target, additive, weight, direction, thresholds } = input;
  const expected = additive ? expectedToDate(target, weight) : target;
  if (additive && expected === 0) return { expected, pace: null, status: null };
  return {
    expected,
    pace: ratio(actual, expected),
    status: paceStatus(actual, expected, direction, thresholds),
  };
}
