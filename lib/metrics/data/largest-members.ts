import type { Tx } from "@/lib/platform/db/access";
import type { Kept } from "../domain/dimensions";
import type { MeasuredMetric } from "../domain/figure";
import { rankedBy } from "../domain/ranked-by";
import type { Group } from "../sql/grouped";
import { groupsOf, type Measurement } from "./measure";

type Window = { limit: number; offset: number };

/** Members of a breakdown in their order, and how many there are in all. */
export type LargestMembers = { keys: Kept; total: number };

/**
 * The members of a breakdown with the most of a metric (see `rankedBy`), the most first; the database
 * hands over no more than are asked for, however many there are.
 */
export async function largestMembers(
  tx: Tx,
  metric: MeasuredMetric,
  asked: Omit<Measurement, "metrics" | "kept" | "across" | "grain" | "compare">,
  { limit, offset }: Window,
): Promise<LargestMembers> {
  const { source, names } = rankedBy(metric);
  const { range, by, where = {}, calendar } = asked;
  const question = { ranges: [range], by, where, calendar, top: { names, limit, offset } };
  const groups = await groupsOf(tx, source, question, { ...asked, metrics: [metric] });
  const total = groups[0]?.parts.groups;
  if (typeof total === "number") return { keys: groups.map(({ key }) => key), total };
  // A source that is put together here has handed over all it has.
  const size = ({ parts }: Group) => names.reduce((sum, name) => sum + (parts[name] ?? 0), 0);
  const sorted = groups.toSorted(
    (a, b) => size(b) - size(a) || (a.key ?? "").localeCompare(b.key ?? ""),
  );
  const keys = sorted.slice(offset, offset + limit).map(({ key }) => key);
  return { keys, total: groups.length };
}
