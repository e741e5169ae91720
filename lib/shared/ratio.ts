/**
 * numerator ÷ denominator, or null ("—") when either is missing or the denominator is 0. The
 * result is never capped and never rounded: 180% is 1.8.
 */
export function ratio(
  numerator: number | null | undefined,
  denominator: number | null | undefined,
): number | null {
  if (numerator == null || denominator == null || denominator === 0) return null;
  const value = numerator / denominator;
  return Number.isFinite(value) ? value : null;
}

/** Sum that is null when a part is unknown. An empty sum is 0. */
export function sumOrNull(values: readonly (number | null)[]): number | null {
  let total = 0;
  for (const value of values) {
    if (value === null) return null;
    total += value;
  }
  return total;
}
