import { z } from "zod";
import { isBusinessDate } from "@/lib/shared/business-date";
import { DIMENSIONS, GRAINS } from "./domain/dimensions";
import { FORMULAS, type MeasuredMetric } from "./domain/figure";
import { type FigureAddress, NONE } from "./domain/figure-link";

const METRIC_IDS = [...(Object.keys(FORMULAS) as MeasuredMetric[]), "growth"] as const;

/** Not of the first years: growth looks a year back. */
const day = z
  .string()
  .refine(isBusinessDate, "must be a day as YYYY-MM-DD")
  .refine((text) => text >= "1000-01-01", "must be a day after the year 1000");

/** Query of `GET /api/v1/measure`. The range is half-open: `from` is in it, `to` is not. */
export const measureQuery = z
  .object({
    metric: z.enum(METRIC_IDS),
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
  });

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
    metric: z.enum(METRIC_IDS),
    from: day,
    to: day,
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
    stage: idValue,
  })
  .refine(({ from, to }) => from < to)
  .refine(({ metric, baseFrom }) => (metric === "growth") === (baseFrom !== undefined))
  .refine(({ baseFrom, baseTo }) => (baseFrom ?? "") <= (baseTo ?? ""))
  .transform(({ metric, from, to, baseFrom, baseTo, ...where }): FigureAddress => {
    const base = baseFrom && baseTo ? { from: baseFrom, to: baseTo } : undefined;
    return { metric, range: { from, to }, base, where };
  });
