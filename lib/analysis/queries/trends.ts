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

function lowProducts(
  rows: readonly MeasuredRow[],
  months: readonly Period[],
  names: ReadonlyMap<string, Label>,
): LowProduct[] {
  const groups = [...Map.groupBy(rows, ({ key }) => key)];
  const all = groups.map(([key, own]) => ({ key, sold: seriesOf(own, months) }));
  const whole = months.map((_, at) => all.reduce((sum, { sold }) => sum + (sold[at] ?? 0), 0));
  const judged = all.flatMap(({ key, sold }) => {
    const found = key === null ? null : judgeLow(sold, whole);
    return key === null || !found ? [] : [{ key, sold, ...found }];
  });
  const qs = benjaminiHochberg(judged.map(({ p }) => p));
  return judged.map(({ key, sold, index, tau, isLow }, at) => ({
    ...{ key, index, tau, name: names.get(key) ?? null, q: qs[at] ?? 1 },
    level: mean(index.slice(-LOW_RULE.months)) ?? 0,
    isLow: isLow && (qs[at] ?? 1) <= FALSE_SHARE,
    sold: sold.slice(-12).reduce((sum, value) => sum + value, 0),
  }));
}

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
  const rows = await measureIn(tx, frame, {
    metrics: [metric],
    by: "product",
    grain: "month",
    range,
  });
  return { rows, names: await labels(tx, "product", [...new Set(rows.map(({ key }) => key))]) };
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
    const nothing = { frame, where, metric, product, seasons: null, shifts: [], products: [] };
    if (!first || !last) return { ...nothing, months: [], judged: 0, notes: [] };
    const range = { from: first.from, to: last.to };
    const asked = { metrics: [metric], grain: "month", range, where } as const;
    const values = seriesOf(await measureIn(tx, frame, asked), periods);
    const { factors, adjusted, trend } = decompose(values);
    const { rows, names } = await byProduct(tx, frame, range, metric);
    const judged = lowProducts(rows, periods, names);
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
