import { TARGET_KPIS, type TargetKpi } from "./target-kpi";
import { weightedScore } from "./weighted-score";

/** How much each KPI weighs, and how much of an attainment counts at most (null: all of it). */
export type ScoreRules = { weights: Readonly<Record<TargetKpi, number>>; cap: number | null };

type Settings = {
  scoreWeightRevenue: number;
  scoreWeightNewCustomers: number;
  scoreWeightGrowth: number;
  scoreWeightWinRate: number;
  scoreCap: number | null;
};

/** The organisation's settings by KPI. */
export function scoreRules(settings: Settings): ScoreRules {
  return {
    weights: {
      revenue: settings.scoreWeightRevenue,
      new_customers: settings.scoreWeightNewCustomers,
      growth: settings.scoreWeightGrowth,
      win_rate: settings.scoreWeightWinRate,
    },
    cap: settings.scoreCap,
  };
}

export type AttainedKpi = { kpi: TargetKpi; attainment: number | null };

/**
 * The score of the KPIs that have a target, each by its share of their weights; null where one that
 * counts has no attainment, or none has a target.
 */
export function scoreOf(attained: readonly AttainedKpi[], { weights, cap }: ScoreRules) {
  const inputs = attained.map(({ kpi, attainment }) => ({ kpi, attainment, weight: weights[kpi] }));
  const { score, parts } = weightedScore(inputs, cap);
  return {
    score,
    parts: TARGET_KPIS.flatMap((kpi) => {
      const part = parts.find((one) => one.kpi === kpi);
      return part && part.share > 0 ? [{ kpi, share: part.share, points: part.points }] : [];
    }),
  };
}
