import { ratio } from "@/lib/shared/ratio";
import type { Parts } from "./parts";

/** What the records of a group give: the relations a metric's parts come from. */
export type Source =
  | "sale"
  | "orders"
  | "activeCustomers"
  | "newCustomers"
  | "customerBase"
  | "dealClosed"
  | "dealCreated"
  | "dealOpen"
  | "activity"
  | "dealDue"
  | "stageEntry"
  | "feedback"
  | "themeShare"
  | "feedbackInTime"
  | "leadsInTime";

/** A figure and what it was computed from. `value` is null where it is undefined, never 0 instead. */
export type Figure = {
  value: number | null;
  numerator: number | null;
  /** Null for sums, counts and medians. */
  denominator: number | null;
  /** Number of records behind the figure. */
  n: number;
};

/** `names`: the parts it reads, where it only adds them up. */
type Reader<T> = ((parts: Parts) => T) & { names?: readonly string[] };

export type Formula = {
  /** The first one holds what `n` counts. */
  sources: readonly Source[];
  numerator: Reader<number | null>;
  /** Absent for a sum, a count or a median: the numerator is the value. */
  denominator?: Reader<number | null>;
  n: Reader<number>;
};

const reading = <T>(names: string[], read: (parts: Parts) => T) => Object.assign(read, { names });
const part = (name: string) => reading([name], (parts) => parts[name] ?? null);
/** A count or sum over no records is 0: nothing was sold, which is a figure. */
const sum = (name: string) => reading([name], (parts) => parts[name] ?? 0);
const count = (...names: string[]) =>
  reading(names, (parts) => names.reduce((total, name) => total + (parts[name] ?? 0), 0));

/** How many records are behind it: a deal shared by two is one record of each, but a part of a count. */
const records = (...names: string[]) =>
  reading(names, (parts) =>
    names.reduce((total, name) => total + (parts[`${name}Records`] ?? parts[name] ?? 0), 0),
  );

const sale = ["sale"] as const;
const closed = ["dealClosed"] as const;
const base = ["customerBase"] as const;

/** Which parts each metric divides; see docs/metrics.md for the words. */
export const FORMULAS = {
  revenue: { sources: sale, numerator: sum("revenue"), n: count("lines") },
  units: { sources: sale, numerator: sum("units"), n: count("lines") },
  orders: { sources: ["orders"], numerator: sum("orders"), n: count("orders") },
  average_order_value: {
    sources: ["orders", "sale"],
    numerator: sum("revenue"),
    denominator: sum("orders"),
    n: count("orders"),
  },
  gross_margin: { sources: sale, numerator: part("margin"), n: count("lines") },
  margin_rate: {
    sources: sale,
    numerator: part("margin"),
    denominator: part("revenueWithCost"),
    n: count("lines"),
  },
  new_customers: {
    sources: ["newCustomers"],
    numerator: sum("newCustomers"),
    n: count("newCustomers"),
  },
  active_customers: {
    sources: ["activeCustomers"],
    numerator: sum("activeCustomers"),
    n: count("activeCustomers"),
  },
  repeat_rate: {
    sources: ["activeCustomers"],
    numerator: sum("repeatCustomers"),
    denominator: sum("activeCustomers"),
    n: count("activeCustomers"),
  },
  customer_recency: { sources: base, numerator: part("recencyMedian"), n: count("baseCustomers") },
  purchase_frequency: {
    sources: base,
    numerator: sum("baseOrders"),
    denominator: sum("baseCustomers"),
    n: count("baseCustomers"),
  },
  customer_spend: {
    sources: base,
    numerator: sum("baseSpent"),
    denominator: sum("baseCustomers"),
    n: count("baseCustomers"),
  },
  churn_rate: {
    sources: base,
    numerator: sum("lostCustomers"),
    denominator: sum("earlierCustomers"),
    n: count("earlierCustomers"),
  },
  customer_lifetime_value: {
    sources: base,
    numerator: customerMargin,
    denominator: (parts) => ratio(parts.lostCustomers, parts.earlierCustomers),
    n: count("baseCustomers"),
  },
  won_deals: { sources: closed, numerator: sum("won"), n: records("won") },
  lost_deals: { sources: closed, numerator: sum("lost"), n: records("lost") },
  no_decision_rate: {
    sources: closed,
    numerator: sum("lostNoDecision"),
    denominator: sum("lost"),
    n: records("lost"),
  },
  competitive_loss_rate: {
    sources: closed,
    numerator: sum("lostToCompetitor"),
    denominator: sum("lost"),
    n: records("lost"),
  },
  win_rate: {
    sources: closed,
    numerator: sum("won"),
    denominator: count("won", "lost"),
    n: records("won", "lost"),
  },
  win_rate_value: {
    sources: closed,
    numerator: sum("wonExpected"),
    denominator: sum("closedExpected"),
    n: records("won", "lost"),
  },
  activities: { sources: ["activity"], numerator: sum("activities"), n: count("activities") },
  coverage_needed: {
    sources: closed,
    numerator: sum("closedExpected"),
    denominator: sum("wonExpected"),
    n: records("won", "lost"),
  },
  close_rate: {
    sources: ["dealCreated"],
    numerator: sum("createdWon"),
    denominator: sum("created"),
    n: records("created"),
  },
  average_deal_size: {
    sources: closed,
    numerator: sum("wonAmount"),
    denominator: sum("won"),
    n: records("won"),
  },
  sales_cycle_won: {
    sources: closed,
    numerator: sum("wonDays"),
    denominator: sum("wonDated"),
    n: records("wonDated"),
  },
  sales_cycle_won_median: {
    sources: closed,
    numerator: part("wonDaysMedian"),
    n: records("wonDated"),
  },
  sales_cycle_closed: {
    sources: closed,
    numerator: sum("closedDays"),
    denominator: sum("closedDated"),
    n: records("closedDated"),
  },
  sales_cycle_closed_median: {
    sources: closed,
    numerator: part("closedDaysMedian"),
    n: records("closedDated"),
  },
  velocity: {
    sources: ["dealOpen", "dealClosed"],
    numerator: openValueWon,
    denominator: (parts) => ratio(parts.wonDays, parts.wonDated),
    n: records("open"),
  },
  open_deals: { sources: ["dealOpen"], numerator: sum("open"), n: records("open") },
  pipeline_open: { sources: ["dealOpen"], numerator: sum("openExpected"), n: records("open") },
  pipeline_created: {
    sources: ["dealCreated"],
    numerator: sum("createdExpected"),
    n: records("created"),
  },
  weighted_pipeline: { sources: ["dealOpen"], numerator: sum("openWeighted"), n: records("open") },
  pipeline_due: { sources: ["dealOpen"], numerator: sum("dueExpected"), n: records("due") },
  slip_rate: {
    sources: ["dealDue"],
    numerator: sum("pushed"),
    denominator: sum("dueAtStart"),
    n: records("dueAtStart"),
  },
  stage_conversion: {
    sources: ["stageEntry"],
    numerator: sum("movedOn"),
    denominator: sum("matureEntries"),
    n: records("matureEntries"),
  },
  stage_dwell: { sources: ["stageEntry"], numerator: part("stayMedian"), n: records("entries") },
  nps: {
    sources: ["feedback"],
    numerator: (parts) => 100 * ((parts.promoters ?? 0) - (parts.detractors ?? 0)),
    denominator: sum("npsAnswers"),
    n: count("npsAnswers"),
  },
  csat: {
    sources: ["feedback"],
    numerator: sum("csatBest"),
    denominator: sum("csatAnswers"),
    n: count("csatAnswers"),
  },
  ces: {
    sources: ["feedback"],
    numerator: sum("cesSum"),
    denominator: sum("cesAnswers"),
    n: count("cesAnswers"),
  },
  first_response_time: {
    sources: ["feedback"],
    numerator: part("responseMedian"),
    n: count("responded"),
  },
  resolution_time: {
    sources: ["feedback"],
    numerator: part("resolutionMedian"),
    n: count("settled"),
  },
  theme_share: {
    sources: ["themeShare"],
    numerator: part("themeNamed"),
    denominator: sum("themed"),
    n: count("themed"),
  },
  follow_up_rate: {
    sources: ["feedbackInTime"],
    numerator: sum("feedbackInTime"),
    denominator: sum("feedbackDue"),
    n: count("feedbackDue"),
  },
  lead_follow_up_rate: {
    sources: ["leadsInTime"],
    numerator: sum("leadsInTime"),
    denominator: sum("leadsDue"),
    n: records("leadsDue"),
  },
  competitor_mentions: {
    sources: ["feedback"],
    numerator: sum("mentions"),
    n: count("mentions"),
  },
} as const satisfies Record<string, Formula>;

export type MeasuredMetric = keyof typeof FORMULAS;

export function isMeasured(metric: string): metric is MeasuredMetric {
  return Object.hasOwn(FORMULAS, metric);
}

/** Average order value × orders a customer × margin rate: what a customer leaves in a period. */
function customerMargin(parts: Parts): number | null {
  const order = ratio(parts.baseSpent, parts.baseOrders);
  const frequency = ratio(parts.baseOrders, parts.baseCustomers);
  const rate = ratio(parts.baseMargin, parts.baseCosted);
  return order === null || frequency === null || rate === null ? null : order * frequency * rate;
}

/** Open deals × average deal size × win rate: the value that today's pipeline would bring. */
function openValueWon(parts: Parts): number | null {
  const size = ratio(parts.wonAmount, parts.won);
  const rate = ratio(parts.won, (parts.won ?? 0) + (parts.lost ?? 0));
  return size === null || rate === null ? null : (parts.open ?? 0) * size * rate;
}

/** The figure of one group of records. */
export function figureOf(metric: MeasuredMetric, parts: Parts): Figure {
  const formula: Formula = FORMULAS[metric];
  const numerator = formula.numerator(parts);
  const n = formula.n(parts);
  if (!formula.denominator) return { value: numerator, numerator, denominator: null, n };
  const denominator = formula.denominator(parts);
  return { value: ratio(numerator, denominator), numerator, denominator, n };
}
