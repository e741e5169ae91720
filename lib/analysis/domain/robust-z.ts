import { median } from "@/lib/shared/median";
import { studentCdf } from "./student-t";

/** Makes the median absolute deviation estimate the standard deviation of normal values. */
const TO_SIGMA = 1.4826;
/** How much a scale from MAD tells against the standard deviation of as many normal values. */
const EFFICIENCY = 0.3675;
/** Variance of a median of n normal values against that of their mean. */
const MEDIAN_VARIANCE = Math.PI / 2;

export type RobustScale = { median: number; scale: number; n: number };

/**
 * Median and scale (1.4826 × median absolute deviation, corrected for small samples by n ÷ (n − 0.8))
 * of values, not moved by outliers in up to half of them. Null below three values, or where more than
 * half are equal, so that they show no spread. Source: Croux & Rousseeuw 1992.
 */
export function robustScale(values: readonly number[]): RobustScale | null {
  const centre = median(values);
  if (centre === null || values.length < 3) return null;
  const deviation = median(values.map((value) => Math.abs(value - centre))) ?? 0;
  const n = values.length;
  return deviation === 0
    ? null
    : { median: centre, scale: (TO_SIGMA * deviation * n) / (n - 0.8), n };
}

/** How many scales a value lies above (positive) or below (negative) the median of its peers. */
export function robustZ(value: number, peers: RobustScale): number {
  return (value - peers.median) / peers.scale;
}

/**
 * The chance that one more of n normal peers lies as low as z. A scale from few peers is uncertain,
 * so Student's t with 0.3675 (n − 1) degrees of freedom, the efficiency of MAD, stands for the normal
 * distribution, and the uncertainty of the median is added.
 */
export function lowerTail(z: number, n: number): number {
  return studentCdf(z / Math.sqrt(1 + MEDIAN_VARIANCE / n), EFFICIENCY * (n - 1));
}
