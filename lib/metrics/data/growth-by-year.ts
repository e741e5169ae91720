import type { Tx } from "@/lib/platform/db/access";
import { addMonths, toBusinessDate } from "@/lib/shared/business-date";
import type { Figure } from "../domain/figure";
import { growthFigure } from "../domain/growth-figure";
import { type Measurement, measure } from "./measure";

type GrowthRow = Figure & { key: string | null; bucket: string | null };

const YEAR = 12;

/** Growth of revenue against the same range one year before, group by group; buckets meet a year later. */
export async function growthByYear(
  tx: Tx,
  asked: Omit<Measurement, "metrics">,
): Promise<GrowthRow[]> {
  const { from, to } = asked.range;
  const compare = [{ from: addMonths(from, -YEAR), to: addMonths(to, -YEAR) }];
  const rows = await measure(tx, { ...asked, compare, metrics: ["revenue"] });
  const groups = new Map<
    string,
    { key: string | null; bucket: string | null; now: number; before: number; n: number }
  >();
  for (const { key, bucket, range, value, n } of rows) {
    const later = bucket && range === 1 ? addMonths(toBusinessDate(bucket), YEAR) : bucket;
    const id = JSON.stringify([key, later]);
    const group = groups.get(id) ?? { key, bucket: later, now: 0, before: 0, n: 0 };
    if (range === 0) Object.assign(group, { now: value ?? 0, n });
    else group.before = value ?? 0;
    groups.set(id, group);
  }
  return [...groups.values()].map(({ key, bucket, now, before, n }) => ({
    key,
    bucket,
    ...growthFigure(now, before, n),
  }));
}
