import { activityCalendar, activityList } from "@/lib/activities/queries";
import { COMPARE_METRICS, COMPARED, NORMS } from "@/lib/analysis/domain/compare-choices";
import { GAP_BASES, GAP_DIMENSIONS, GAP_METRICS } from "@/lib/analysis/domain/gap-choices";
import { compare } from "@/lib/analysis/queries/compare";
import { customerAnalysis } from "@/lib/analysis/queries/customers";
import { effortAnalysis } from "@/lib/analysis/queries/effort";
import { explore } from "@/lib/analysis/queries/explore";
import { funnelAnalysis } from "@/lib/analysis/queries/funnel";
import { explainGap } from "@/lib/analysis/queries/gap";
import { trendAnalysis } from "@/lib/analysis/queries/trends";
import { customerDetail, customerList, findCustomers } from "@/lib/customers/queries";
import { customerRequests } from "@/lib/customers/queries/requests";
import { findContacts } from "@/lib/customers/queries/search-contacts";
import { dashboard } from "@/lib/dashboard/queries/dashboard";
import { dealDetail, dealList, findDeals } from "@/lib/deals/queries";
import { notificationPage } from "@/lib/discussion/queries/notifications";
import { recentRecords } from "@/lib/discussion/queries/recent-records";
import { feedbackDetail, feedbackList } from "@/lib/feedback/queries/feedback";
import { findFeedback } from "@/lib/feedback/queries/search-feedback";
import { standingAgainst } from "@/lib/figures/queries/competitor";
import { customerFigures } from "@/lib/figures/queries/customer-figures";
import { explainFigure } from "@/lib/figures/queries/explain-figure";
import { measureForApi } from "@/lib/figures/queries/measure-api";
import { voiceOverview } from "@/lib/figures/queries/voice";
import { measureQuery } from "@/lib/figures/schema";
import { lookForFindings } from "@/lib/findings/data/look-for-findings";
import { findingDetail, findingList, topFindings } from "@/lib/findings/queries/findings";
import { competitorPage } from "@/lib/market/queries";
import { METRIC_IDS } from "@/lib/metrics/domain/catalogue";
import { DIMENSIONS } from "@/lib/metrics/domain/dimensions";
import { myDay } from "@/lib/my-day/queries";
import { dealBoard } from "@/lib/pipeline/queries/board";
import { dealCredit, handOverRequests } from "@/lib/pipeline/queries/hand-overs";
import { read } from "@/lib/platform/db/access";
import { AppError } from "@/lib/platform/errors";
import type { Scope } from "@/lib/platform/scope";
import { saleDetail, saleList, storeDaysPage } from "@/lib/sales/queries";
import { targetsPage } from "@/lib/targets/queries/targets-page";
import { timelineOf } from "@/lib/timeline/queries";
import { listViews } from "@/lib/views/queries";
import type { Company } from "@/tests/setup/company";
import type { oneOfEverything } from "@/tests/setup/one-of-everything";
import { isFullRun } from "@/tests/setup/thoroughness";

// Every list, page and figure there is, for tests of what a person reads.

export type Reading = readonly [name: string, value: (scope: Scope) => Promise<unknown>];
type RecordIds = Awaited<ReturnType<typeof oneOfEverything>>;

/** Two people's records: the reader's own, and those the reader may not see. */
export type World = {
  company: Company;
  competitorId: string;
  own: RecordIds;
  hidden: RecordIds;
};

/** All in the full run, else the first. */
const few = <T>(all: readonly T[], some: number): readonly T[] =>
  isFullRun ? all : all.slice(0, some);

const DAY = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * DAY).toISOString().slice(0, 10);

/** Everything that can be read, also by the ids of what is hidden. */
export function readings({ company, competitorId, own, hidden }: World): Reading[] {
  const { unit: place } = company;
  const units = few([undefined, place.W1, place.East, place.Company, place.E1, place.West], 4);
  const all: Reading[] = [];
  const add = (name: string, value: Reading[1]) => void all.push([name, value]);
  const { customer, deal, sale, feedback, finding } = hidden;
  for (const [at, unit] of units.entries()) {
    const of = `unit ${at}`;
    const place = unit ? { unit } : {};
    add(`dashboard ${of}`, (scope) => dashboard(scope, { ...place }));
    add(`funnel ${of}`, (scope) => funnelAnalysis(scope, place));
    add(`customers ${of}`, (scope) => customerAnalysis(scope, place));
    add(`trends ${of}`, (scope) => trendAnalysis(scope, place));
    for (const by of ["rep", "branch"] as const)
      add(`effort by ${by} ${of}`, (scope) => effortAnalysis(scope, { ...place, by }));
    for (const whose of COMPARED)
      for (const metric of few(COMPARE_METRICS, 2))
        add(`compare ${whose} ${metric} ${of}`, (scope) =>
          compare(scope, { ...place, of: whose, metric, norm: NORMS[at % NORMS.length] }),
        );
    for (const metric of GAP_METRICS)
      for (const [no, by] of few(GAP_DIMENSIONS, 3).entries())
        add(`gap ${metric} by ${by} ${of}`, (scope) =>
          explainGap(scope, { ...place, metric, by, against: GAP_BASES[(no + at) % 3] }),
        );
    for (const by of DIMENSIONS)
      add(`explore by ${by} ${of}`, (scope) => explore(scope, { ...place, by, metric: "revenue" }));
    add(`deals ${of}`, (scope) => dealList(scope, { ...place }));
    add(`board ${of}`, (scope) => dealBoard(scope, { ...place }));
    add(`sales ${of}`, (scope) => saleList(scope, { ...place }));
    add(`customers list ${of}`, (scope) => customerList(scope, { ...place, sort: "-revenue" }));
    add(`activities ${of}`, (scope) => activityList(scope, { ...place }));
    add(`feedback ${of}`, (scope) => feedbackList(scope, { ...place }));
    add(`findings ${of}`, (scope) => findingList(scope, { ...place, basis: "all" }));
    add(`targets ${of}`, (scope) => targetsPage(scope, unit ? { unit } : {}, "en"));
    add(`store days ${of}`, (scope) => storeDaysPage(scope, { unit }));
    for (const metric of METRIC_IDS) {
      const asked = { metric, from: ago(400), to: ago(0), unit };
      for (const by of few([undefined, "customer", "rep"], 2)) {
        const parsed = measureQuery.safeParse({ ...asked, by });
        if (parsed.success)
          add(`api ${metric} by ${by} ${of}`, (scope) => measureForApi(scope, parsed.data, "en"));
      }
    }
  }
  const places = { region: [company.unit.West, company.unit.East], manager: [company.user.Max] };
  add("deals by place", (scope) => dealList(scope, places));
  add("sales by place", (scope) => saleList(scope, places));
  add("customers by place", (scope) => customerList(scope, places));
  add("activities by place", (scope) => activityList(scope, places));
  add("feedback by place", (scope) => feedbackList(scope, places));
  add("findings by place", (scope) => findingList(scope, places));
  add("my day", (scope) => myDay(scope, {}));
  add("calendar", (scope) => activityCalendar(scope, { owner: company.user.Wes }));
  add("my day of another", (scope) => myDay(scope, { rep: company.user.Wes }));
  add("voice", (scope) => voiceOverview(scope));
  add("competitor", (scope) => standingAgainst(scope, competitorId));
  add("competitor page", (scope) => competitorPage(scope, competitorId));
  add("largest findings", (scope) => topFindings(scope, 20));
  add("own customer", (scope) => customerDetail(scope, own.customer));
  add("own customer's figures", (scope) => customerFigures(scope, own.customer));
  add("own customer's timeline", (scope) =>
    timelineOf(scope, { kind: "customer", id: own.customer } as never, { only: null, limit: 50 }),
  );
  add("own deal", (scope) => dealDetail(scope, own.deal));
  add("own deal's credit", (scope) => dealCredit(scope, own.deal));
  add("hand-overs", (scope) => handOverRequests(scope));
  add("questions about customers", (scope) => customerRequests(scope));
  add("notifications", (scope) => notificationPage(scope, {}));
  add("views", (scope) => listViews(scope, "deals", {}));
  for (const [name, find] of Object.entries({
    findCustomers,
    findDeals,
    findContacts,
    findFeedback,
  }))
    add(name, (scope) => find(scope, "Secret", 20, "en"));
  // By the ids of others, in every place of an address that takes one.
  add("deals of a hidden customer", (scope) => dealList(scope, { customer: [customer] }));
  add("sales of a hidden deal", (scope) => saleList(scope, { deal: [deal] }));
  add("findings about another", (scope) => findingList(scope, { owner: [company.user.Wes] }));
  add("gap of a hidden customer", (scope) => explainGap(scope, { customer }));
  add("gap of another rep", (scope) => explainGap(scope, { rep: company.user.Wes }));
  add("visited records", (scope) =>
    recentRecords(scope, [`deal:${deal}`, `customer:${customer}`, `finding:${finding}`], "en"),
  );
  for (const more of [{ customer }, { rep: company.user.Wes }, { unit: company.unit.W1 }])
    add(`figure of ${Object.keys(more)}`, (scope) =>
      explainFigure(scope, "revenue", { from: ago(400), to: ago(0), ...more }),
    );
  for (const [name, load] of Object.entries({
    deal: (scope: Scope) => dealDetail(scope, deal),
    customer: (scope: Scope) => customerDetail(scope, customer),
    "customer's figures": (scope: Scope) => customerFigures(scope, customer),
    sale: (scope: Scope) => saleDetail(scope, sale),
    feedback: (scope: Scope) => feedbackDetail(scope, feedback),
    finding: (scope: Scope) => findingDetail(scope, finding),
    credit: (scope: Scope) => dealCredit(scope, deal),
  }))
    add(`hidden ${name}`, load);
  for (const root of [company.unit.East, company.unit.Company])
    add(`look at ${root}`, (scope) =>
      read(scope, async (tx) => {
        const { milliseconds: _, ...look } = await lookForFindings(tx, root);
        return look;
      }),
    );
  return all;
}

/** What came of a reading, as text; of a refusal its code. Nothing else may go wrong. */
export async function told(scope: Scope, [name, value]: Reading): Promise<string> {
  const found = await value(scope).catch((error: unknown) => {
    if (error instanceof AppError) return { refused: error.code };
    throw new Error(name, { cause: error });
  });
  return JSON.stringify(found, (_, one) => (one instanceof Map ? [...one] : one)) ?? "";
}
