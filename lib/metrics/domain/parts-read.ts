import { FORMULAS, type Formula, type MeasuredMetric } from "./figure";

/** The parts the figures are made of; null where a formula does not say which it reads. */
export function partsRead(metrics: readonly MeasuredMetric[]): ReadonlySet<string> | null {
  const names = new Set<string>();
  for (const metric of metrics) {
    const { numerator, denominator, n }: Formula = FORMULAS[metric];
    for (const reader of [numerator, n, ...(denominator ? [denominator] : [])]) {
      if (!reader.names) return null;
      for (const name of reader.names) names.add(name);
    }
  }
  return names;
}
