import { z } from "zod";
import {
  allowsDimension,
  elapses,
  METRIC_IDS,
  type MetricId,
} from "@/lib/metrics/domain/catalogue";
import { DIMENSIONS, GRAINS } from "@/lib/metrics/domain/dimensions";

type Dimension = (typeof DIMENSIONS)[number];

import { ACTIVITY_KINDS } from "@/lib/activities/domain/activity";
import { FORMULAS, isMeasured, type MeasuredMetric } from "@/lib/metrics/domain/figure";
import { isBusinessDate } from "@/lib/shared/business-date";
import { param } from "@/lib/shared/list-params";
import {
  COMBINED_METRICS,
  isTargetMetric,
  PIPELINE_METRICS,
} from "@/lib/targets/domain/target-figure";
import { isAdditive, isTargetKpi, TARGET_KPIS } from "@/lib/targets/domain/target-kpi";
import { type FigureAddress, NONE } from "./domain/figure-link";

const MEASURED = Object.keys(FORMULAS) as MeasuredMetric[];
const METRIC = z.enum(METRIC_IDS as [MetricId, ...MetricId[]]);
const OF = z.enum([...MEASURED, ...TARGET_KPIS]);

/** The API compares by growth only: the others need a second period, a part or a quarter. */
const API_METRIC = METRIC.exclude([
  ...(["change", "share", "linearity", "cohort_retention", ...COMBINED_METRICS] as const),
]);

/** Not of the first years: growth looks a year back. */
const day = z
  .string()
  .refine(isBusinessDate, "must be a day as YYYY-MM-DD")
  .refine((text) => text >= "1000-01-01", "must be a day after the year 1000");

const PARTS = [...DIMENSIONS, "direct"] as const;

/** Query of `GET /api/v1/measure`. The range is half-open: `from` is in it, `to` is not. */
export const measureQuery = z
  .object({
    metric: API_METRIC,
    of: OF.optional(),
    by: z.enum(DIMENSIONS).optional(),
    grain: z.enum(GRAINS).optional(),
    from: day,
    to: day,
    unit: z.guid().optional(),
  })
  .refine(({ from, to }) => from < to, { path: ["to"], message: "must be after from" })
  .refine(({ metric, grain }) => metric !== "growth" || grain !== "week", {
    path: ["grain"],
    message: "weeks of two years do not match; take day, month, quarter or year",
  })
  .refine((query) => fitsMetric(query.metric, query.of), {
    path: ["of"],
    message:
      "is for growth and for metrics against a target: revenue, new_customers, growth, win_rate",
  })
  .refine(({ metric, grain }) => !isTargetMetric(metric) || grain === undefined, {
    path: ["grain"],
    message: "a target is for one fiscal month, quarter or year: ask for each by from and to",
  })
  .refine(
    ({ metric, by }) => !by || allowsDimension(metric === "growth" ? "revenue" : metric, by),
    {
      path: ["by"],
      message: "is no breakdown of this metric; those against a target go by rep or region",
    },
  );

/** A measured metric is of nothing else; a target is of a KPI, the pipeline against it of revenue. */
function fitsMetric(metric: MetricId, of: MeasuredMetric | "growth" | undefined): boolean {
  if (of === undefined) return true;
  if (isTargetMetric(metric))
    return isTargetKpi(of) && !(PIPELINE_METRICS.includes(metric) && of !== "revenue");
  return metric === "growth" && of === "revenue";
}

export type MeasureQuery = z.infer<typeof measureQuery>;

const value = z
  .string()
  .min(1)
  .max(200)
  .refine((text) => !text.includes("\0"))
  .transform((text) => (text === NONE ? null : text));
const idValue = z.union([z.literal(NONE).transform(() => null), z.guid()]).optional();

/** Address of a figure's page; `none` stands for records without a value. */
export const figureQuery = z
  .object({
    metric: METRIC,
    of: OF.optional(),
    part: z.enum(PARTS).optional(),
    from: day,
    to: day,
    until: day.optional(),
    baseFrom: day.optional(),
    baseTo: day.optional(),
    rep: idValue,
    manager: idValue,
    unit: z.guid().optional(),
    direct: z.guid().optional(),
    region: idValue,
    product: idValue,
    category: idValue,
    customer: idValue,
    sector: value.optional(),
    segment: idValue,
    stage: idValue,
    lossReason: idValue,
    competitor: idValue,
    theme: z.guid().optional(),
    activityKind: z.enum(ACTIVITY_KINDS).optional(),
  })
  .refine(({ from, to, until }) => from < to && to <= (until ?? to))
  .refine(({ baseFrom, baseTo }) => (baseFrom ?? "") <= (baseTo ?? ""))
  .transform(({ metric, of, part, from, to, until, baseFrom, baseTo, ...where }): FigureAddress => {
    const base = baseFrom && baseTo ? { from: baseFrom, to: baseTo } : undefined;
    return { metric, of, range: { from, to }, base, part, until, where };
  })
  .refine(isComplete)
  .refine(canBeLimited);

/** Page of the records on a figure's page, from 1; customers have no list that shows just them. */
export const recordsPage = z
  .object({ page: param(z.coerce.number().int().min(1).max(1_000_000)) })
  .transform(({ page }) => page ?? 1);

/** The metric, or the one it is about, has the dimensions it is limited by. */
function canBeLimited({ metric, of = "revenue", where }: FigureAddress): boolean {
  const own = isMeasured(metric) ? metric : of;
  const names = Object.entries(where).flatMap(([name, value]) =>
    value === undefined ? [] : [name],
  );
  return names.every((name) =>
    allowsDimension(own, name === "direct" ? "unit" : (name as Dimension)),
  );
}

/** What a metric needs besides the range, and nothing that another one needs. */
function isComplete({ metric, of, base, part, where }: FigureAddress): boolean {
  const compares = ["growth", "change", "cohort_retention"].includes(metric);
  if (compares !== (base !== undefined) || (metric === "share") !== (part !== undefined))
    return false;
  if (isTargetMetric(metric)) return fitsMetric(metric, of);
  if (metric === "weighted_score") return of === undefined;
  if (metric === "mismatch") return of === undefined || (isTargetKpi(of) && isAdditive(of));
  if (part && where[part] === undefined) return false;
  if (metric === "linearity") return of === undefined || (isMeasured(of) && elapses(of));
  if (metric === "cohort_retention") return of === undefined;
  return compares || part ? of === undefined || isMeasured(of) : of === undefined;
}
