import "server-only";
import { read, type Tx } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import type { BusinessDate } from "@/lib/shared/business-date";
import { type PublishedTarget, targetsFor } from "@/lib/targets/data";
import { type Label, labels } from "../data/labels";
import { type MeasuredRow, type Measurement, measure } from "../data/measure";
import type { Dimension } from "../domain/dimensions";
import type { MeasuredMetric } from "../domain/figure";
import { type DashboardFrame, type DashboardParams, dashboardFrame } from "./dashboard-frame";

const HEADLINE = [
  "revenue",
  "new_customers",
  "win_rate",
  "win_rate_value",
  "average_deal_size",
  "won_deals",
  "lost_deals",
  "sales_cycle_won",
  "sales_cycle_won_median",
  "sales_cycle_closed",
  "pipeline_open",
  "weighted_pipeline",
  "pipeline_due",
] as const satisfies MeasuredMetric[];

export type HeadlineMetric = (typeof HEADLINE)[number];

/** Figures of a group, by metric: `now`, the previous period and last year's up to the same working day. */
export type GroupRow = {
  key: string | null;
  label: Label | null;
  figures: Partial<Record<MeasuredMetric, MeasuredRow>>;
  previous: Partial<Record<MeasuredMetric, MeasuredRow>>;
  lastYear: Partial<Record<MeasuredMetric, MeasuredRow>>;
};

export type Dashboard = DashboardFrame & {
  headline: GroupRow;
  /** Revenue of each day with sales. */
  daily: { day: BusinessDate; revenue: number }[];
  reps: GroupRow[];
  branches: GroupRow[];
  products: GroupRow[];
  regions: GroupRow[];
  stages: GroupRow[];
  /** In force in this period, of the unit looked at and of all units and reps below it. */
  targets: PublishedTarget[];
};

type Ask = Pick<Measurement, "metrics" | "by" | "grain"> & { compared?: boolean };

/** Groups the rows of one call by the dimension's value. */
function byKey(rows: readonly MeasuredRow[]): Omit<GroupRow, "label">[] {
  const groups = new Map<string | null, Omit<GroupRow, "label">>();
  for (const row of rows) {
    const group = groups.get(row.key) ?? { key: row.key, figures: {}, previous: {}, lastYear: {} };
    const side = [group.figures, group.previous, group.lastYear][row.range];
    if (side) side[row.metric] = row;
    groups.set(row.key, group);
  }
  return [...groups.values()];
}

function ask(tx: Tx, frame: DashboardFrame, { compared, ...asked }: Ask): Promise<MeasuredRow[]> {
  const { fiscalYearStartMonth, firstDayOfWeek } = frame.organisation;
  return measure(tx, {
    ...asked,
    range: frame.elapsed,
    compare: compared ? [frame.previousElapsed, frame.lastYearElapsed] : [],
    where: frame.where,
    asOf: frame.today,
    calendar: { fiscalYearStartMonth, firstDayOfWeek },
    digits: frame.digits,
  });
}

async function breakdown(
  tx: Tx,
  frame: DashboardFrame,
  by: Dimension,
  metrics: readonly MeasuredMetric[],
  compared = true,
): Promise<GroupRow[]> {
  const groups = byKey(await ask(tx, frame, { metrics, by, compared }));
  const names = await labels(
    tx,
    by,
    groups.map(({ key }) => key),
  );
  return groups.map((group) => ({
    ...group,
    label: group.key === null ? null : (names.get(group.key) ?? null),
  }));
}

async function targetsInForce(tx: Tx, frame: DashboardFrame, scope: Scope) {
  const kpi = ["revenue", "new_customers", "growth", "win_rate"];
  const { period, unit } = frame;
  if (period.kind === "year") return [];
  return targetsFor(tx, unit ? { kpi, period } : { kpi, period, userIds: [scope.userId] });
}

async function daily(tx: Tx, frame: DashboardFrame): Promise<Dashboard["daily"]> {
  const rows = await ask(tx, frame, { metrics: ["revenue"], grain: "day" });
  return rows
    .flatMap(({ bucket, value }) =>
      bucket === null || value === null ? [] : [{ day: bucket as BusinessDate, revenue: value }],
    )
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Everything the dashboard shows, from one snapshot. */
export function dashboard(scope: Scope, params: DashboardParams): Promise<Dashboard> {
  return read(scope, async (tx) => {
    const frame = await dashboardFrame(tx, scope, params);
    const [headline] = byKey(await ask(tx, frame, { metrics: HEADLINE, compared: true }));
    const results = ["revenue", "won_deals", "win_rate"] as const;
    return {
      ...frame,
      headline: { key: null, figures: {}, previous: {}, lastYear: {}, ...headline, label: null },
      daily: await daily(tx, frame),
      reps: await breakdown(tx, frame, "rep", results),
      branches: frame.unit ? await breakdown(tx, frame, "branch", results) : [],
      products: await breakdown(tx, frame, "product", ["revenue", "units"]),
      regions: await breakdown(tx, frame, "region", ["revenue"]),
      stages: await breakdown(tx, frame, "stage", ["pipeline_open", "weighted_pipeline"], false),
      targets: await targetsInForce(tx, frame, scope),
    };
  });
}
