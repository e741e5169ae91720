import { isAdditive } from "./catalogue";
import { FORMULAS, type Formula, type MeasuredMetric, type Source } from "./figure";

/**
 * What makes a member of a breakdown a large one: the figure itself where the members sum to the whole,
 * else the number of records behind it, since the highest rates are those of one record. Named by parts
 * of one source, which are added up.
 */
export function rankedBy(metric: MeasuredMetric): {
  by: "value" | "records";
  source: Source;
  names: readonly string[];
} {
  const { sources, numerator, n }: Formula = FORMULAS[metric];
  const [source] = sources;
  const value = isAdditive(metric) ? numerator.names : undefined;
  const names = value ?? n.names;
  if (!source || !names) throw new Error(`Nothing ranks the members of ${metric}.`);
  return { by: value ? "value" : "records", source, names };
}
