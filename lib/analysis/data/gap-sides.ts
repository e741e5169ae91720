import "server-only";
import type { DashboardFrame } from "@/lib/dashboard/data/frame";
import { framePacing } from "@/lib/dashboard/data/frame";
import { type GroupRow, groups } from "@/lib/dashboard/data/reads";
import { type Label, labels } from "@/lib/metrics/data/labels";
import { largestCustomerMoves } from "@/lib/metrics/sql/customer-moves";
import type { Tx } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { type TargetsInForce, targetsInForce } from "@/lib/targets/data/targets-in-force";
import { standingOf } from "@/lib/targets/domain/standing";
import { isAdditive, isTargetKpi } from "@/lib/targets/domain/target-kpi";
import type { MemberSides, Side } from "../domain/contributions";
import type { GapBase, GapDimension, GapMetric } from "../domain/gap-choices";

export type NamedSides = MemberSides & { name: Label | null };

type Asked = { metric: GapMetric; base: GapBase; by: GapDimension };

const side = (value: number): Side => ({ value, numerator: value, denominator: null });

export function frameTargets(
  tx: Tx,
  scope: Scope,
  { organisation, period, unit }: DashboardFrame,
): Promise<TargetsInForce> {
  const subject = unit ? { unitId: unit.id } : { userId: scope.userId };
  return targetsInForce(tx, organisation.fiscalYearStartMonth, period, subject);
}

/** What a metric should have reached by now; null without a target. Of the whole where no one is named. */
export function expectedOf(
  frame: DashboardFrame,
  targets: TargetsInForce,
  metric: GapMetric,
  member?: { by: "branch" | "rep"; key: string },
): Side | null {
  if (!isTargetKpi(metric)) return null;
  const of = member?.by === "rep" ? targets.ofRep : targets.ofUnit;
  const levels = member ? of(metric, member.key) : targets.whole(metric);
  const standing = standingOf({
    actual: null,
    levels,
    additive: isAdditive(metric),
    ...framePacing(frame),
  });
  const expected = isAdditive(metric) ? standing.expected : standing.target;
  return expected === null ? null : side(expected);
}

/** The figure of a group in the range it is held against. */
export const sideOf = (row: GroupRow, metric: GapMetric, base: GapBase): Side | null =>
  row[base === "lastYear" ? "lastYear" : "previous"][metric] ?? null;

/** Members of a split with both their figures; reps with a target who have sold nothing are among them. */
export async function gapSides(
  tx: Tx,
  frame: DashboardFrame,
  targets: TargetsInForce,
  asked: Asked,
): Promise<NamedSides[]> {
  const { metric, base, by } = asked;
  if (by === "customer" && metric === "revenue" && base !== "target")
    return customerSides(tx, frame, base);
  const rows = await groups(tx, frame, { metrics: [metric], by, compared: base !== "target" });
  const known = rows.map(
    (row): NamedSides => ({
      key: row.key,
      name: row.name,
      now: row.now[metric] ?? null,
      base: base === "target" ? null : sideOf(row, metric, base),
    }),
  );
  if (base !== "target" || !isTargetKpi(metric) || !isAdditive(metric)) return known;
  return againstTargets(
    tx,
    frame,
    targets,
    { ...asked, by: by === "rep" ? "rep" : "branch" },
    known,
  );
}

async function againstTargets(
  tx: Tx,
  frame: DashboardFrame,
  targets: TargetsInForce,
  { metric, by }: { metric: GapMetric; by: "rep" | "branch" },
  known: readonly NamedSides[],
): Promise<NamedSides[]> {
  const below = frame.units.filter(({ parentId }) => parentId === frame.unit?.id);
  const all = by === "branch" ? below.map(({ id }) => id) : repsWithTarget(targets, metric);
  const silent = all.filter((key) => !known.some((one) => one.key === key));
  const names = await labels(tx, by, silent);
  const added = silent.map((key) => ({ key, name: names.get(key) ?? null, now: null }));
  return [...known, ...added].flatMap((one) => {
    const own = one.key === null || one.key === frame.unit?.id;
    const base = own || !one.key ? null : expectedOf(frame, targets, metric, { by, key: one.key });
    return one.now || base ? [{ ...one, base }] : [];
  });
}

const repsWithTarget = (targets: TargetsInForce, metric: GapMetric) =>
  isTargetKpi(metric) ? targets.reps(metric) : [];

/** Enough for a page; the others are told as one sum. */
const CUSTOMERS = 200;

async function customerSides(
  tx: Tx,
  frame: DashboardFrame,
  base: "lastYear" | "previous",
): Promise<NamedSides[]> {
  const before = base === "lastYear" ? frame.lastYearElapsed : frame.previousElapsed;
  const asked = { now: frame.elapsed, before, where: frame.where };
  const rows = await largestCustomerMoves(tx, asked, CUSTOMERS);
  const names = await labels(
    tx,
    "customer",
    rows.map(({ key }) => key),
  );
  const known = (value: number | null) => (value === null ? null : side(value));
  return rows.map(({ key, now, before: then }) => ({
    key,
    name: names.get(key ?? "") ?? null,
    now: known(now),
    base: known(then),
  }));
}
