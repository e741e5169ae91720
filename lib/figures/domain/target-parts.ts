import { isMeasured } from "@/lib/metrics/domain/figure";
import { isEmpty, type Period } from "@/lib/shared/period";
import {
  type TargetFacts,
  type TargetMetric,
  targetFigure,
} from "@/lib/targets/domain/target-figure";
import type { FigurePart } from "./explained-figure";
import type { FigureAddress } from "./figure-link";

/** Which other figures a figure against a target is computed from. */
const MADE_OF: Record<TargetMetric, readonly (TargetMetric | "actual" | "due" | "rates")[]> = {
  target: [],
  attainment: ["actual", "target"],
  gap: ["target", "actual"],
  time_elapsed: [],
  expected_to_date: ["target", "time_elapsed"],
  pace: ["actual", "expected_to_date"],
  run_rate_landing: ["actual", "time_elapsed"],
  required_rate: ["gap"],
  coverage_to_go: ["due", "gap"],
  opportunities_needed: ["gap", "rates"],
};

/** `elapsed` is the part of the period that has passed, `lastYear` what a growth is held against. */
export type Ranges = { elapsed: Period; lastYear: Period };

/** The figures a figure against a target is made of, each with its own address. */
export function targetParts(
  address: FigureAddress,
  facts: TargetFacts,
  ranges: Ranges,
): FigurePart[] {
  const metric = address.metric as TargetMetric;
  return MADE_OF[metric].flatMap((part): FigurePart[] => {
    if (part === "actual") return [actualPart(address, facts, ranges)];
    if (part === "due")
      return [{ address: ofPeriod(address, "pipeline_due"), value: facts.due?.value ?? null }];
    if (part === "rates") return rateParts(address, facts, ranges);
    const value = targetFigure(part, facts).value;
    return [{ address: { ...address, metric: part }, value }];
  });
}

function ofPeriod({ range, where }: FigureAddress, metric: FigureAddress["metric"]): FigureAddress {
  return { metric, range, where };
}

function actualPart(address: FigureAddress, { kpi, actual }: TargetFacts, ranges: Ranges) {
  return { address: actualAddress(address, kpi, ranges), value: actual.value };
}

/** The part of the period that has passed; all of a period that has not begun. */
const shownPart = (period: Period, { elapsed }: Ranges) => (isEmpty(elapsed) ? period : elapsed);

/** The KPI itself in the part of the period that has passed. */
export function actualAddress(
  { range: period, where }: FigureAddress,
  kpi: TargetFacts["kpi"],
  ranges: Ranges,
): FigureAddress {
  const range = shownPart(period, ranges);
  const until = range.to < period.to ? period.to : undefined;
  const base = isMeasured(kpi) ? undefined : ranges.lastYear;
  return { metric: kpi, range, base, until, where };
}

function rateParts(address: FigureAddress, facts: TargetFacts, ranges: Ranges): FigurePart[] {
  const rate = (metric: FigureAddress["metric"]) => ({
    ...ofPeriod(address, metric),
    range: shownPart(address.range, ranges),
  });
  return [
    { address: rate("average_deal_size"), value: facts.averageDealSize ?? null },
    { address: rate("win_rate"), value: facts.winRate ?? null },
  ];
}
