import "server-only";
import { read } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { businessContext } from "@/lib/settings/data/business-context";
import { localName } from "@/lib/shared/local-name";
import { growthByYear } from "../data/growth-by-year";
import { labels } from "../data/labels";
import { type Measurement, measure } from "../data/measure";
import type { MeasureQuery } from "../schema";

export type ApiRow = {
  key: string | null;
  label: string | null;
  bucket: string | null;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  n: number;
};

/** The answer of `GET /api/v1/measure`: rows by bucket, then the largest value first. */
export function measureForApi(
  scope: Scope,
  { metric, from, to, by, grain, unit }: MeasureQuery,
  locale: string,
): Promise<{ metric: string; rows: ApiRow[] }> {
  return read(scope, async (tx) => {
    const { organisation, today, digits } = await businessContext(tx);
    const { fiscalYearStartMonth, firstDayOfWeek } = organisation;
    const asked: Omit<Measurement, "metrics"> = {
      range: { from, to },
      by,
      grain,
      where: unit ? { unit } : {},
      asOf: today,
      calendar: { fiscalYearStartMonth, firstDayOfWeek },
      digits,
    };
    const rows =
      metric === "growth"
        ? await growthByYear(tx, asked)
        : await measure(tx, { ...asked, metrics: [metric] });
    const names = by
      ? await labels(
          tx,
          by,
          rows.map(({ key }) => key),
        )
      : new Map();
    return {
      metric,
      rows: rows
        .map(({ key, bucket, value, numerator, denominator, n }) => {
          const name = key === null ? undefined : names.get(key);
          return {
            key,
            label: name ? localName(name, locale) : null,
            bucket,
            value,
            numerator,
            denominator,
            n,
          };
        })
        .sort(byBucketThenValue),
    };
  });
}

function byBucketThenValue(a: ApiRow, b: ApiRow): number {
  const buckets = (a.bucket ?? "").localeCompare(b.bucket ?? "");
  return buckets || (b.value ?? -Infinity) - (a.value ?? -Infinity);
}
