import { type ChartNote, numberedNotes } from "@/lib/market/domain/numbered-notes";
import { type Grain, OTHERS } from "@/lib/metrics/domain/dimensions";
import type { MeasuredMetric } from "@/lib/metrics/domain/figure";
import { type BusinessDate, later } from "@/lib/shared/business-date";
import type { Named } from "@/lib/shared/named";
import type { Period } from "@/lib/shared/period";
import type { ExploreDimension, Span, Top } from "./explore-choices";
import type { Addressed } from "./gap-view";

/** One figure: of a member, of a time, or of both. */
export type ExploreRow = Addressed & {
  key: string | null;
  name: Named | null;
  /** First day of the week, month …; null without a grain. */
  bucket: BusinessDate | null;
  n: number;
};

/** Which of all members are shown, from 0; `ranked` says what makes a large one. */
export type ShownMembers = {
  offset: number;
  shown: number;
  total: number;
  ranked: "value" | "records";
};

export type ExploreView = {
  /** The page as it was asked for, see `workingHref`. */
  self: string;
  metric: MeasuredMetric;
  by: ExploreDimension | null;
  grain: Grain | null;
  span: Span;
  top: Top;
  dimensions: ExploreDimension[];
  grains: Grain[];
  range: Period;
  whole: Addressed & { n: number };
  /** By time, then the largest first; what is not shown stands last as one row. */
  rows: ExploreRow[];
  /** Of members over time, the whole of each time. */
  wholes: ExploreRow[];
  /** Null where nothing is split. */
  members: ShownMembers | null;
  /** What was noted in the market in the time shown; none without a grain. */
  notes: ChartNote[];
};

/** The notes by the time of the chart they fall on. */
export function exploredNotes({ rows, notes }: Pick<ExploreView, "rows" | "notes">) {
  const times = rows.flatMap(({ bucket }) => (bucket ? [bucket] : []));
  const known = notes.filter(({ at }) => times.some((time) => time <= at));
  return numberedNotes(known, (at) => times.filter((time) => time <= at).reduce(later));
}

/** All members that are not shown, together: they have no page of their own. */
export const isOthers = ({ key }: Pick<ExploreRow, "key">): boolean => key === OTHERS;

/** Members that stand on their own, the largest of all times first. */
export function membersIn(rows: readonly ExploreRow[]): ExploreRow[] {
  const sums = new Map<string | null, { row: ExploreRow; sum: number }>();
  for (const row of rows.filter((one) => !isOthers(one))) {
    const known = sums.get(row.key);
    sums.set(row.key, { row, sum: (known?.sum ?? 0) + (row.value ?? 0) });
  }
  return [...sums.values()].toSorted((a, b) => b.sum - a.sum).map(({ row }) => row);
}
