import {
  addMonths,
  type BusinessDate,
  earlier,
  later,
  startOfMonth,
} from "@/lib/shared/business-date";
import type { Period } from "@/lib/shared/period";

export type RollupSpan = Period & { by: "month" | "day" };

/**
 * Cuts a range into runs of whole months and the days that are left. A month in which something changes
 * that the question depends on (`changes`: days on which a unit moves) is read day by day; a change on
 * the first of a month spoils none. The spans follow each other without gap or overlap.
 */
export function rollupSpans(range: Period, changes: readonly BusinessDate[]): RollupSpan[] {
  const { from, to } = range;
  const first = startOfMonth(from) === from ? from : addMonths(startOfMonth(from), 1);
  const last = startOfMonth(to);
  if (first >= last) return from < to ? [{ by: "day", from, to }] : [];
  const spans: RollupSpan[] = [{ by: "day", from, to: first }];
  let at = first;
  for (const month of spoiltMonths(changes)) {
    if (month < first || month >= last) continue;
    const next = addMonths(month, 1);
    spans.push({ by: "month", from: at, to: month }, { by: "day", from: month, to: next });
    at = next;
  }
  spans.push({ by: "month", from: at, to: last }, { by: "day", from: last, to });
  return spans.filter((span) => span.from < span.to);
}

function spoiltMonths(changes: readonly BusinessDate[]): BusinessDate[] {
  const inside = changes.filter((day) => startOfMonth(day) !== day);
  return [...new Set(inside.map(startOfMonth))].sort();
}

/** The whole that contains every range; null of none. */
export function hullOf(ranges: readonly Period[]): Period | null {
  const [first] = ranges;
  if (!first) return null;
  return ranges.reduce(
    (hull, { from, to }) => ({
      from: earlier(from, hull.from),
      to: later(to, hull.to),
    }),
    { from: first.from, to: first.to },
  );
}
