/**
 * The share of a standard normal distribution at or below z. Relative error under 1.2e-7 in both
 * tails, so that small p-values keep their order. Source: the Chebyshev fit of erfc in Press et al.,
 * Numerical Recipes, §6.2.
 */
export function normalCdf(z: number): number {
  const upper = 0.5 * erfcOfPositive(Math.abs(z) / Math.SQRT2);
  return z < 0 ? upper : 1 - upper;
}

const FIT = [
  ...[-1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806],
  ...[0.27886807, -1.13520398, 1.48851587, -0.82215223, 0.17087277],
];

function erfcOfPositive(x: number): number {
  const t = 1 / (1 + x / 2);
  const polynomial = FIT.reduceRight((sum, coefficient) => sum * t + coefficient, 0);
  return t * Math.exp(-x * x + polynomial);
}
