import { sumOrNull } from "@/lib/shared/ratio";

export interface ScoreInput {
  readonly kpi: string;
  /** relative weight, 0 or more; weights need not sum to 1 */
  readonly weight: number;
  readonly attainment: number | null;
}

export interface ScorePart {
  readonly kpi: string;
  /** share of the weights, 0–1 */
  readonly share: number;
  /** attainment after the cap */
  readonly counted: number | null;
  readonly points: number | null;
}

export interface WeightedScore {
  /** null when a KPI with weight has no attainment: a missing part is not a 0 */
  readonly score: number | null;
  readonly parts: readonly ScorePart[];
}

/**
 * Σ share of weight × min(attainment, cap), as a ratio (1 is 100%), with the parts it is made of.
 * No cap unless one is set. Throws RangeError for a negative weight.
 */
export function weightedScore(
  inputs: readonly ScoreInput[],
  cap: number | null = null,
): WeightedScore {
  const total = inputs.reduce((sum, input) => sum + input.weight, 0);
  const parts = inputs.map(({ kpi, weight, attainment }) => {
    if (weight < 0) throw new RangeError(`weight must be 0 or more: ${weight}`);
    const share = total === 0 ? 0 : weight / total;
    const counted = attainment === null || cap === null ? attainment : Math.min(attainment, cap);
    const points = share === 0 ? 0 : counted === null ? null : share * counted;
    return { kpi, share, counted, points };
  });
  const score = total === 0 ? null : sumOrNull(parts.map((part) => part.points));
  return { score, parts };
}
