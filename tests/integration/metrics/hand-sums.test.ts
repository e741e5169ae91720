import { beforeAll, describe, expect, it } from "vitest";
import { measure } from "@/lib/metrics/data/measure";
import type { MeasuredMetric } from "@/lib/metrics/domain/figure";
import { read } from "@/lib/platform/db/access";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { insertRow } from "@/tests/setup/records";

// One quarter on a real database, and every measured metric of it with its sum by hand.

const Q1 = { from: "2026-01-01", to: "2026-04-01" } as const;
let c: Company;

/** Those that need more than this quarter: the history of deals, themes, the days agreed for an answer. */
type Elsewhere =
  | "stage_conversion"
  | "stage_dwell"
  | "theme_share"
  | "follow_up_rate"
  | "lead_follow_up_rate";

const SUMS: Record<Exclude<MeasuredMetric, Elsewhere>, readonly [sum: string, value: number]> = {
  revenue: ["100 + 40 + 200 − 50 + 60 = 350", 350],
  units: ["2 + 1 + 4 − 1 + 1 = 7", 7],
  orders: ["O1, O2, O3; the return is none: 3", 3],
  average_order_value: ["350 ÷ 3", 350 / 3],
  gross_margin: ["(100 − 60) + (200 − 120) − (50 − 30) + (60 − 30) = 130", 130],
  margin_rate: ["130 ÷ (100 + 200 − 50 + 60), lines with a cost", 130 / 310],
  new_customers: ["Beta; Acme bought last year: 1", 1],
  active_customers: ["Acme and Beta: 2", 2],
  repeat_rate: ["Acme with two orders, 1 of 2", 0.5],
  customer_recency: ["between 20 days (11 March) and 39 (20 February): 29.5", 29.5],
  purchase_frequency: ["3 orders ÷ 2 customers = 1.5", 1.5],
  customer_spend: ["(200 + 150) ÷ 2 = 175", 175],
  churn_rate: ["of Acme and Gone, Gone did not come back: 1 ÷ 2", 0.5],
  customer_lifetime_value: ["175 × 130 ÷ 310 ÷ 50%", (175 * 130) / 310 / 0.5],
  won_deals: ["W1, W2: 2", 2],
  lost_deals: ["L1, L2: 2", 2],
  no_decision_rate: ["L2 of 2 lost", 0.5],
  competitive_loss_rate: ["L1 of 2 lost", 0.5],
  win_rate: ["2 ÷ (2 + 2)", 0.5],
  win_rate_value: ["(300 + 100) ÷ (300 + 100 + 600 + 200), expected on both sides", 1 / 3],
  coverage_needed: ["1,200 ÷ 400 = 3", 3],
  close_rate: ["of W1, W2, L1, O1, O2 created: 2 ÷ 5", 0.4],
  average_deal_size: ["(250 + 150) ÷ 2 booked = 200", 200],
  sales_cycle_won: ["(30 + 60) ÷ 2 = 45", 45],
  sales_cycle_won_median: ["between 30 and 60: 45", 45],
  sales_cycle_closed: ["(30 + 60 + 20 + 40) ÷ 4 = 37.5", 37.5],
  sales_cycle_closed_median: ["between 30 and 40 of 20, 30, 40, 60: 35", 35],
  velocity: ["3 open × 200 × 50% ÷ 45 days", (3 * 200 * 0.5) / 45],
  open_deals: ["O1, O2, S: 3", 3],
  pipeline_open: ["400 + 99.99 + 1 = 500.99", 500.99],
  pipeline_created: ["300 + 100 + 600 + 400 + 99.99 = 1,499.99", 1499.99],
  weighted_pipeline: ["400 × 50% + round(99.99 × 10%) + 1 × 50% = 210.50", 210.5],
  pipeline_due: ["O1 400 + S 1, O2 is due in June: 401", 401],
  slip_rate: ["L2 and S were due when it began, S is still open: 1 ÷ 2", 0.5],
  activities: ["three done, one only planned: 3", 3],
  nps: ["two of 9 and 10, one of 3, one of 8: 100 × (2 − 1) ÷ 4 = 25", 25],
  csat: ["4 and 5 of 2, 4, 5: 2 ÷ 3", 2 / 3],
  ces: ["(5 + 6) ÷ 2 = 5.5", 5.5],
  first_response_time: ["between half a day and two: 1.25", 1.25],
  resolution_time: ["four days", 4],
  competitor_mentions: ["one piece names Rival: 1", 1],
};

type Row = Record<string, unknown>;
const place = () => ({ owner_id: c.user.Rae, unit_id: c.unit.E1 });

async function sales() {
  const customer = async (name: string) => insertRow("customer", { name, ...place() });
  const ids = {
    Acme: await customer("Acme"),
    Beta: await customer("Beta"),
    Gone: await customer("Gone"),
  };
  for (const [sold_on, order_no, of, quantity, amount, cost] of [
    ["2025-11-10", "O0", "Acme", 1, 50, 30],
    ["2025-12-10", "O-1", "Gone", 1, 20, null],
    ["2026-01-10", "O1", "Acme", 2, 100, 60],
    ["2026-01-10", "O1", "Acme", 1, 40, null],
    ["2026-02-20", "O2", "Beta", 4, 200, 120],
    ["2026-03-01", "O2R", "Beta", -1, -50, -30],
    ["2026-03-11", "O3", "Acme", 1, 60, 30],
  ] as const)
    await insertRow("sale", {
      ...{ ...place(), sold_on, order_no, quantity, currency: "USD", customer_id: ids[of] },
      ...{ amount, base_amount: amount, base_cost: cost },
    });
}

async function deals() {
  const { Won, Lost, Proposal, Prospecting } = c.stage;
  const rival = await insertRow("competitor", { name: "Rival" });
  const price = await insertRow("loss_reason", { name: "Price" });
  const none = await insertRow("loss_reason", { name: "None", is_no_decision: true });
  const deal = (title: string, created_on: string, expected: number, row: Row) =>
    insertRow("deal", {
      ...{ title, ...place(), created_on, currency: "USD", ...row },
      ...{ expected_amount: expected, expected_base_amount: expected },
    });
  const won = (closed_on: string, booked: number) => ({
    ...{ stage_id: Won, closed_on, booked_amount: booked, booked_base_amount: booked },
  });
  const lost = (closed_on: string, row: Row) => ({ stage_id: Lost, closed_on, ...row });
  await deal("W1", "2026-01-05", 300, won("2026-02-04", 250));
  await deal("W2", "2026-01-10", 100, won("2026-03-11", 150));
  const toRival = { loss_reason_id: price, competitor_id: rival };
  await deal("L1", "2026-01-15", 600, lost("2026-02-04", toRival));
  const due = { loss_reason_id: none, expected_close_on: "2026-02-15" };
  await deal("L2", "2025-12-01", 200, lost("2026-01-10", due));
  await deal("O1", "2026-02-01", 400, { stage_id: Proposal, expected_close_on: "2026-03-20" });
  await deal("O2", "2026-03-01", 99.99, { stage_id: Prospecting, expected_close_on: "2026-06-30" });
  await deal("S", "2025-12-15", 1, { stage_id: Proposal, expected_close_on: "2026-02-01" });
  return rival;
}

async function voices(rival: string) {
  const day = "2026-02-10";
  const said = (kind: string, score: number | null, row: Row = {}) =>
    insertRow("feedback", {
      ...{ kind, score, channel: "phone", given_on: day, received_at: `${day}T08:00:00Z` },
      ...{ ...place(), text: kind, ...row },
    });
  for (const score of [9, 10, 3, 8]) await said("nps", score);
  for (const score of [2, 4, 5]) await said("csat", score);
  for (const score of [5, 6]) await said("ces", score);
  const acknowledged = { status: "acknowledged", acknowledged_at: "2026-02-10T20:00:00Z" };
  await said("complaint", null, { ...acknowledged, competitor_id: rival });
  await said("complaint", null, {
    ...{ status: "resolved", acknowledged_at: "2026-02-12T08:00:00Z" },
    resolved_at: "2026-02-14T08:00:00Z",
  });
}

beforeAll(async () => {
  c = await createCompany();
  await sales();
  await voices(await deals());
  for (const status of ["done", "done", "done", "planned"])
    await insertRow("activity", { ...place(), kind: "call", day: "2026-02-01", status });
});

const METRICS = Object.keys(SUMS) as (keyof typeof SUMS)[];

describe("the quarter by hand", () => {
  it.each(METRICS.map((metric) => [metric, ...SUMS[metric]] as const))(
    "%s: %s",
    async (metric, _, value) => {
      const scope = await scopeFor(c.user.Ada);
      const [row] = await read(scope, (tx) =>
        measure(tx, {
          ...{ metrics: [metric], range: Q1, asOf: "2026-04-01", digits: 2 },
          calendar: { fiscalYearStartMonth: 1, firstDayOfWeek: 1 },
        }),
      );
      expect(row?.value).toBeCloseTo(value, 9);
    },
  );
});
