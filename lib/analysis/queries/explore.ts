import "server-only";
import { type DashboardFrame, dashboardFrame } from "@/lib/dashboard/data/frame";
import { groups, groupsOverTime } from "@/lib/dashboard/data/reads";
import { addressOf } from "@/lib/dashboard/domain/frame-address";
import { labels } from "@/lib/metrics/data/labels";
import type { MeasuredRow } from "@/lib/metrics/data/measure";
import type { Grain } from "@/lib/metrics/domain/dimensions";
import { read } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { addDays, addMonths, type BusinessDate, type Weekday } from "@/lib/shared/business-date";
import { isEmpty, type Period, splitPeriod, startOfGrain } from "@/lib/shared/period";
import { exploreDimensions, exploreGrains, MONTHS } from "../domain/explore-choices";
import type { ExploreRow, ExploreView } from "../domain/explore-view";
import type { ExploreParams } from "../schema";

export type Exploration = ExploreView & { frame: DashboardFrame };

/** The parts of the range a grain cuts it into, by the first day of their bucket. */
function bucketsOf(
  { organisation }: DashboardFrame,
  range: Period,
  grain: Grain | null,
): Map<string, Period> {
  if (!grain) return new Map();
  const options = {
    firstDayOfWeek: organisation.firstDayOfWeek as Weekday,
    yearStartMonth: organisation.fiscalYearStartMonth,
  };
  const parts = splitPeriod(range, grain, options);
  return new Map(parts.map((part) => [startOfGrain(part.from, grain, options), part]));
}

type Shown = Pick<ExploreView, "metric" | "by" | "grain">;

/** Rows with the pages that explain them, by time and then the largest first. */
function rowsOf(
  frame: DashboardFrame,
  { metric, by, grain }: Shown,
  found: readonly MeasuredRow[],
  names: ReadonlyMap<string, ExploreRow["name"]>,
): ExploreRow[] {
  const parts = bucketsOf(frame, frame.elapsed, grain);
  const rows = found.map(({ key, bucket, value, n }): ExploreRow => {
    const address = addressOf(frame, metric, by ? { [by]: key } : {});
    const range = (bucket && parts.get(bucket)) || address.range;
    return {
      ...{ key, value, n, bucket: bucket as BusinessDate | null },
      name: names.get(key ?? "") ?? null,
      address: grain ? { ...address, range, until: undefined } : address,
    };
  });
  return rows.sort(
    (a, b) =>
      (a.bucket ?? "").localeCompare(b.bucket ?? "") ||
      (b.value ?? -Infinity) - (a.value ?? -Infinity),
  );
}

/** Any metric by any dimension and grain it allows, from one snapshot. */
export function explore(scope: Scope, params: ExploreParams): Promise<Exploration> {
  return read(scope, async (tx) => {
    const asked = await dashboardFrame(tx, scope, params);
    const metric = params.metric ?? "revenue";
    const span = params.span ?? "period";
    const { to } = asked.elapsed;
    // Whole months, so that the first point over time is no fragment of one.
    const from =
      span === "period"
        ? asked.elapsed.from
        : startOfGrain(addMonths(addDays(to, -1), 1 - MONTHS[span]), "month");
    // A longer time is no part of a running period.
    const period = span === "period" ? asked.period : { ...asked.period, from, to };
    const frame = { ...asked, elapsed: { from, to }, period };
    const dimensions = exploreDimensions(metric, frame.unit === null);
    const by = dimensions.find((one) => one === params.by) ?? null;
    const grains = exploreGrains(by, span);
    const grain = grains.find((one) => one === params.grain) ?? null;
    const shown = { metric, by, grain };
    const choices = { span, dimensions, grains, range: frame.elapsed };
    const whole = { value: null, n: 0, address: addressOf(frame, metric) };
    if (isEmpty(frame.elapsed)) return { frame: asked, ...shown, ...choices, whole, rows: [] };
    const [all] = await groups(tx, frame, { metrics: [metric] });
    const total = all?.now[metric];
    const dimension = by ?? undefined;
    const found = await groupsOverTime(tx, frame, {
      ...{ metrics: [metric], by: dimension, grain: grain ?? undefined },
    });
    const keys = found.map(({ key }) => key);
    const names = by ? await labels(tx, by, keys) : new Map();
    return {
      ...{ frame: asked, ...shown, ...choices },
      whole: { ...whole, value: total?.value ?? null, n: total?.n ?? 0 },
      rows: rowsOf(frame, shown, found, names),
    };
  });
}

/** Rows in one file; more than a person reads, fewer than what would fill the memory. */
const EXPORTED = 50_000;

/** The rows of an exploration for a file. */
export async function eachExplored(
  scope: Scope,
  params: ExploreParams,
  use: (rows: readonly ExploreRow[]) => Promise<void>,
): Promise<void> {
  const { rows } = await explore(scope, params);
  await use(rows.slice(0, EXPORTED));
}
