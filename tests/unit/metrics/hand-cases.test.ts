import { describe, expect, it } from "vitest";
import { FORMULAS, figureOf, type MeasuredMetric } from "@/lib/metrics/domain/figure";
import type { Parts } from "@/lib/metrics/domain/parts";

// Every measured metric once by hand: the sum in words, the parts it is made of, and the value. A metric
// without a case does not compile.

type Case = readonly [sum: string, parts: Parts, value: number];

const CASES: Record<MeasuredMetric, Case> = {
  revenue: ["100 − 20", { revenue: 80, lines: 2 }, 80],
  units: ["5 − 1", { units: 4, lines: 2 }, 4],
  orders: ["two orders, a return is none", { orders: 2 }, 2],
  average_order_value: ["80 ÷ 2", { revenue: 80, orders: 2 }, 40],
  gross_margin: ["80 − 50", { margin: 30, lines: 2 }, 30],
  margin_rate: ["30 ÷ 80", { margin: 30, revenueWithCost: 80, lines: 2 }, 0.375],
  new_customers: ["three first orders", { newCustomers: 3 }, 3],
  active_customers: ["four with an order", { activeCustomers: 4 }, 4],
  repeat_rate: ["3 of 4", { repeatCustomers: 3, activeCustomers: 4 }, 0.75],
  customer_recency: ["middle of 3, 10, 40", { recencyMedian: 10, baseCustomers: 3 }, 10],
  purchase_frequency: ["9 ÷ 3", { baseOrders: 9, baseCustomers: 3 }, 3],
  customer_spend: ["600 ÷ 3", { baseSpent: 600, baseCustomers: 3 }, 200],
  churn_rate: ["1 of 5", { lostCustomers: 1, earlierCustomers: 5 }, 0.2],
  customer_lifetime_value: [
    "600 ÷ 9 × 9 ÷ 3 × 40% ÷ 20% = 200 × 2",
    {
      ...{ baseSpent: 600, baseOrders: 9, baseCustomers: 3, baseMargin: 200, baseCosted: 500 },
      ...{ lostCustomers: 1, earlierCustomers: 5 },
    },
    400,
  ],
  won_deals: ["2 and half of one", { won: 2.5 }, 2.5],
  lost_deals: ["3", { lost: 3 }, 3],
  no_decision_rate: ["1 of 4 lost", { lostNoDecision: 1, lost: 4 }, 0.25],
  competitive_loss_rate: ["2 of 4 lost", { lostToCompetitor: 2, lost: 4 }, 0.5],
  win_rate: ["3 ÷ (3 + 1)", { won: 3, lost: 1 }, 0.75],
  win_rate_value: ["30 ÷ (30 + 70)", { wonExpected: 30, closedExpected: 100 }, 0.3],
  close_rate: ["2 of 5 created", { createdWon: 2, created: 5 }, 0.4],
  average_deal_size: ["900 ÷ 3", { wonAmount: 900, won: 3 }, 300],
  sales_cycle_won: ["(10 + 20 + 60) ÷ 3", { wonDays: 90, wonDated: 3 }, 30],
  sales_cycle_won_median: ["middle of 10, 20, 60", { wonDaysMedian: 20, wonDated: 3 }, 20],
  sales_cycle_closed: ["(90 + 30) ÷ 4", { closedDays: 120, closedDated: 4 }, 30],
  sales_cycle_closed_median: ["middle of 10, 20, 30, 60", { closedDaysMedian: 25 }, 25],
  velocity: [
    "4 × 300 × 75% ÷ 30",
    { open: 4, wonAmount: 900, won: 3, lost: 1, wonDays: 90, wonDated: 3 },
    30,
  ],
  open_deals: ["4", { open: 4 }, 4],
  pipeline_open: ["100 + 50", { openExpected: 150, open: 2 }, 150],
  pipeline_created: ["70 + 30", { createdExpected: 100, created: 2 }, 100],
  weighted_pipeline: ["100 × 50% + 50 × 10%", { openWeighted: 55, open: 2 }, 55],
  pipeline_due: ["100 of it due", { dueExpected: 100, due: 1 }, 100],
  slip_rate: ["1 of 4 due", { pushed: 1, dueAtStart: 4 }, 0.25],
  stage_conversion: ["6 of 8 went on", { movedOn: 6, matureEntries: 8 }, 0.75],
  stage_dwell: ["half had left after 12 days", { stayMedian: 12, entries: 5 }, 12],
  activities: ["7 done", { activities: 7 }, 7],
  coverage_needed: ["1 ÷ 30%", { closedExpected: 100, wonExpected: 30 }, 100 / 30],
  nps: ["100 × (6 − 2) ÷ 10", { promoters: 6, detractors: 2, npsAnswers: 10 }, 40],
  csat: ["8 of 10 in the two best boxes", { csatBest: 8, csatAnswers: 10 }, 0.8],
  ces: ["(5 + 6 + 7) ÷ 3", { cesSum: 18, cesAnswers: 3 }, 6],
  first_response_time: ["middle of 0.5, 1, 3 days", { responseMedian: 1, responded: 3 }, 1],
  resolution_time: ["middle of 2, 4 days", { resolutionMedian: 3, settled: 2 }, 3],
  theme_share: ["3 of 12", { themeNamed: 3, themed: 12 }, 0.25],
  follow_up_rate: ["7 of 8", { feedbackInTime: 7, feedbackDue: 8 }, 0.875],
  lead_follow_up_rate: ["1 of 4", { leadsInTime: 1, leadsDue: 4 }, 0.25],
  competitor_mentions: ["5", { mentions: 5 }, 5],
};

const METRICS = Object.keys(CASES) as MeasuredMetric[];

describe("every measured metric by hand", () => {
  it.each(METRICS.map((metric) => [metric, ...CASES[metric]] as const))(
    "%s is %s",
    (metric, _, parts, value) => {
      expect(figureOf(metric, parts).value).toBeCloseTo(value, 10);
    },
  );
  it("of nothing a sum or count is 0, a ratio or median undefined; never the other way round", () => {
    for (const metric of METRICS) {
      const { value, denominator } = figureOf(metric, {});
      const isRatio = "denominator" in FORMULAS[metric];
      expect([metric, isRatio ? value : denominator]).toEqual([metric, null]);
    }
  });
});
