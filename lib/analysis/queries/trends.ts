import "server-only";
import { type DashboardFrame, dashboardFrame } from "@/lib/dashboard/data/frame";
import { noteMarkers } from "@/lib/market/sql/list-notes";
import { type Label, labels } from "@/lib/metrics/data/labels";
import type { MeasuredRow } from "@/lib/metrics/data/measure";
import { read, type Tx } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import {
  addDays,
  addMonths,
  type BusinessDate,
  later,
  monthOf,
  startOfMonth,
  type Weekday,
} from "@/lib/shared/business-date";
import { mean } from "@/lib/shared/median";
import { type Period, splitPeriod } from "@/lib/shared/period";
import { measureIn } from "../data/window";
import { benjaminiHochberg } from "../domain/benjamini-hochberg";
import { changePoints } from "../domain/change-points";
import { decompose } from "../domain/decompose";
import { judgeLow, LOW_RULE } from "../domain/persistent-low";
import {
  type LowProduct,
  TREND_METRICS,
  type TrendMetric,
  type TrendsView,
} from "../domain/trends-view";
import { selfOf } from "../domain/working";
import type { TrendsParams } from "../schema";

/** Months looked at: three years tell a season from chance. */
const MONTHS = 36;
/** Products that are listed. */
const LISTED = 15;
/** Accepted share of false ones among those named, METRICS "Findings". */
const FALSE_SHARE = 0.1;

export type Trends = TrendsView & { frame: DashboardFrame };

/** Whole months up to the last that is over, from the first with data on. */
function wholeMonths({ asOf, firstData }: DashboardFrame): Period[] {
  const to = startOfMonth(addDays(asOf, 1));
  const from = later(addMonths(to, -MONTHS), startOfMonth(firstData ?? to));
  return from < to ? splitPeriod({ from, to }, "month") : [];
}

/** Values by month in their order; a month without sales is 0. */
function seriesOf(rows: readonly MeasuredRow[], months: readonly Period[]): number[] {
  const values = new Map(rows.map(({ bucket, value }) => [bucket, value ?? 0]));
  return months.map(({ from }) => values.get(from) ?? 0);
}

type Groups = { months: readonly MeasuredRow[]; weeks: readonly MeasuredRow[] };

function lowProducts(
  rows: Groups,
  periods: { months: readonly Period[]; weeks: readonly Period[] },
  names: ReadonlyMap<string, Label>,
): LowProduct[] {
  const weekly = Map.groupBy(rows.weeks, ({ key }) => key);
  const all = [...Map.groupBy(rows.months, ({ key }) => key)].map(([key, own]) => ({
    key,
    months: seriesOf(own, periods.months),
    weeks: seriesOf(weekly.get(key) ?? [], periods.weeks),
  }));
  const sum = (times: readonly Period[], of: "months" | "weeks") =>
    times.map((_, at) => all.reduce((total, one) => total + (one[of][at] ?? 0), 0));
  const whole = { months: sum(periods.months, "months"), weeks: sum(periods.weeks, "weeks") };
  const times = { months: periods.months.map(begin), weeks: periods.weeks.map(begin) };
  const judged = all.flatMap(({ key, ...part }) => {
    const found = key === null ? null : judgeLow(part, whole, times);
    return key === null || !found ? [] : [{ key, sold: part.months, ...found }];
  });
  const qs = benjaminiHochberg(judged.map(({ p }) => p));
  return judged.map(({ key, sold, index, tau, isLow }, at) => ({
    ...{ key, index, tau, name: names.get(key) ?? null, q: qs[at] ?? 1 },
    level: mean(index.slice(-LOW_RULE.months)) ?? 0,
    isLow: isLow && (qs[at] ?? 1) <= FALSE_SHARE,
    sold: sold.slice(-12).reduce((total, value) => total + value, 0),
  }));
}

const begin = ({ from }: Period) => from;

const lowestFirst = (a: LowProduct, b: LowProduct) =>
  Number(b.isLow) - Number(a.isLow) || a.level - b.level;

/** Each calendar month's factor; the series begins in `first`. */
function seasonsOf(factors: readonly number[] | null, first: BusinessDate | undefined) {
  if (!factors || !first) return null;
  return factors
    .map((factor, at) => ({ month: ((monthOf(first) - 1 + at) % 12) + 1, factor }))
    .sort((a, b) => a.month - b.month);
}

async function productOf(tx: Tx, id: string | undefined) {
  if (!id) return null;
  const name = (await labels(tx, "product", [id])).get(id);
  return name ? { id, ...name } : null;
}

async function byProduct(tx: Tx, frame: DashboardFrame, range: Period, metric: TrendMetric) {
  const asked = { metrics: [metric], by: "product", range } as const;
  const months = await measureIn(tx, frame, { ...asked, grain: "month" });
  const weeks = await measureIn(tx, frame, { ...asked, grain: "week" });
  const names = await labels(tx, "product", [...new Set(months.map(({ key }) => key))]);
  return { rows: { months, weeks }, names };
}

/** How sales go: season, trend, changes of level, and products that stay low; from one snapshot. */
export function trendAnalysis(scope: Scope, params: TrendsParams): Promise<Trends> {
  return read(scope, async (tx) => {
    const frame = await dashboardFrame(tx, scope, params);
    const { metric = TREND_METRICS[0] } = params;
    const product = await productOf(tx, params.product);
    const where = product ? { ...frame.where, product: product.id } : frame.where;
    const periods = wholeMonths(frame);
    const [first, last] = [periods[0], periods.at(-1)];
    const self = selfOf("trends", params);
    const nothing = {
      frame,
      self,
      where,
      metric,
      product,
      seasons: null,
      shifts: [],
      products: [],
    };
    if (!first || !last) return { ...nothing, months: [], judged: 0, notes: [] };
    const range = { from: first.from, to: last.to };
    const asked = { metrics: [metric], grain: "month", range, where } as const;
    const values = seriesOf(await measureIn(tx, frame, asked), periods);
    const { factors, adjusted, trend } = decompose(values);
    const { rows, names } = await byProduct(tx, frame, range, metric);
    const weeks = splitPeriod(range, "week", {
      firstDayOfWeek: frame.organisation.firstDayOfWeek as Weekday,
    });
    const judged = lowProducts(rows, { months: periods, weeks }, names);
    return {
      ...nothing,
      months: periods.map(({ from }, at) => ({
        ...{ month: from, value: values[at] ?? 0 },
        ...{ adjusted: adjusted[at] ?? 0, trend: trend[at] ?? 0 },
      })),
      seasons: seasonsOf(factors, first.from),
      shifts: changePoints(adjusted).map(({ at, change }) => ({
        ...{ month: periods[at]?.from ?? first.from, change },
      })),
      products: judged.toSorted(lowestFirst).slice(0, LISTED),
      judged: judged.length,
      notes: await noteMarkers(tx, range),
    };
  });
}
