import type { DIMENSIONS } from "./dimensions";

/** `own`: that of the metric it is about, e.g. the gap of revenue is money, of the win rate points. */
export type MetricUnit = "money" | "count" | "percent" | "days" | "ratio" | "money_per_day" | "own";

/** The records behind a figure, and with them the date that places a record in a period. */
export type MetricSource =
  /** sale lines, by day sold */
  | "sale"
  /** won and lost deals, by day closed */
  | "deal_closed"
  /** deals, by day created */
  | "deal_created"
  /** deals open on the last day looked at */
  | "deal_open"
  /** deals open and due when the period began */
  | "deal_due"
  /** each time a deal came into a stage, from its history */
  | "stage_entry"
  /** follow-ups that were done, by their day */
  | "activity"
  /** customers, by their sales */
  | "customer"
  /** feedback, by the day it was given */
  | "feedback"
  /** a published target, and the records of the metric it is for */
  | "target";

export type MetricDimension = (typeof DIMENSIONS)[number];

/** `formula`: made from several sources or against a target, see the metric's own function. */
export type MetricForm = "sum" | "quotient" | "median" | "formula";

export interface Metric {
  readonly unit: MetricUnit;
  /** which way is better */
  readonly direction: "up" | "down";
  /** sums over records and over a partition of them; only these elapse, prorate and cascade */
  readonly additive: boolean;
  /** a level at one moment, not a flow over the period: does not sum over time */
  readonly stock?: true;
  readonly form: MetricForm;
  readonly source: MetricSource;
  readonly dimensions: readonly MetricDimension[];
}

const PEOPLE = ["rep", "manager", "unit", "region"] as const;
const CUSTOMERS = ["customer", "sector", "segment"] as const;
const SALES = [...PEOPLE, "product", "category", ...CUSTOMERS] as const;
const DEALS = [...SALES, "stage"] as const;

const sale = { source: "sale", dimensions: SALES } as const;
const CLOSED = [...DEALS, "lossReason", "competitor"] as const;
const closed = { source: "deal_closed", dimensions: CLOSED } as const;
const feedback = { source: "feedback", dimensions: [...SALES, "competitor"] } as const;
const created = { source: "deal_created", dimensions: DEALS } as const;
const open = { source: "deal_open", dimensions: DEALS } as const;
const entry = { source: "stage_entry", dimensions: [...PEOPLE, ...CUSTOMERS, "stage"] } as const;
const customer = { source: "customer", dimensions: SALES } as const;

const activity = {
  source: "activity",
  dimensions: [...PEOPLE, "customer", "activityKind"],
} as const;

const flow = { direction: "up", additive: true, form: "sum" } as const;
/** counted distinctly: an order with two products is one order, but one of each product */
const distinct = { direction: "up", additive: false, form: "sum" } as const;
const quotient = { direction: "up", additive: false, form: "quotient" } as const;
const stock = { ...flow, stock: true } as const;
const days = { unit: "days", direction: "down", additive: false } as const;
const formula = { direction: "up", additive: false, form: "formula" } as const;
/** The metric of two periods or of a part and its whole: it has that metric's records and dimensions. */
const compared = { ...formula, source: "sale", dimensions: CLOSED } as const;
/** Targets are set for units and reps. */
const against = { ...formula, source: "target", dimensions: ["rep", "region"] } as const;

/**
 * Every metric of the product. Name, formula and source in words are the message keys
 * `metrics.<id>.name`, `.formula` and `.source`.
 */
export const METRICS = {
  revenue: { ...flow, ...sale, unit: "money" },
  units: { ...flow, ...sale, unit: "count" },
  orders: { ...distinct, ...sale, unit: "count" },
  average_order_value: { ...quotient, ...sale, unit: "money" },
  gross_margin: { ...flow, ...sale, unit: "money" },
  margin_rate: { ...quotient, ...sale, unit: "percent" },
  growth: { ...compared, unit: "percent" },
  change: { ...compared, unit: "own" },
  share: { ...compared, unit: "percent" },
  linearity: { ...compared, unit: "percent", direction: "down" },
  new_customers: { ...flow, ...customer, unit: "count" },
  active_customers: { ...distinct, ...customer, unit: "count" },
  repeat_rate: { ...quotient, ...customer, unit: "percent" },
  customer_recency: { ...days, ...customer, form: "median" },
  purchase_frequency: { ...quotient, ...customer, unit: "ratio" },
  customer_spend: { ...quotient, ...customer, unit: "money" },
  churn_rate: { ...quotient, ...customer, unit: "percent", direction: "down" },
  customer_lifetime_value: { ...formula, ...customer, unit: "money" },
  cohort_retention: { ...formula, ...customer, unit: "percent" },
  won_deals: { ...flow, ...closed, unit: "count" },
  lost_deals: { ...flow, ...closed, unit: "count", direction: "down" },
  no_decision_rate: { ...quotient, ...closed, unit: "percent", direction: "down" },
  competitive_loss_rate: { ...quotient, ...closed, unit: "percent", direction: "down" },
  win_rate: { ...quotient, ...closed, unit: "percent" },
  win_rate_value: { ...quotient, ...closed, unit: "percent" },
  close_rate: { ...quotient, ...created, unit: "percent" },
  average_deal_size: { ...quotient, ...closed, unit: "money" },
  sales_cycle_won: { ...days, ...closed, form: "quotient" },
  sales_cycle_won_median: { ...days, ...closed, form: "median" },
  sales_cycle_closed: { ...days, ...closed, form: "quotient" },
  sales_cycle_closed_median: { ...days, ...closed, form: "median" },
  velocity: { ...formula, ...open, unit: "money_per_day" },
  pipeline_open: { ...stock, ...open, unit: "money" },
  pipeline_created: { ...flow, ...created, unit: "money" },
  pipeline_due: { ...stock, ...open, unit: "money" },
  weighted_pipeline: { ...stock, ...open, unit: "money" },
  open_deals: { ...stock, ...open, unit: "count" },
  slip_rate: {
    ...quotient,
    source: "deal_due",
    dimensions: DEALS,
    unit: "percent",
    direction: "down",
  },
  stage_conversion: { ...quotient, ...entry, unit: "percent" },
  stage_dwell: { ...days, ...entry, form: "median" },
  activities: { ...flow, ...activity, unit: "count" },
  coverage_needed: { ...quotient, ...closed, unit: "ratio", direction: "down" },
  nps: { ...quotient, ...feedback, unit: "ratio" },
  csat: { ...quotient, ...feedback, unit: "percent" },
  ces: { ...quotient, ...feedback, unit: "ratio" },
  first_response_time: { ...days, ...feedback, form: "median" },
  resolution_time: { ...days, ...feedback, form: "median" },
  theme_share: {
    ...quotient,
    source: "feedback",
    dimensions: [...SALES, "competitor", "theme"],
    unit: "percent",
  },
  follow_up_rate: { ...quotient, ...feedback, unit: "percent" },
  lead_follow_up_rate: { ...quotient, ...created, unit: "percent" },
  competitor_mentions: { ...flow, ...feedback, unit: "count", direction: "down" },
  target: { ...against, unit: "own" },
  attainment: { ...against, unit: "percent" },
  gap: { ...against, unit: "own", direction: "down" },
  time_elapsed: { ...against, unit: "percent" },
  expected_to_date: { ...against, unit: "own" },
  pace: { ...against, unit: "percent" },
  run_rate_landing: { ...against, unit: "own" },
  required_rate: { ...against, unit: "own", direction: "down" },
  coverage_to_go: { ...against, unit: "ratio" },
  opportunities_needed: { ...against, unit: "count", direction: "down" },
  mismatch: { ...against, unit: "own", direction: "down" },
  weighted_score: { ...against, unit: "percent" },
} as const satisfies Record<string, Metric>;

export type MetricId = keyof typeof METRICS;

export const METRIC_IDS = Object.keys(METRICS) as readonly MetricId[];

export function isMetricId(text: string): text is MetricId {
  return Object.hasOwn(METRICS, text);
}

export function metricOf(id: MetricId): Metric {
  return METRICS[id];
}

/** Only additive metrics sum over a partition, elapse with the period and cascade to members. */
export function isAdditive(id: MetricId): boolean {
  return METRICS[id].additive;
}

/** Additive over time too: false for levels such as the open pipeline. */
export function elapses(id: MetricId): boolean {
  const { additive, stock: isStock } = metricOf(id);
  return additive && !isStock;
}

export function allowsDimension(id: MetricId, dimension: MetricDimension): boolean {
  return metricOf(id).dimensions.includes(dimension);
}

/** Cases that turned out one way ÷ all cases: only of these Wilson's interval says how sure they are. */
const SHARES_OF_CASES: readonly MetricId[] = [
  "repeat_rate",
  "churn_rate",
  "cohort_retention",
  "no_decision_rate",
  "competitive_loss_rate",
  "win_rate",
  "close_rate",
  "slip_rate",
  "stage_conversion",
  "csat",
  "follow_up_rate",
  "lead_follow_up_rate",
];

export function isShareOfCases(id: MetricId): boolean {
  return SHARES_OF_CASES.includes(id);
}
