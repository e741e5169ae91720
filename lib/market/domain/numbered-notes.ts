import type { BusinessDate } from "@/lib/shared/business-date";

/** A market note as a chart marks it. */
export type ChartNote = { at: BusinessDate; label: string };

/** The notes of one point of a chart over time, under the number that marks it. */
export type NumberedNotes = { number: number; bucket: BusinessDate; titles: string[] };

/** Notes by the point of the chart they fall on, numbered from the first; `bucketOf` is a point's first day. */
export function numberedNotes(
  notes: readonly ChartNote[],
  bucketOf: (day: BusinessDate) => BusinessDate,
): NumberedNotes[] {
  const buckets = Map.groupBy(notes, ({ at }) => bucketOf(at));
  return [...buckets].map(([bucket, own], index) => ({
    ...{ number: index + 1, bucket, titles: own.map(({ label }) => label) },
  }));
}
