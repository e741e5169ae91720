import { parseDecimal, rescale } from "./decimal";

function wholeWeights(weights: readonly number[]): bigint[] {
  const exact = weights.map((weight) => {
    if (!Number.isFinite(weight) || weight < 0) {
      throw new RangeError(`weight must be 0 or more: ${weight}`);
    }
    return parseDecimal(String(weight));
  });
  const scale = Math.max(0, ...exact.map((weight) => weight.scale));
  return exact.map((weight) => rescale(weight, scale));
}

/** Indices ordered by remainder, largest first; equal remainders keep their order. */
function byRemainder(remainders: readonly bigint[]): number[] {
  const at = (index: number) => remainders[index] ?? 0n;
  return remainders
    .map((_, index) => index)
    .sort((a, b) => (at(a) === at(b) ? a - b : at(a) > at(b) ? -1 : 1));
}

/**
 * Splits a whole number of units over weights by the largest remainder method (Hamilton
 * apportionment). The parts always sum to the total; each differs from its exact share by less
 * than one unit; a weight of 0 gets 0. A negative total is split like its absolute value. When
 * all weights are 0 the split is even. Equal remainders go to the earlier part. Throws
 * RangeError for a negative weight, or when a non-zero total has nobody to go to.
 */
export function allocate(total: bigint, weights: readonly number[]): bigint[] {
  if (weights.length === 0) {
    if (total !== 0n) throw new RangeError("nothing to allocate the total to");
    return [];
  }
  if (total < 0n) return allocate(-total, weights).map((part) => -part);
  const whole = wholeWeights(weights);
  const sum = whole.reduce((a, b) => a + b, 0n);
  if (sum === 0n)
    return allocate(
      total,
      weights.map(() => 1),
    );
  const parts = whole.map((weight) => (total * weight) / sum);
  const left = Number(total - parts.reduce((a, b) => a + b, 0n));
  for (const index of byRemainder(whole.map((weight) => (total * weight) % sum)).slice(0, left)) {
    parts[index] = (parts[index] ?? 0n) + 1n;
  }
  return parts;
}
