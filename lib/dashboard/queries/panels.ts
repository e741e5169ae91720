import "server-only";
import { growthRate } from "@/lib/metrics/domain/growth";
import { shareFigure } from "@/lib/metrics/domain/share";
import { isEmpty } from "@/lib/shared/period";
import type { TargetsInForce } from "@/lib/targets/data/targets-in-force";
import { requiredRate, runRateLanding } from "@/lib/targets/domain/landing";
import type { Pacing } from "@/lib/targets/domain/pacing";
import { scoreOf, scoreRules } from "@/lib/targets/domain/score";
import { type Levels, type Standing, standingOf } from "@/lib/targets/domain/standing";
import { isTargetKpi } from "@/lib/targets/domain/target-kpi";
import type { DashboardFrame } from "../data/frame";
import type { Figures, GroupRow } from "../data/reads";
import type {
  DashboardView,
  KpiView,
  LeadView,
  MemberView,
  PartView,
} from "../domain/dashboard-view";
import { addressOf, againstOf, figureValue } from "../domain/frame-address";
import { furthestBehind } from "../domain/furthest-behind";

type Sides = { now: Figures; previous: Figures; lastYear: Figures };

/** The KPI cards: what has a target first, the sales cycle last. */
export function kpiViews(
  frame: DashboardFrame,
  pacing: Pacing,
  targets: TargetsInForce,
  { now, previous, lastYear }: Sides,
): KpiView[] {
  const card = (kpi: "revenue" | "new_customers" | "win_rate", unit: KpiView["unit"]): KpiView => {
    const additive = kpi !== "win_rate";
    const value = figureValue(now, kpi);
    const standing = standingOf({ actual: value, levels: targets.whole(kpi), additive, ...pacing });
    return {
      kpi,
      unit,
      value,
      n: now[kpi]?.n ?? 0,
      standing,
      previous: figureValue(previous, kpi),
      lastYear: figureValue(lastYear, kpi),
      requiredRate: additive ? requiredRate(standing.gap, pacing.daysLeft) : null,
      address: addressOf(frame, kpi),
      against: againstOf(frame, kpi),
    };
  };
  return [
    card("revenue", "money"),
    growthView(frame, pacing, targets, { now, previous, lastYear }),
    card("new_customers", "count"),
    card("win_rate", "percent"),
    cycleView(frame, pacing, { now, previous, lastYear }),
  ];
}

const NO_TARGET = { levels: null, additive: false } as const;

/** Growth against last year's same working days; held against its target g directly, in points. */
function growthView(
  frame: DashboardFrame,
  pacing: Pacing,
  targets: TargetsInForce,
  { now, lastYear }: Sides,
): KpiView {
  const value = growthRate(figureValue(now, "revenue"), figureValue(lastYear, "revenue"));
  return {
    kpi: "growth",
    unit: "percent",
    value,
    n: now.revenue?.n ?? 0,
    standing: standingOf({
      ...NO_TARGET,
      levels: targets.whole("growth"),
      actual: value,
      ...pacing,
    }),
    previous: null,
    lastYear: figureValue(lastYear, "revenue"),
    requiredRate: null,
    address: { ...addressOf(frame, "growth"), base: frame.lastYearElapsed },
    against: againstOf(frame, "growth"),
  };
}

function cycleView(
  frame: DashboardFrame,
  pacing: Pacing,
  { now, previous, lastYear }: Sides,
): KpiView {
  const value = figureValue(now, "sales_cycle_won");
  return {
    kpi: "sales_cycle_won",
    unit: "days",
    value,
    n: now.sales_cycle_won?.n ?? 0,
    standing: standingOf({ ...NO_TARGET, actual: value, ...pacing }),
    previous: figureValue(previous, "sales_cycle_won"),
    lastYear: figureValue(lastYear, "sales_cycle_won"),
    requiredRate: null,
    address: addressOf(frame, "sales_cycle_won"),
    against: againstOf(frame, "revenue"),
  };
}

/** Rank by attainment, uncapped; members without a target follow by revenue. */
function byAttainment(a: MemberView, b: MemberView): number {
  const rank = ({ attainment }: Standing) => attainment ?? -1;
  return rank(b.standing) - rank(a.standing) || (b.standing.actual ?? 0) - (a.standing.actual ?? 0);
}

/**
 * Reps, or the units below the one looked at. What this one sold itself, beside them, is a line of
 * its own; a unit without any below it is simply the whole.
 */
export function memberViews(
  frame: DashboardFrame,
  pacing: Pacing,
  rows: readonly GroupRow[],
  dimension: "rep" | "unit",
  levelsOf: (id: string) => Levels | null,
): MemberView[] {
  const members = rows.filter(({ now }) => now.revenue !== undefined);
  return members
    .map(({ key, name, now }) => {
      const own = dimension === "unit" && key === frame.unit?.id;
      const direct = own && members.length > 1;
      const where = direct ? { direct: key } : own ? {} : { [dimension]: key };
      const levels = key === null || direct ? null : levelsOf(key);
      const actual = figureValue(now, "revenue") ?? 0;
      return {
        key,
        name,
        direct,
        standing: standingOf({ actual, levels, additive: true, ...pacing }),
        wonDeals: figureValue(now, "won_deals") ?? 0,
        winRate: figureValue(now, "win_rate"),
        address: addressOf(frame, "revenue", where),
        against: againstOf(frame, "revenue", where),
      };
    })
    .sort(byAttainment);
}

export function partViews(
  frame: DashboardFrame,
  rows: readonly GroupRow[],
  dimension: "product" | "region",
): PartView[] {
  const whole = rows.reduce((sum, { now }) => sum + (figureValue(now, "revenue") ?? 0), 0);
  return rows
    .filter(({ now }) => now.revenue !== undefined)
    .map(({ key, name, now, previous, lastYear }) => {
      const revenue = figureValue(now, "revenue") ?? 0;
      return {
        key,
        name,
        revenue,
        share: shareFigure(revenue, whole, 0).value,
        previous: figureValue(previous, "revenue"),
        lastYear: figureValue(lastYear, "revenue"),
        address: addressOf(frame, "revenue", { [dimension]: key }),
      };
    })
    .sort((a, b) => b.revenue - a.revenue);
}

/** The sentence at the top; units are named where there are several, else reps. */
export function leadView(
  frame: DashboardFrame,
  { weight }: Pacing,
  revenue: KpiView | undefined,
  members: readonly MemberView[],
): LeadView {
  const { elapsed, isOver } = frame;
  const actual = revenue?.value ?? null;
  const running = !isOver && !isEmpty(elapsed);
  return {
    phase: isOver ? "over" : running ? "running" : "ahead",
    actual,
    attainment: revenue?.standing.attainment ?? null,
    weight,
    status: revenue?.standing.status ?? null,
    previous: revenue?.previous ?? null,
    landing: running ? runRateLanding(actual, weight) : null,
    behind: furthestBehind(members, 2),
  };
}

/** The score of the KPIs with a target, see the page of the figure. */
export function scoreView(
  { organisation, period: { from, to }, where }: DashboardFrame,
  kpis: readonly KpiView[],
): DashboardView["score"] {
  const attained = kpis.flatMap(({ kpi, standing }) =>
    isTargetKpi(kpi) && standing.target !== null ? [{ kpi, attainment: standing.attainment }] : [],
  );
  if (attained.length < 2) return null;
  const { score } = scoreOf(attained, scoreRules(organisation));
  const address = { metric: "weighted_score", range: { from, to }, where } as const;
  return { value: score, address };
}
