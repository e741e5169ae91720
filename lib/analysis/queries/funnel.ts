import "server-only";
import { type DashboardFrame, dashboardFrame } from "@/lib/dashboard/data/frame";
import { labels } from "@/lib/metrics/data/labels";
import type { MeasuredRow } from "@/lib/metrics/data/measure";
import type { MeasuredMetric } from "@/lib/metrics/domain/figure";
import { read, type Tx } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import {
  fiscalPeriodContaining,
  previousFiscalPeriod,
} from "@/lib/settings/domain/fiscal-calendar";
import { addMonths } from "@/lib/shared/business-date";
import type { Period } from "@/lib/shared/period";
import { ratio } from "@/lib/shared/ratio";
import { measureIn, windowOf } from "../data/window";
import type { FunnelView, LossView, RivalView, StageFlow } from "../domain/funnel-view";
import { selfOf } from "../domain/working";
import type { AnalysisParams } from "../schema";
import { openAges, staleDeals } from "../sql/open-ages";

export type Funnel = FunnelView & { frame: DashboardFrame };

const MONTHS = 12;
const QUARTERS = 6;
const STALE = { days: 91, limit: 20 };

/** The figure of a group in one of the ranges. */
function find(rows: readonly MeasuredRow[], metric: MeasuredMetric, key: string | null, range = 0) {
  return rows.find((row) => row.metric === metric && row.key === key && row.range === range);
}

const keysOf = (rows: readonly MeasuredRow[]) => [...new Set(rows.map(({ key }) => key))];

type Ranges = { range: Period; compare: Period[] };

async function stageFlows(tx: Tx, frame: DashboardFrame, ranges: Ranges): Promise<StageFlow[]> {
  const flow = ["stage_conversion", "stage_dwell"] as const;
  const stock = ["open_deals", "pipeline_open"] as const;
  const moved = await measureIn(tx, frame, { metrics: flow, by: "stage", ...ranges });
  const held = await measureIn(tx, frame, { metrics: stock, by: "stage", range: ranges.range });
  const names = await labels(tx, "stage", keysOf([...moved, ...held]));
  return [...names].map(([key, name]) => ({
    key,
    name,
    conversion: find(moved, "stage_conversion", key),
    before: find(moved, "stage_conversion", key, 1),
    dwell: find(moved, "stage_dwell", key),
    open: find(held, "open_deals", key),
    value: find(held, "pipeline_open", key),
  }));
}

async function slips(tx: Tx, frame: DashboardFrame): Promise<FunnelView["slips"]> {
  const start = frame.organisation.fiscalYearStartMonth;
  const quarters = [fiscalPeriodContaining(start, "quarter", frame.asOf)];
  for (let quarter = quarters[0]; quarter && quarters.length < QUARTERS; ) {
    quarter = previousFiscalPeriod(start, quarter);
    quarters.push(quarter);
  }
  const [range = frame.period, ...compare] = quarters;
  const rows = await measureIn(tx, frame, { metrics: ["slip_rate"], range, compare });
  return quarters.flatMap((quarter, index) => {
    const rate = find(rows, "slip_rate", null, index);
    return rate ? [{ quarter, rate, isOver: frame.today >= quarter.to }] : [];
  });
}

async function losses(tx: Tx, frame: DashboardFrame, ranges: Ranges): Promise<LossView[]> {
  const metrics = ["lost_deals", "no_decision_rate"] as const;
  const rows = await measureIn(tx, frame, { metrics, by: "lossReason", ...ranges });
  const names = await labels(tx, "lossReason", keysOf(rows));
  const lost = (key: string | null, range: number) =>
    find(rows, "lost_deals", key, range)?.value ?? 0;
  const keys = keysOf(rows);
  const all = keys.reduce((sum, key) => sum + lost(key, 0), 0);
  return keys
    .map((key) => ({
      key,
      name: names.get(key ?? "") ?? null,
      lost: lost(key, 0),
      share: ratio(lost(key, 0), all),
      before: lost(key, 1),
      noDecision: find(rows, "no_decision_rate", key)?.value === 1,
    }))
    .filter((one) => one.lost > 0)
    .sort((a, b) => b.lost - a.lost);
}

/** Won and lost against each competitor; what nobody decided is lost to none of them. */
async function rivals(tx: Tx, frame: DashboardFrame, range: Period): Promise<RivalView[]> {
  const metrics = ["won_deals", "competitive_loss_rate"] as const;
  const rows = await measureIn(tx, frame, { metrics, by: "competitor", range });
  const names = await labels(tx, "competitor", keysOf(rows));
  return [...names]
    .map(([key, name]) => ({
      key,
      name,
      won: find(rows, "won_deals", key)?.value ?? 0,
      lost: find(rows, "competitive_loss_rate", key)?.numerator ?? 0,
    }))
    .filter(({ won, lost }) => won + lost > 0)
    .sort((a, b) => b.lost - a.lost);
}

/** How deals go through the stages, where they wait, slip and are lost; from one snapshot. */
export function funnelAnalysis(scope: Scope, params: AnalysisParams): Promise<Funnel> {
  return read(scope, async (tx) => {
    const frame = await dashboardFrame(tx, scope, params);
    const window = windowOf(frame, MONTHS);
    const earlier = { from: addMonths(window.from, -MONTHS), to: window.from };
    const ranges = { range: window, compare: [earlier] };
    const { where, digits } = frame;
    const [lost] = await measureIn(tx, frame, { metrics: ["lost_deals"], range: window });
    return {
      ...{ frame, self: selfOf("funnel", params), window, earlier, where, lost },
      stages: await stageFlows(tx, frame, ranges),
      ages: await openAges(tx, where, digits),
      stale: await staleDeals(tx, where, { digits, ...STALE }),
      slips: await slips(tx, frame),
      losses: await losses(tx, frame, ranges),
      rivals: await rivals(tx, frame, window),
    };
  });
}
