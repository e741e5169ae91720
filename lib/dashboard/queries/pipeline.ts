import "server-only";
import type { MeasuredMetric } from "@/lib/metrics/domain/figure";
import type { Pacing } from "@/lib/targets/domain/pacing";
import type { Levels } from "@/lib/targets/domain/standing";
import { type TargetFacts, targetFigure } from "@/lib/targets/domain/target-figure";
import type { DashboardFrame } from "../data/frame";
import type { Figures, GroupRow } from "../data/reads";
import type { PipelineView, StageView } from "../domain/dashboard-view";
import { addressOf, figureValue } from "../domain/frame-address";

function stageViews(frame: DashboardFrame, rows: readonly GroupRow[]): StageView[] {
  return rows.map(({ key, name, now }) => ({
    key,
    name,
    deals: figureValue(now, "open_deals") ?? 0,
    expected: figureValue(now, "pipeline_open") ?? 0,
    weighted: figureValue(now, "weighted_pipeline") ?? 0,
    address: addressOf(frame, "pipeline_open", { stage: key }),
  }));
}

/** The open pipeline by stage and in all; whether it covers what is still to win. */
export function pipelineView(
  frame: DashboardFrame,
  pacing: Pacing,
  rows: readonly GroupRow[],
  headline: Figures,
  levels: Levels | null,
): PipelineView {
  const total = (metric: MeasuredMetric, what: "value" | "n") =>
    roundTo(
      rows.reduce((sum, { now }) => sum + (now[metric]?.[what] ?? 0), 0),
      frame.digits,
    );
  const facts: TargetFacts = {
    kpi: "revenue",
    actual: { value: figureValue(headline, "revenue") ?? 0, n: headline.revenue?.n ?? 0 },
    levels,
    pacing,
    due: { value: total("pipeline_due", "value"), n: total("pipeline_due", "n") },
    averageDealSize: figureValue(headline, "average_deal_size"),
    winRate: figureValue(headline, "win_rate"),
  };
  return {
    stages: stageViews(frame, rows),
    open: total("open_deals", "value"),
    expected: total("pipeline_open", "value"),
    weighted: total("weighted_pipeline", "value"),
    coverage: targetFigure("coverage_to_go", facts).value,
    reached: (targetFigure("gap", facts).value ?? 1) <= 0,
    opportunitiesNeeded: targetFigure("opportunities_needed", facts).value,
    coverageNeeded: figureValue(headline, "coverage_needed"),
  };
}

/** Binary sums of amounts that are exact to the minor unit. */
const roundTo = (value: number, digits: number) => Number(value.toFixed(digits));
