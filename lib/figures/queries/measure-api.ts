import "server-only";
import { growthByYear } from "@/lib/metrics/data/growth-by-year";
import { labels } from "@/lib/metrics/data/labels";
import { type Measurement, measure } from "@/lib/metrics/data/measure";
import { type Figure, isMeasured } from "@/lib/metrics/domain/figure";
import { read, type Tx } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { type BusinessContext, businessContext } from "@/lib/settings/data/business-context";
import { localName } from "@/lib/shared/local-name";
import { isTargetMetric, targetFigure } from "@/lib/targets/domain/target-figure";
import { isTargetKpi } from "@/lib/targets/domain/target-kpi";
import { ownWhere, periodOf } from "../data/against-target";
import { targetFacts } from "../data/target-facts";
import type { MeasureQuery } from "../schema";

/** The rows of one answer; a customer each may be hundreds of thousands. */
export const MOST_ROWS = 10_000;

export type ApiRow = {
  key: string | null;
  label: string | null;
  bucket: string | null;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  n: number;
};

type Row = Figure & { key: string | null; bucket: string | null };

/**
 * The answer of `GET /api/v1/measure`: rows by bucket, then the largest value first. Null where a
 * figure against a target is asked for a range that is no fiscal month, quarter or year.
 * @throws TooManyGroups
 */
export function measureForApi(
  scope: Scope,
  query: MeasureQuery,
  locale: string,
): Promise<{ metric: string; rows: ApiRow[] } | null> {
  const { metric, by } = query;
  return read(scope, async (tx) => {
    const context = await businessContext(tx);
    const rows = isTargetMetric(metric)
      ? await rowsAgainstTarget(tx, scope, context, query)
      : await measuredRows(tx, context, query);
    if (!rows) return null;
    const keys = rows.map(({ key }) => key);
    const names = by ? await labels(tx, by, keys) : new Map();
    const named = rows.map(({ key, bucket, value, numerator, denominator, n }) => {
      const name = key === null ? undefined : names.get(key);
      const label = name ? localName(name, locale) : null;
      return { key, label, bucket, value, numerator, denominator, n };
    });
    return { metric, rows: named.sort(byBucketThenValue) };
  });
}

async function measuredRows(
  tx: Tx,
  { organisation, today, digits }: BusinessContext,
  { metric, from, to, by, grain, unit }: MeasureQuery,
): Promise<Row[]> {
  const { fiscalYearStartMonth, firstDayOfWeek } = organisation;
  const asked: Omit<Measurement, "metrics"> = {
    range: { from, to },
    by,
    grain,
    where: unit ? { unit } : {},
    asOf: today,
    calendar: { fiscalYearStartMonth, firstDayOfWeek },
    digits,
    most: MOST_ROWS,
  };
  return isMeasured(metric)
    ? measure(tx, { ...asked, metrics: [metric] })
    : growthByYear(tx, asked);
}

async function rowsAgainstTarget(
  tx: Tx,
  scope: Scope,
  context: BusinessContext,
  { metric, of = "revenue", from, to, by, unit }: MeasureQuery,
): Promise<Row[] | null> {
  const period = periodOf(context, { from, to });
  if (!period) return null;
  if (!isTargetMetric(metric) || !isTargetKpi(of)) return [];
  const where = await ownWhere(tx, scope, unit ? { unit } : {});
  const subject = where.unit ? { unitId: where.unit } : { userId: scope.userId };
  const groups = by === "rep" || by === "region" ? by : undefined;
  const facts = await targetFacts(tx, context, { kpi: of, period, where, subject, by: groups });
  return [...facts].map(([key, one]) => ({ key, bucket: null, ...targetFigure(metric, one) }));
}

function byBucketThenValue(a: ApiRow, b: ApiRow): number {
  const buckets = (a.bucket ?? "").localeCompare(b.bucket ?? "");
  return buckets || (b.value ?? -Infinity) - (a.value ?? -Infinity);
}
