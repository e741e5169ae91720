import { benjaminiHochberg } from "@/lib/analysis/domain/benjamini-hochberg";
import type { Candidate } from "./candidate";
import type { CompanyFigures } from "./company-figures";
import { lowProducts } from "./product-low";
import { leakingStages, rising } from "./rates-changed";
import { lowUnits } from "./unit-low";
import { lowWinRates } from "./win-rate-low";

/** The share of false ones among the findings of a run that is accepted. */
export const FALSE_SHARE = 0.1;

export type Tested = Candidate & { q: number };

/**
 * Runs all tests. Benjamini–Hochberg counts every one of them, also those too small to matter; what is
 * told is both unlikely to be chance and large enough. Sorted by money, then by q.
 */
export function lookAt(figures: CompanyFigures): { tests: number; found: Tested[] } {
  const candidates = [
    ...lowProducts(figures),
    ...lowUnits(figures),
    ...lowWinRates(figures),
    ...leakingStages(figures),
    ...rising(figures),
  ];
  const adjusted = benjaminiHochberg(candidates.map(({ p }) => p));
  const found = candidates
    .map((candidate, at): Tested => ({ ...candidate, q: adjusted[at] ?? 1 }))
    .filter(({ q, matters }) => matters && q <= FALSE_SHARE)
    .sort((a, b) => (b.size ?? 0) - (a.size ?? 0) || a.q - b.q);
  return { tests: candidates.length, found };
}
