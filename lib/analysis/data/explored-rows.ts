import "server-only";
import type { DashboardFrame } from "@/lib/dashboard/data/frame";
import { groupsOverTime, largestGroups } from "@/lib/dashboard/data/reads";
import { addressOf } from "@/lib/dashboard/domain/frame-address";
import { labels } from "@/lib/metrics/data/labels";
import type { MeasuredRow } from "@/lib/metrics/data/measure";
import type { Grain, Kept } from "@/lib/metrics/domain/dimensions";
import { FORMULAS } from "@/lib/metrics/domain/figure";
import { rankedBy } from "@/lib/metrics/domain/ranked-by";
import type { Tx } from "@/lib/platform/db/access";
import type { BusinessDate, Weekday } from "@/lib/shared/business-date";
import { type Period, splitPeriod, startOfGrain } from "@/lib/shared/period";
import type { ExploreDimension } from "../domain/explore-choices";
import { type ExploreRow, type ExploreView, isOthers } from "../domain/explore-view";

type Shown = Pick<ExploreView, "metric" | "by" | "grain">;
/** Members asked for, from an offset on. */
export type Window = { limit: number; offset: number };

/** The parts of the range a grain cuts it into, by the first day of their bucket. */
export function bucketsOf(
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

/** What limits records to a member; those of a unit are its own, without those of the units below. */
const whereOf = (by: ExploreDimension, key: string | null) =>
  by === "unit" && key ? { unit: undefined, direct: key } : { [by]: key };

/** Rows with the pages that explain them, by time and then the largest first, all others last. */
function rowsOf(
  frame: DashboardFrame,
  { metric, by, grain }: Shown,
  found: readonly MeasuredRow[],
  names: ReadonlyMap<string, ExploreRow["name"]>,
): ExploreRow[] {
  const parts = bucketsOf(frame, frame.elapsed, grain);
  const rows = found.map(({ key, bucket, value, n }): ExploreRow => {
    const address = addressOf(frame, metric, by && !isOthers({ key }) ? whereOf(by, key) : {});
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
      Number(isOthers(a)) - Number(isOthers(b)) ||
      (b.value ?? -Infinity) - (a.value ?? -Infinity),
  );
}

async function membersOf(
  tx: Tx,
  frame: DashboardFrame,
  asked: { metric: Shown["metric"]; by: ExploreDimension },
  window: Window,
) {
  const found = await largestGroups(tx, frame, asked, window);
  // A page after the last one, from an old address, is the first.
  const beyond = found.keys.length === 0 && window.offset > 0;
  const offset = beyond ? 0 : window.offset;
  const { keys, total } = beyond
    ? await largestGroups(tx, frame, asked, { ...window, offset })
    : found;
  const ranked = rankedBy(asked.metric).by;
  return { keys, members: { offset, shown: keys.length, total, ranked } };
}

/**
 * What an exploration shows: the members in the window, everything beyond it as one row of its own, so that
 * what sums sums to the whole and what does not is measured over all of it.
 */
export async function exploredRows(
  tx: Tx,
  frame: DashboardFrame,
  shown: Shown,
  window: Window,
): Promise<Pick<ExploreView, "rows" | "wholes" | "members">> {
  const { metric, by } = shown;
  const grain = shown.grain ?? undefined;
  const metrics = [metric];
  if (!by) {
    const found = await groupsOverTime(tx, frame, { metrics, grain });
    return { rows: rowsOf(frame, shown, found, new Map()), wholes: [], members: null };
  }
  const { keys, members } = await membersOf(tx, frame, { metric, by }, window);
  const beyond = members.shown < members.total;
  // A second source may know members that have nothing of what ranks them: they are no members here.
  const kept: Kept | undefined = beyond || FORMULAS[metric].sources.length > 1 ? keys : undefined;
  const all = await groupsOverTime(tx, frame, { metrics, by, grain, kept });
  const found = beyond ? all : all.filter((row) => !isOthers(row));
  const names = await labels(tx, by, keys);
  const wholes = grain ? await groupsOverTime(tx, frame, { metrics, grain }) : [];
  return {
    rows: rowsOf(frame, shown, found, names),
    wholes: rowsOf(frame, { ...shown, by: null }, wholes, new Map()),
    members,
  };
}
