import { coverageToGo } from "@/lib/metrics/domain/coverage";
import type { Figure } from "@/lib/metrics/domain/figure";
import { opportunitiesNeeded } from "@/lib/metrics/domain/opportunities-needed";
import { requiredRate, runRateLanding } from "./landing";
import type { Pacing } from "./pacing";
import { type Levels, type Standing, standingOf } from "./standing";
import { isAdditive, type TargetKpi } from "./target-kpi";

/** Metrics of a KPI against its target in a fiscal period. */
export const TARGET_METRICS = [
  "target",
  "attainment",
  "gap",
  "time_elapsed",
  "expected_to_date",
  "pace",
  "run_rate_landing",
  "required_rate",
  "coverage_to_go",
  "opportunities_needed",
] as const;
export type TargetMetric = (typeof TARGET_METRICS)[number];

export function isTargetMetric(metric: string): metric is TargetMetric {
  return TARGET_METRICS.some((one) => one === metric);
}

/** Made of several targets: of all KPIs, or of a unit and those below it. */
export const COMBINED_METRICS = ["mismatch", "weighted_score"] as const;

export function isCombinedMetric(metric: string): metric is (typeof COMBINED_METRICS)[number] {
  return COMBINED_METRICS.some((one) => one === metric);
}

/** Of revenue only: the pipeline is money. */
export const PIPELINE_METRICS: readonly TargetMetric[] = ["coverage_to_go", "opportunities_needed"];

/** What a figure against a target is made of. */
export type TargetFacts = {
  kpi: TargetKpi;
  /** The KPI so far, with its number of records. */
  actual: Pick<Figure, "value" | "n">;
  levels: Levels | null;
  pacing: Pacing;
  /** Open deals due in the whole period; of revenue only, as the two below. */
  due?: Pick<Figure, "value" | "n">;
  averageDealSize?: number | null;
  winRate?: number | null;
};

/** The KPI against its target and against what should be reached by now. */
export function standingFrom({ kpi, actual, levels, pacing }: TargetFacts): Standing {
  return standingOf({ actual: actual.value, levels, additive: isAdditive(kpi), ...pacing });
}

type Parts = Pick<Figure, "value" | "numerator" | "denominator">;

const plain = (value: number | null): Parts => ({ value, numerator: value, denominator: null });

/**
 * A figure against a target with what it divides. Where the target is missing, or does not elapse
 * (ratios have no landing and no daily rate), it is undefined.
 */
export function targetFigure(metric: TargetMetric, facts: TargetFacts): Figure {
  const n = metric === "coverage_to_go" ? (facts.due?.n ?? 0) : facts.actual.n;
  return { ...partsOf(metric, facts), n };
}

function partsOf(metric: TargetMetric, facts: TargetFacts): Parts {
  const { kpi, actual, pacing } = facts;
  const { target, attainment, gap, expected, pace } = standingFrom(facts);
  const additive = isAdditive(kpi);
  switch (metric) {
    case "target":
      return plain(target);
    case "attainment":
      return { value: attainment, numerator: actual.value, denominator: target };
    case "gap":
      return plain(gap);
    case "time_elapsed":
      return { value: pacing.weight, numerator: pacing.daysGone, denominator: pacing.days };
    case "expected_to_date":
      return plain(expected);
    case "pace":
      return { value: pace, numerator: actual.value, denominator: expected };
    case "run_rate_landing":
      if (!additive) return plain(null);
      return {
        value: runRateLanding(actual.value, pacing.weight),
        numerator: actual.value,
        denominator: pacing.weight,
      };
    case "required_rate":
      if (!additive) return plain(null);
      return {
        value: requiredRate(gap, pacing.daysLeft),
        numerator: gap,
        denominator: pacing.daysLeft,
      };
    case "coverage_to_go":
      return coverage(facts, target, gap);
    case "opportunities_needed":
      return opportunities(facts, gap);
  }
}

/** Without a single dated deal nothing is known to be due, which is not the same as 0. */
function coverage({ actual, due }: TargetFacts, target: number | null, gap: number | null): Parts {
  const pipelineDue = due && due.n > 0 ? due.value : null;
  const value = coverageToGo({ pipelineDue, target, won: actual.value ?? 0 });
  return { value, numerator: pipelineDue, denominator: gap };
}

/** The value is numerator ÷ denominator, rounded up. */
function opportunities({ averageDealSize, winRate }: TargetFacts, gap: number | null): Parts {
  const rates = { averageDealSize: averageDealSize ?? null, winRate: winRate ?? null };
  const value = opportunitiesNeeded({ gap, ...rates });
  const brings = averageDealSize == null || winRate == null ? null : averageDealSize * winRate;
  return { value, numerator: gap, denominator: brings };
}
