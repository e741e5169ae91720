import type { DashboardFrame } from "@/lib/dashboard/data/frame";
import { addressOf } from "@/lib/dashboard/domain/frame-address";
import type { FigureAddress } from "@/lib/figures/domain/figure-link";
import { isAdditive, isTargetKpi } from "@/lib/targets/domain/target-kpi";
import type { NamedSides } from "../data/gap-sides";
import type { Contributions, Side } from "../domain/contributions";
import type { GapBase, GapDimension, GapMetric } from "../domain/gap-choices";
import type { GapMember, GapSplit } from "../domain/gap-view";

/** Members that are listed; the others are told as one sum. */
const LISTED = 50;

type Split = {
  metric: GapMetric;
  base: GapBase;
  by: GapDimension;
  now: Side;
  against: Side;
  parts: Contributions;
  members: readonly NamedSides[];
};

type Where = FigureAddress["where"];

/** Where the figure that something is held against is explained. */
export function baseAddress(
  frame: DashboardFrame,
  metric: GapMetric,
  base: GapBase,
  more: Where = {},
): FigureAddress {
  const where = { ...frame.where, ...more };
  if (base === "target" && isTargetKpi(metric)) {
    const { from, to } = frame.period;
    const against = isAdditive(metric) ? "expected_to_date" : "target";
    return { metric: against, of: metric, range: { from, to }, where };
  }
  const range = base === "lastYear" ? frame.lastYearElapsed : frame.previousElapsed;
  return { metric, range, where };
}

/** What limits records to a member: a unit's own sales stand beside those of the units below it. */
export function whereOf(frame: DashboardFrame, by: GapDimension, key: string | null): Where {
  if (by !== "branch") return { [by]: key };
  return key === frame.unit?.id && key ? { unit: undefined, direct: key } : { unit: key };
}

/** The members with the pages that explain them, the largest contribution first. */
export function splitView(frame: DashboardFrame, split: Split): GapSplit {
  const { metric, base, by, now, against, parts, members } = split;
  const all = members.map((member, index): GapMember => {
    const where = whereOf(frame, by, member.key);
    return {
      key: member.key,
      name: member.name,
      direct: by === "branch" && member.key === frame.unit?.id,
      now: { value: member.now?.value ?? null, address: addressOf(frame, metric, where) },
      base: member.base && {
        value: member.base.value,
        address: baseAddress(frame, metric, base, where),
      },
      contribution: parts.members[index]?.contribution ?? 0,
      sides: { now: member.now, base: member.base },
    };
  });
  const sorted = all
    .filter(({ contribution }) => contribution !== 0)
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
  const left = sorted.slice(LISTED);
  return {
    by,
    base,
    now: { value: now.value, address: addressOf(frame, metric) },
    against: { value: against.value, address: baseAddress(frame, metric, base) },
    gap: parts.gap,
    members: sorted.slice(0, LISTED),
    others: left.reduce((sum, { contribution }) => sum + contribution, 0),
    othersCount: left.length,
    rest: parts.rest,
    sides: { now, base: against },
  };
}
