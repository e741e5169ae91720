import "server-only";
import { type DashboardFrame, dashboardFrame } from "@/lib/dashboard/data/frame";
import { read, type Tx } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { addMonths, startOfMonth } from "@/lib/shared/business-date";
import { lastDay, type Period } from "@/lib/shared/period";
import { measureIn, windowOf } from "../data/window";
import { cohortTable } from "../domain/cohorts";
import { CUSTOMER_METRICS, CUSTOMER_MONTHS, type CustomersView } from "../domain/customers-view";
import { INACTIVE_TIMES } from "../domain/inactive";
import { RFM_SEGMENTS, type RfmSegment, scoresOf, segmentOf } from "../domain/rfm";
import { selfOf } from "../domain/working";
import type { CustomersParams } from "../schema";
import { cohortCounts } from "../sql/cohort-counts";
import { concentration } from "../sql/concentration";
import type { CustomerQuestion } from "../sql/customer-facts";
import { inactiveCustomers } from "../sql/inactive-customers";
import { profileOutcomes } from "../sql/profile-outcomes";
import { type RfmGroup, rfmCustomers, rfmGroups } from "../sql/rfm";

/** Cohorts shown, and silent customers listed. */
const COHORTS = 12;
const SILENT = 20;
const PAGE = 25;
/** Months in which a customer's own rhythm is looked for. */
export const RHYTHM = 36;

export type Customers = CustomersView & { frame: DashboardFrame };

function segmentViews(groups: readonly RfmGroup[]): CustomersView["segments"] {
  return RFM_SEGMENTS.map((segment) => {
    const own = groups.filter((group) => segmentOf(group) === segment);
    const sum = (what: "customers" | "orders" | "revenue") =>
      own.reduce((total, group) => total + group[what], 0);
    return {
      segment,
      customers: sum("customers"),
      orders: sum("orders"),
      revenue: sum("revenue"),
    };
  });
}

async function scoredPage(
  tx: Tx,
  question: CustomerQuestion,
  segments: CustomersView["segments"],
  { segment, page: asked = 1 }: Pick<CustomersParams, "segment" | "page">,
) {
  const shown = segments.filter((one) => !segment || one.segment === segment);
  const count = shown.reduce((sum, { customers }) => sum + customers, 0);
  const pages = Math.max(1, Math.ceil(count / PAGE));
  const page = Math.min(asked, pages);
  const window = { limit: PAGE, offset: (page - 1) * PAGE };
  const rows = await rfmCustomers(tx, question, segment && scoresOf(segment), window);
  const customers = rows.map((row) => ({ ...row, segment: segmentOf(row) }));
  return { chosen: (segment ?? null) as RfmSegment | null, customers, page, pages };
}

async function figures(tx: Tx, frame: DashboardFrame, range: Period) {
  const rows = await measureIn(tx, frame, { metrics: ["repeat_rate", ...CUSTOMER_METRICS], range });
  return Object.fromEntries(rows.map((row) => [row.metric, row]));
}

/** Who the customers are, who comes back, who went silent, and what they judge by; from one snapshot. */
export function customerAnalysis(scope: Scope, params: CustomersParams): Promise<Customers> {
  return read(scope, async (tx) => {
    const frame = await dashboardFrame(tx, scope, params);
    const { months = CUSTOMER_MONTHS[0], times = INACTIVE_TIMES[0] } = params;
    const window = windowOf(frame, months);
    const question = { range: window, where: frame.where };
    const { groups, cuts } = await rfmGroups(tx, question);
    const segments = segmentViews(groups);
    const since = addMonths(startOfMonth(frame.asOf), -COHORTS);
    const cohortQuestion = { ...question, range: { from: since, to: window.to } };
    const { sizes, counts } = await cohortCounts(tx, cohortQuestion);
    const rhythm = { ...question, range: windowOf(frame, RHYTHM) };
    return {
      frame,
      self: selfOf("customers", params),
      window,
      months,
      where: frame.where,
      figures: await figures(tx, frame, window),
      segments,
      cuts,
      ...(await scoredPage(tx, question, segments, params)),
      cohorts: cohortTable(sizes, counts, lastDay(window)),
      spread: await concentration(tx, question),
      silent: { times, ...(await inactiveCustomers(tx, rhythm, times, { limit: SILENT })) },
      traits: await profileOutcomes(tx, { ...question, digits: frame.digits }),
    };
  });
}
