import { leastSquares } from "./least-squares";

/** From place `at` on the series lies higher by this share (lower where negative) than its line said. */
export type ChangePoint = { at: number; change: number };

/** Values on each side of a change, the most changes looked for, and how much better the fit must be. */
export const CHANGE_RULE = { side: 6, most: 3, evidence: 10 };

/** A perfect fit leaves a residual of the size of rounding, which has no logarithm to speak of. */
const LEAST = 1e-12;

/**
 * Months from which on a series lies on another level than a steady growth explains. To the logarithms
 * of the values a straight line is fitted, then the line with a step at each place that leaves six
 * values on both sides; the best step is kept while it lowers the Bayesian information criterion by
 * at least 10 (its place and its size count as two parameters), up to three. Deseasonalise first.
 * None where a value is not positive. Source: Schwarz 1978; 10 is "very strong", Kass & Raftery 1995.
 */
export function changePoints(values: readonly number[]): ChangePoint[] {
  if (values.some((value) => value <= 0) || values.length < 2 * CHANGE_RULE.side) return [];
  const logs = values.map(Math.log);
  let places: number[] = [];
  let score = scoreOf(logs, places);
  while (places.length < CHANGE_RULE.most) {
    const found = bestStep(logs, places);
    if (!found || score - found.score < CHANGE_RULE.evidence) break;
    places = [...places, found.at].sort((a, b) => a - b);
    score = found.score;
  }
  const sizes = lineWith(logs, places)?.coefficients.slice(2) ?? [];
  return places.map((at, index) => ({ at, change: Math.exp(sizes[index] ?? 0) - 1 }));
}

/** A level, a slope and a step at each place; time from −1 to 1 keeps the columns alike in size. */
function lineWith(logs: readonly number[], places: readonly number[]) {
  const half = (logs.length - 1) / 2;
  const line = logs.map((_, i) => (i - half) / half);
  const steps = places.map((place) => logs.map((_, i) => (i >= place ? 1 : 0)));
  return leastSquares(logs, [logs.map(() => 1), line, ...steps]);
}

function scoreOf(logs: readonly number[], places: readonly number[]): number {
  const n = logs.length;
  const residual = lineWith(logs, places)?.residual ?? Infinity;
  const parameters = 2 + 2 * places.length;
  return n * Math.log(Math.max(residual / n, LEAST)) + parameters * Math.log(n);
}

function bestStep(logs: readonly number[], places: readonly number[]) {
  const { side } = CHANGE_RULE;
  const borders = [0, ...places, logs.length];
  const free = logs.flatMap((_, at) =>
    borders.every((border) => Math.abs(at - border) >= side) ? [at] : [],
  );
  const scored = free.map((at) => ({ at, score: scoreOf(logs, [...places, at]) }));
  return scored.reduce<(typeof scored)[number] | null>(
    (best, one) => (best && best.score <= one.score ? best : one),
    null,
  );
}
