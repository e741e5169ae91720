import "server-only";
import { coverageNeeded, coverageToGo } from "@/lib/metrics/domain/coverage";
import type { MeasuredMetric } from "@/lib/metrics/domain/figure";
import { opportunitiesNeeded } from "@/lib/metrics/domain/opportunities-needed";
import type { Standing } from "@/lib/targets/domain/standing";
import type { PipelineView, StageView } from "../domain/dashboard-view";
import type { DashboardFrame } from "./frame";
import { addressOf, figureValue } from "./panels";
import type { Figures, GroupRow } from "./reads";

function stageViews(frame: DashboardFrame, rows: readonly GroupRow[]): StageView[] {
  return rows.map(({ key, name, now }) => ({
    key,
    name,
    deals: now.pipeline_open?.n ?? 0,
    expected: figureValue(now, "pipeline_open") ?? 0,
    weighted: figureValue(now, "weighted_pipeline") ?? 0,
    address: addressOf(frame, "pipeline_open", { stage: key }),
  }));
}

/** The open pipeline by stage and in all; whether it covers what is still to win. */
export function pipelineView(
  frame: DashboardFrame,
  rows: readonly GroupRow[],
  headline: Figures,
  revenue: Standing | undefined,
): PipelineView {
  const total = (metric: MeasuredMetric, what: "value" | "n") =>
    roundTo(
      rows.reduce((sum, { now }) => sum + (now[metric]?.[what] ?? 0), 0),
      frame.digits,
    );
  return {
    stages: stageViews(frame, rows),
    open: total("pipeline_open", "n"),
    expected: total("pipeline_open", "value"),
    weighted: total("weighted_pipeline", "value"),
    coverage: coverageToGo({
      pipelineDue: total("pipeline_due", "n") > 0 ? total("pipeline_due", "value") : null,
      target: revenue?.target ?? null,
      won: revenue?.actual ?? 0,
    }),
    opportunitiesNeeded: opportunitiesNeeded({
      gap: revenue?.gap ?? null,
      averageDealSize: figureValue(headline, "average_deal_size"),
      winRate: figureValue(headline, "win_rate"),
    }),
    coverageNeeded: coverageNeeded(figureValue(headline, "win_rate_value")),
  };
}

/** Binary sums of amounts that are exact to the minor unit. */
const roundTo = (value: number, digits: number) => Number(value.toFixed(digits));
