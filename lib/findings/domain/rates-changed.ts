import type { Tries } from "@/lib/analysis/domain/beta-binomial";
import { higherRate, lowerRate } from "@/lib/analysis/domain/fisher-exact";
import type { Candidate } from "./candidate";
import type { CompanyFigures, Compared, CountPair } from "./company-figures";

/** Fewer deals or answers on one of the sides say little. */
const FEWEST = 20;
/** Points of a stage's conversion that matter. */
const LEAK = 0.1;
/** A share that grew by half matters, once so many speak of it. */
const RISE = 1.5;
const FEWEST_VOICES = 8;

const rate = ({ hits, n }: Tries) => (n === 0 ? 0 : hits / n);

/**
 * Stages that fewer deals leave forwards than before: mature entries of half a year against those of
 * the year before it, by Fisher's exact test. Ten points less matter.
 */
export function leakingStages({ stages, entered }: CompanyFigures): Candidate[] {
  return stages
    .filter(({ recent, before }) => recent.n >= FEWEST && before.n >= FEWEST)
    .map(({ unitId, stageId, recent, before }): Candidate => {
      const drop = rate(before) - rate(recent);
      return {
        ...{ kind: "stage_leak", about: { unitId, stageId }, p: lowerRate(recent, before) },
        ...{ n: recent.n, size: null, severity: drop, matters: drop >= LEAK },
        evidence: { kind: "stage_leak", ...sides(entered, recent, before) },
      };
    });
}

/**
 * Themes customers speak of more than before, and competitors that win more of the deals we lose: the
 * last ninety days against the year before them, by Fisher's exact test. It matters when the share grew
 * by half and at least eight are behind it.
 */
export function rising(figures: CompanyFigures): Candidate[] {
  const { root, themes, competitors } = figures;
  return [
    ...themes.flatMap((pair) =>
      risen("theme_rising", { unitId: root, themeId: pair.id }, pair, figures),
    ),
    ...competitors.flatMap((pair) =>
      risen("competitor_rising", { unitId: root, competitorId: pair.id }, pair, figures),
    ),
  ];
}

function risen(
  kind: "theme_rising" | "competitor_rising",
  about: Candidate["about"],
  { recent, before }: CountPair,
  { counted }: CompanyFigures,
): Candidate[] {
  if (recent.n < FEWEST || before.n < FEWEST) return [];
  const matters = recent.hits >= FEWEST_VOICES && rate(recent) >= RISE * rate(before);
  const severity = rate(recent) - rate(before);
  return [
    {
      ...{ kind, about, p: higherRate(recent, before), n: recent.n, size: null },
      ...{ severity, matters, evidence: { kind, ...sides(counted, recent, before) } },
    },
  ];
}

const sides = (periods: Compared, recent: Tries, before: Tries) => ({
  recent: { ...periods.recent, ...recent },
  before: { ...periods.before, ...before },
});
