import "server-only";
import { read } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { countWorkingDays, isWorkingDay } from "@/lib/settings/domain/working-days";
import { daysOf } from "@/lib/shared/period";
import { ratio } from "@/lib/shared/ratio";
import { targetsInForce } from "@/lib/targets/data/targets-in-force";
import {
  type DashboardFrame,
  type DashboardParams,
  dashboardFrame,
  framePacing,
} from "../data/frame";
import { dailyRevenue, groups } from "../data/reads";
import { cumulativeSeries } from "../domain/cumulative";
import type { DashboardView } from "../domain/dashboard-view";
import { addressOf, againstOf } from "../domain/frame-address";
import { kpiViews, leadView, memberViews, partViews, scoreView } from "./panels";
import { pipelineView } from "./pipeline";

const HEADLINE = [
  "revenue",
  "new_customers",
  "win_rate",
  "win_rate_value",
  "coverage_needed",
  "close_rate",
  "average_deal_size",
  "won_deals",
  "lost_deals",
  "sales_cycle_won",
  "sales_cycle_won_median",
  "sales_cycle_closed",
] as const;

/** Sums over stages; of the whole period, since deals due in the rest of it count. */
const PIPELINE = ["open_deals", "pipeline_open", "weighted_pipeline", "pipeline_due"] as const;

export type Dashboard = DashboardView & { frame: DashboardFrame };

/** Share of the period's working days gone at the end of each of its days. */
function dailyWeights({ workingCalendar, period }: DashboardFrame): number[] {
  const total = countWorkingDays(workingCalendar, period);
  let gone = 0;
  return daysOf(period).map((day) => {
    if (isWorkingDay(workingCalendar, day)) gone += 1;
    return ratio(gone, total) ?? 0;
  });
}

/** Everything the dashboard shows, from one snapshot. */
export function dashboard(scope: Scope, params: DashboardParams): Promise<Dashboard> {
  return read(scope, async (tx) => {
    const frame = await dashboardFrame(tx, scope, params);
    const startMonth = frame.organisation.fiscalYearStartMonth;
    const subject = frame.unit ? { unitId: frame.unit.id } : { userId: scope.userId };
    const targets = await targetsInForce(tx, startMonth, frame.period, subject);
    const pace = framePacing(frame);
    const [whole] = await groups(tx, frame, { metrics: HEADLINE, compared: true });
    const { now = {}, previous = {}, lastYear = {} } = whole ?? {};
    const daily = await dailyRevenue(tx, frame);
    const members = ["revenue", "won_deals", "win_rate"] as const;
    const reps = frame.unit ? await groups(tx, frame, { metrics: members, by: "rep" }) : [];
    const branches = frame.unit ? await groups(tx, frame, { metrics: members, by: "branch" }) : [];
    const revenue = { metrics: ["revenue"], compared: true } as const;
    const products = await groups(tx, frame, { ...revenue, by: "product" });
    const regions = await groups(tx, frame, { ...revenue, by: "region" });
    const stages = await groups(tx, frame, { metrics: PIPELINE, by: "stage", range: frame.period });
    const kpis = kpiViews(frame, pace, targets, { now, previous, lastYear });
    const repViews = memberViews(frame, pace, reps, "rep", (id) => targets.ofRep("revenue", id));
    const branchViews = memberViews(frame, pace, branches, "unit", (id) =>
      targets.ofUnit("revenue", id),
    );
    const revenueTarget = targets.whole("revenue")?.target ?? null;
    return {
      frame,
      whole: addressOf(frame, "revenue"),
      against: againstOf(frame, "revenue"),
      kpis,
      score: scoreView(frame, kpis),
      lead: leadView(frame, pace, kpis[0], branchViews.length > 1 ? branchViews : repViews),
      headline: now,
      series: cumulativeSeries({
        period: frame.period,
        elapsed: frame.elapsed,
        daily: daily.now,
        lastYear: { period: frame.lastYear, daily: daily.lastYear },
        target: revenueTarget,
        weights: dailyWeights(frame),
      }),
      reps: repViews,
      branches: branchViews,
      products: partViews(frame, products, "product"),
      regions: partViews(frame, regions, "region"),
      pipeline: pipelineView(frame, pace, stages, now, targets.whole("revenue")),
    };
  });
}
