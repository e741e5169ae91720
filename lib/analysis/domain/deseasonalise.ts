import { median } from "@/lib/shared/median";

/**
 * How busy each season of the year is against an ordinary one (1), for a series of positive values
 * at equal steps that begins in season 0: the ratio to the centred moving average over one year, its
 * median over the years, scaled so that the factors multiply to 1. Null below two full years: then a
 * season cannot be told from chance. Source: classical multiplicative decomposition.
 */
export function seasonalFactors(values: readonly number[], seasons = 12): number[] | null {
  if (values.length < 2 * seasons || values.some((value) => value <= 0)) return null;
  const level = centredAverage(values, seasons);
  const logs = Array.from({ length: seasons }, (_, season) =>
    median(
      values.flatMap((value, at) => {
        const around = level[at] ?? null;
        return at % seasons === season && around !== null ? [Math.log(value / around)] : [];
      }),
    ),
  );
  const known = logs.filter((log) => log !== null);
  if (known.length < seasons) return null;
  const centre = known.reduce((a, b) => a + b, 0) / seasons;
  return known.map((log) => Math.exp(log - centre));
}

/**
 * The mean of a year around each value; for an even number of seasons the two outermost values count
 * half, so that each season has the same weight. Null at both ends, where no year lies around.
 */
export function centredAverage(values: readonly number[], seasons = 12): (number | null)[] {
  const half = Math.floor(seasons / 2);
  const edge = seasons % 2 === 0 ? 0.5 : 1;
  return values.map((_, at) => {
    if (at < half || at + half >= values.length) return null;
    const around = values.slice(at - half, at + half + 1);
    const ends = (around[0] as number) + (around.at(-1) as number);
    return (around.reduce((a, b) => a + b, 0) - ends * (1 - edge)) / seasons;
  });
}

/** The values with the season taken out: each ÷ the factor of its season. */
export function deseasonalise(values: readonly number[], factors: readonly number[]): number[] {
  return values.map((value, at) => value / (factors[at % factors.length] ?? 1));
}

/**
 * A part against the rest of the whole it belongs to, step by step: what all have in common (season,
 * holidays, growth) drops out, also where the series is too short to know its own season. Null where
 * the rest sold nothing.
 */
export function againstRest(part: readonly number[], whole: readonly number[]): (number | null)[] {
  return part.map((value, at) => {
    const rest = (whole[at] ?? 0) - value;
    return rest > 0 ? value / rest : null;
  });
}
