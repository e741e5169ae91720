/**
 * Adjusted p-values ("q-values") in the order given: the smallest false-discovery rate at which each
 * would be accepted. Accepting all ≤ q holds the expected share of false ones at q; where nothing is
 * true, the chance of any. Source: Benjamini & Hochberg 1995.
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const falling = pValues.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p);
  const adjusted = new Array<number>(pValues.length).fill(1);
  let least = 1;
  for (const [before, { p, index }] of falling.entries()) {
    const rank = pValues.length - before;
    least = Math.min(least, p * (pValues.length / rank));
    adjusted[index] = least;
  }
  return adjusted;
}
