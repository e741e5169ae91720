import { minorToNumber, toMinor } from "./money";

/**
 * Rounds parts to the currency's minor unit so that they still sum to the (rounded) total to the
 * last unit. What rounding leaves over goes to the part largest in absolute value, where it is
 * least visible. The parts must sum to the total but for rounding; no parts give no parts.
 */
export function roundToSum(parts: readonly number[], total: number, currency: string): number[] {
  const minor = parts.map((part) => toMinor(part, currency));
  const left = toMinor(total, currency) - minor.reduce((a, b) => a + b, 0n);
  const sizes = parts.map(Math.abs);
  const largest = sizes.indexOf(Math.max(...sizes));
  return minor.map((part, index) =>
    minorToNumber(index === largest ? part + left : part, currency),
  );
}
