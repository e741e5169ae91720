import { deseasonalise, seasonalFactors } from "./deseasonalise";

export type Decomposition = {
  /** Of each season of the year, the first value's first; null below two full years. */
  factors: number[] | null;
  /** The values with the season taken out; as they are where it is unknown. */
  adjusted: number[];
  /** Its mean over the months around. */
  trend: number[];
};

/** Months before and after each that its trend is the mean of; at the ends as many as there are. */
export const AROUND = 3;

/** A series of months as season × trend × what is left (classical multiplicative decomposition). */
export function decompose(values: readonly number[]): Decomposition {
  const factors = seasonalFactors(values);
  const adjusted = factors ? deseasonalise(values, factors) : [...values];
  const trend = adjusted.map((_, at) => {
    const around = adjusted.slice(Math.max(0, at - AROUND), at + AROUND + 1);
    return around.reduce((sum, value) => sum + value, 0) / around.length;
  });
  return { factors, adjusted, trend };
}
