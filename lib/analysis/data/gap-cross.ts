import "server-only";
import type { DashboardFrame } from "@/lib/dashboard/data/frame";
import type { Kept } from "@/lib/metrics/domain/dimensions";
import type { Tx } from "@/lib/platform/db/access";
import type { MemberSides, Side } from "../domain/contributions";
import type { GapBase, GapDimension, GapMetric } from "../domain/gap-choices";
import { measureIn } from "./window";

/** One member of each of two breakdowns with its figure now and then. */
export type CrossSides = MemberSides & { across: string | null };

type Asked = {
  metric: GapMetric;
  base: GapBase;
  by: GapDimension;
  rows: Kept;
  across: GapDimension;
  columns: Kept;
};

/** The figures of every pair of members; those not named are one row, one column. They are all of the whole. */
export async function crossSides(
  tx: Tx,
  frame: DashboardFrame,
  { metric, base, by, rows, across, columns }: Asked,
): Promise<CrossSides[]> {
  const before = base === "lastYear" ? frame.lastYearElapsed : frame.previousElapsed;
  const found = await measureIn(tx, frame, {
    ...{ metrics: [metric], range: frame.elapsed, compare: base === "target" ? [] : [before] },
    ...{ by, kept: rows, across: { by: across, kept: columns } },
  });
  const cells = Map.groupBy(found, (row) => JSON.stringify([row.key, row.across]));
  return [...cells.values()].flatMap((sides) => {
    const [first] = sides;
    const side = (range: number): Side | null => sides.find((row) => row.range === range) ?? null;
    return first ? [{ key: first.key, across: first.across, now: side(0), base: side(1) }] : [];
  });
}
