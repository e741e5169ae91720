import "server-only";
import { type Label, labels } from "@/lib/metrics/data/labels";
import { type LargestMembers, largestMembers } from "@/lib/metrics/data/largest-members";
import { type MeasuredRow, measure } from "@/lib/metrics/data/measure";
import type { Dimension, Grain, Kept } from "@/lib/metrics/domain/dimensions";
import type { MeasuredMetric } from "@/lib/metrics/domain/figure";
import type { Tx } from "@/lib/platform/db/access";
import type { BusinessDate } from "@/lib/shared/business-date";
import type { Period } from "@/lib/shared/period";
import type { DashboardFrame } from "./frame";

export type Figures = Partial<Record<MeasuredMetric, MeasuredRow>>;

/** Figures of one group now, in the previous period and last year, up to the same working day. */
export type GroupRow = {
  key: string | null;
  name: Label | null;
  now: Figures;
  previous: Figures;
  lastYear: Figures;
};

type Asked = {
  metrics: readonly MeasuredMetric[];
  by?: Dimension;
  /** Members with a group of their own; the others are one. */
  kept?: Kept;
  grain?: Grain;
  range?: Period;
  compare?: readonly Period[];
};

function known({ organisation, where, today, digits, elapsed }: DashboardFrame) {
  const { fiscalYearStartMonth, firstDayOfWeek } = organisation;
  const calendar = { fiscalYearStartMonth, firstDayOfWeek };
  return { range: elapsed, where, asOf: today, calendar, digits };
}

const ask = (tx: Tx, frame: DashboardFrame, asked: Asked): Promise<MeasuredRow[]> =>
  measure(tx, { ...known(frame), ...asked });

function byKey(rows: readonly MeasuredRow[]): Omit<GroupRow, "name">[] {
  const groups = new Map<string | null, Omit<GroupRow, "name">>();
  for (const row of rows) {
    const group = groups.get(row.key) ?? { key: row.key, now: {}, previous: {}, lastYear: {} };
    const side = [group.now, group.previous, group.lastYear][row.range];
    if (side) side[row.metric] = row;
    groups.set(row.key, group);
  }
  return [...groups.values()];
}

/**
 * Groups of a breakdown, each with its name; without `by` the one group of everything. `compared`
 * asks for the previous period and last year's too. The range is the part of the period that has passed.
 */
export async function groups(
  tx: Tx,
  frame: DashboardFrame,
  { compared, by, ...asked }: Pick<Asked, "metrics" | "by" | "range"> & { compared?: boolean },
): Promise<GroupRow[]> {
  const compare = compared ? [frame.previousElapsed, frame.lastYearElapsed] : [];
  const found = byKey(await ask(tx, frame, { ...asked, by, compare }));
  const keys = found.map(({ key }) => key);
  const names = by ? await labels(tx, by, keys) : new Map<string, Label>();
  const order = by === "stage" ? [...names.keys()] : [];
  return found
    .map((group) => ({ ...group, name: names.get(group.key ?? "") ?? null }))
    .sort((a, b) => order.indexOf(a.key ?? "") - order.indexOf(b.key ?? ""));
}

/** Figures of each group by bucket, without names. */
export function groupsOverTime(
  tx: Tx,
  frame: DashboardFrame,
  asked: Pick<Asked, "metrics" | "grain" | "by" | "kept">,
): Promise<MeasuredRow[]> {
  return ask(tx, frame, asked);
}

/** The members of a breakdown with the most of a metric, and how many there are. */
export function largestGroups(
  tx: Tx,
  frame: DashboardFrame,
  { metric, by }: { metric: MeasuredMetric; by: Dimension },
  window: { limit: number; offset: number },
): Promise<LargestMembers> {
  return largestMembers(tx, metric, { ...known(frame), by }, window);
}

export type DailyRevenue = { day: BusinessDate; revenue: number }[];

/** Revenue of each day with sales: of the period so far, and of the whole of last year's. */
export async function dailyRevenue(
  tx: Tx,
  frame: DashboardFrame,
): Promise<{ now: DailyRevenue; lastYear: DailyRevenue }> {
  const asked = { metrics: ["revenue"], grain: "day", compare: [frame.lastYear] } as const;
  const rows = await ask(tx, frame, asked);
  const of = (range: number) =>
    rows.flatMap((row) =>
      row.range === range && row.bucket !== null
        ? [{ day: row.bucket as BusinessDate, revenue: row.value ?? 0 }]
        : [],
    );
  return { now: of(0), lastYear: of(1) };
}
