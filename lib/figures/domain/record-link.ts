import type { MetricId } from "@/lib/metrics/domain/catalogue";
import { addDays, type BusinessDate, earlier } from "@/lib/shared/business-date";
import { lastDay, type Period } from "@/lib/shared/period";
import { type FigureAddress, NONE } from "./figure-link";

/** Which list holds the records of a metric, and the filter that leaves just those. */
export type RecordList =
  | { list: "sales"; filter: Record<string, unknown> }
  | { list: "activities"; filter: Record<string, unknown> }
  | { list: "deals"; filter: Record<string, unknown> }
  | { list: "feedback"; filter: Record<string, unknown> }
  | { list: CustomerList | "stageEntries" };

/** Customers by their first order, by any, of the period before, or of a cohort. */
export type CustomerList = "newCustomers" | "activeCustomers" | "earlierCustomers" | "cohort";

/** The filter that leaves the feedback a figure is made of. */
const FEEDBACK = {
  nps: { kind: ["nps"] },
  csat: { kind: ["csat"] },
  ces: { kind: ["ces"] },
  answered: { answered: true },
  solved: { solved: true },
  mentioned: { mentioned: true },
  /** Younger feedback is not late yet: see `overBefore`. */
  feedbackDue: {},
  themed: {},
};

type Kind =
  | keyof typeof FEEDBACK
  | "sale"
  | "activity"
  | "won"
  | "lost"
  | "closed"
  | "created"
  | "leadsDue"
  | "open"
  | "due"
  | "dueAtStart"
  | "stageEntries"
  | CustomerList;

const KIND: Record<MetricId, Kind | "ofKpi" | null> = {
  growth: "ofKpi",
  change: "ofKpi",
  share: "ofKpi",
  linearity: "ofKpi",
  activities: "activity",
  revenue: "sale",
  units: "sale",
  orders: "sale",
  average_order_value: "sale",
  gross_margin: "sale",
  margin_rate: "sale",
  new_customers: "newCustomers",
  active_customers: "activeCustomers",
  repeat_rate: "activeCustomers",
  customer_recency: "activeCustomers",
  purchase_frequency: "activeCustomers",
  customer_spend: "activeCustomers",
  churn_rate: "earlierCustomers",
  customer_lifetime_value: "activeCustomers",
  cohort_retention: "cohort",
  won_deals: "won",
  lost_deals: "lost",
  no_decision_rate: "lost",
  competitive_loss_rate: "lost",
  win_rate: "closed",
  win_rate_value: "closed",
  coverage_needed: "closed",
  close_rate: "created",
  average_deal_size: "won",
  sales_cycle_won: "won",
  sales_cycle_won_median: "won",
  sales_cycle_closed: "closed",
  sales_cycle_closed_median: "closed",
  velocity: "open",
  open_deals: "open",
  pipeline_open: "open",
  pipeline_created: "created",
  weighted_pipeline: "open",
  pipeline_due: "due",
  slip_rate: "dueAtStart",
  stage_conversion: "stageEntries",
  stage_dwell: "stageEntries",
  nps: "nps",
  csat: "csat",
  ces: "ces",
  first_response_time: "answered",
  resolution_time: "solved",
  competitor_mentions: "mentioned",
  theme_share: "themed",
  follow_up_rate: "feedbackDue",
  lead_follow_up_rate: "leadsDue",
  target: null,
  time_elapsed: null,
  attainment: "ofKpi",
  gap: "ofKpi",
  expected_to_date: null,
  pace: "ofKpi",
  run_rate_landing: "ofKpi",
  required_rate: "ofKpi",
  coverage_to_go: "due",
  opportunities_needed: "closed",
  mismatch: null,
  weighted_score: null,
};

const isFeedback = (kind: Kind): kind is keyof typeof FEEDBACK => Object.hasOwn(FEEDBACK, kind);

/** Records that no list of the product shows. */
const UNLISTED = [
  "newCustomers",
  "activeCustomers",
  "earlierCustomers",
  "cohort",
  "stageEntries",
] as const;
const isUnlisted = (kind: Kind): kind is (typeof UNLISTED)[number] =>
  UNLISTED.some((one) => one === kind);

/** The kind of records of a metric, or of the one it is about; a growth is made of sales. */
function kindOf({ metric, of = "revenue" }: FigureAddress): Kind | null {
  const kind = KIND[metric];
  if (kind !== "ofKpi") return kind;
  const own = KIND[of];
  return own === "ofKpi" ? "sale" : own;
}

/** The figure's filters under the names the lists give them; all but the unit may name several values. */
function dimensionFilter({ where }: FigureAddress): Record<string, unknown> {
  const { rep, unit, direct, activityKind, ...others } = where;
  const filter: Record<string, unknown> = direct
    ? { unit: direct, direct: true }
    : unit
      ? { unit }
      : {};
  for (const [name, value] of Object.entries({ owner: rep, ...others }))
    if (value !== undefined) filter[name] = [value ?? NONE];
  if (activityKind) filter.kind = [activityKind];
  return filter;
}

/** The part of a period whose records have had the days agreed for a follow-up. */
function overBefore({ from, to }: Period, today: BusinessDate, days: number) {
  const end = earlier(to, addDays(today, -days));
  return { from, to: end > from ? end : from };
}

/** The records behind a figure: for sums they add up to it, else it is computed from them again. */
export function recordList(
  address: FigureAddress,
  today: BusinessDate,
  followUpDays = 2,
): RecordList | null {
  const kind = kindOf(address);
  if (kind === null) return null;
  if (isUnlisted(kind)) return { list: kind };
  const filter = { ...dimensionFilter(address), from: address.range.from, to: address.range.to };
  if (kind === "feedbackDue" || kind === "leadsDue") {
    const due = { ...filter, ...overBefore(address.range, today, followUpDays) };
    if (kind === "feedbackDue") return { list: "feedback", filter: due };
    return { list: "deals", filter: { ...due, date: "created" } };
  }
  if (isFeedback(kind)) return { list: "feedback", filter: { ...filter, ...FEEDBACK[kind] } };
  if (kind === "activity") return { list: "activities", filter: { ...filter, status: "done" } };
  if (kind === "sale") return { list: "sales", filter };
  if (kind === "created") return { list: "deals", filter: { ...filter, date: "created" } };
  if (kind === "dueAtStart") {
    const before = addDays(address.range.from, -1);
    return { list: "deals", filter: { ...filter, openOn: before, date: "expected" } };
  }
  const openOn = earlier(lastDay(address.range), today);
  if (kind === "due") return { list: "deals", filter: { ...filter, openOn, date: "expected" } };
  if (kind === "open") return { list: "deals", filter: { ...dimensionFilter(address), openOn } };
  return { list: "deals", filter: { ...filter, date: "closed", kind } };
}
