import type { FigureAddress } from "@/lib/figures/domain/figure-link";
import type { Figure, MeasuredMetric } from "@/lib/metrics/domain/figure";
import type { BusinessDate } from "@/lib/shared/business-date";
import type { Named } from "@/lib/shared/named";
import type { Period } from "@/lib/shared/period";
import type { PaceStatus } from "@/lib/targets/domain/pace";
import type { Standing } from "@/lib/targets/domain/standing";

/** A KPI card. Ratios are fractions, money is in base currency. */
export type KpiView = {
  kpi: "revenue" | "growth" | "new_customers" | "win_rate" | "sales_cycle_won";
  unit: "money" | "percent" | "count" | "days";
  value: number | null;
  n: number;
  standing: Standing;
  previous: number | null;
  lastYear: number | null;
  /** What each working day left has to bring; null where none is left or nothing is missing. */
  requiredRate: number | null;
  address: FigureAddress;
  /** Its attainment, in the whole period. */
  against: FigureAddress;
};

/** A member's line: actual, target, attainment. `key` is null for sales without one. */
export type MemberView = {
  key: string | null;
  name: Named | null;
  standing: Standing;
  wonDeals: number;
  winRate: number | null;
  /** What the unit looked at sold itself, beside the units below it; it has no target of its own. */
  direct: boolean;
  address: FigureAddress;
  /** Its attainment, in the whole period. */
  against: FigureAddress;
};

/** A part of revenue. */
export type PartView = {
  key: string | null;
  name: Named | null;
  revenue: number;
  /** Of all revenue shown; null where the whole is not positive. */
  share: number | null;
  lastYear: number | null;
  previous: number | null;
  address: FigureAddress;
};

export type StageView = {
  key: string | null;
  name: Named | null;
  deals: number;
  expected: number;
  weighted: number;
  address: FigureAddress;
};

export type PipelineView = {
  stages: StageView[];
  open: number;
  expected: number;
  weighted: number;
  coverage: number | null;
  /** Nothing is left to be covered: the target is reached. */
  reached: boolean;
  coverageNeeded: number | null;
  opportunitiesNeeded: number | null;
};

/** Cumulative revenue on each day of the period. */
export type SeriesPoint = {
  day: string;
  actual: number | null;
  expected: number | null;
  lastYear: number | null;
};

/** What the sentence at the top says. */
export type LeadView = {
  phase: "ahead" | "running" | "over";
  actual: number | null;
  attainment: number | null;
  /** Share of working days gone. */
  weight: number | null;
  status: PaceStatus | null;
  previous: number | null;
  /** Where a running period ends at the present rate; null where that says nothing. */
  landing: number | null;
  /** Members furthest behind what they should have reached, worst first, at most two. */
  behind: Named[];
};

/** All of the dashboard, from one snapshot. */
export type DashboardView = {
  frame: {
    unit: { id: string } | null;
    period: { code: string };
    where: FigureAddress["where"];
    /** The part of the period that has passed, and as much of the two it is compared with. */
    elapsed: Period;
    previousElapsed: Period;
    lastYearElapsed: Period;
    lastYear: Period;
    asOf: BusinessDate;
    lastData: BusinessDate | null;
    openedOnLastData: boolean;
  };
  /** Address of the figures of the whole, in the part of the period that has passed. */
  whole: Omit<FigureAddress, "metric">;
  /** Address of the attainment of revenue. */
  against: FigureAddress;
  kpis: KpiView[];
  /** All KPIs with a target by their weight; null where fewer than two have one. */
  score: { value: number | null; address: FigureAddress } | null;
  lead: LeadView;
  /** Figures that have no card: sizes, cycles, rates. */
  headline: Partial<Record<MeasuredMetric, Figure>>;
  series: SeriesPoint[];
  reps: MemberView[];
  branches: MemberView[];
  products: PartView[];
  regions: PartView[];
  pipeline: PipelineView;
};
